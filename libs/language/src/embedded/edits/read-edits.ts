import type { Chunk } from '../../grounding/link-words';
import { has, isBound } from '../cursor';
import { drop } from './drop';
import { accountsFor, distinctRules, type Edit, type EditedRule, type ReadStep, type Segment } from './edit-step';
import { invert, restate } from './invert';
import { addClause, addException, addValues, changeActions } from './more';
import { renameTag } from './rename-tag';
import { replaceDay, replaceLimit } from './replace-limit';
import { putValue, swapOperator, swapValue } from './replace-value';
import { swapConnective } from './swap-connective';

/** Every kind of change, the most telling first. A stretch is the first kind that accounts for all of its words. */
const KINDS: readonly ReadStep[] = [
  restate,
  invert,
  swapConnective,
  renameTag,
  swapOperator,
  swapValue,
  replaceLimit,
  replaceDay,
  drop,
  addValues,
  putValue,
  changeActions,
  addException,
  addClause,
];

/** More readings, stretches or changes than these are no edit that anybody says. */
const MOST_RULES = 4;
const MOST_JOINTS = 8;

/**
 * The rules that a follow-up may make of the previous one: a change after the other, each a patch on the rule as it is by
 * then. None where the words are no change, or not all of them.
 */
export function readEdits(edit: Edit): readonly EditedRule[] {
  const chunks = afterCorrection(edit.chunks);
  const joints = chunks.flatMap((chunk, i) => (isJoint(chunk) ? [i] : []));
  if (joints.length > MOST_JOINTS) return [];
  const { condition, actions } = edit.previous;
  return distinctRules(from(edit, { chunks, start: 0, wasInverted: false }, { condition, actions }) ?? []);
}

const isJoint = (chunk: Chunk): boolean =>
  chunk.quote === undefined &&
  (has(chunk, 'comma', 'stop', 'and', 'but', 'colon', 'amp') ||
    (has(chunk, 'dash') && !chunk.glued) ||
    /^[;…]$/.test(chunk.text));

/** "…, sorry, I meant 85": what was said before is taken back. */
function afterCorrection(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findLastIndex(
    (chunk, i) => i > 2 && has(chunk, 'correction') && !has(chunk, 'insteadOf') && i < chunks.length - 2,
  );
  return at < 0 ? chunks : chunks.slice(at);
}

/** What is left to read, and what was read last. */
interface Rest {
  readonly chunks: readonly Chunk[];
  readonly start: number;
  readonly wasInverted: boolean;
}

/** The longest stretch first: what is one change is not taken apart. */
function from(edit: Edit, rest: Rest, rule: EditedRule): readonly EditedRule[] | undefined {
  const { chunks, start } = rest;
  if (chunks.slice(start).every(isBound)) return [rule];
  if (rule.condition === undefined) return undefined;
  for (let end = chunks.length; end > start; end--) {
    if (end < chunks.length && !isJoint(chunks[end] as Chunk)) continue;
    const stretch = chunks.slice(start, end);
    const made = readSegment(edit, stretch, { ...rule, condition: rule.condition }, rest);
    const wasInverted = stretch.some(chunk => has(chunk, 'invert'));
    const all = made.map(next => from(edit, { chunks, start: end + 1, wasInverted }, next));
    if (all.length > 0 && all.every(rules => rules !== undefined)) return all.flat().slice(0, MOST_RULES);
  }
  return undefined;
}

function readSegment(
  edit: Edit,
  chunks: readonly Chunk[],
  rule: Segment['rule'],
  { start: at, wasInverted }: Rest,
): readonly EditedRule[] {
  const [first, last] = [chunks[0], chunks.at(-1)];
  if (!first || !last) return [];
  const within = edit.plain.filter(({ start, end }) => first.start <= start && end <= last.end);
  const plain = withoutParticles(within, chunks);
  let known: ReturnType<Edit['understand']> | undefined;
  const segment: Segment = {
    ...edit,
    chunks,
    plain,
    rule,
    isFirst: at === 0,
    wasInverted,
    understood: () => (known ??= edit.understand(plain)),
  };
  for (const kind of KINDS) {
    const step = kind(segment);
    if (step && step.rules.length > 0 && accountsFor(segment, step)) return step.rules;
  }
  return [];
}

/** A stretch as a request would say it: without "also", "instead", "on top" around it. */
function withoutParticles(plain: readonly Chunk[], chunks: readonly Chunk[]): readonly Chunk[] {
  const isParticle = (part: Chunk): boolean =>
    !has(part, 'add', 'tag', 'setTo', 'flag', 'remove') &&
    chunks.some(
      chunk =>
        chunk.start <= part.start && part.end <= chunk.end && has(chunk, 'also', 'instead', 'greeting', 'correction'),
    );
  const from = plain.findIndex(chunk => !isParticle(chunk));
  const to = plain.findLastIndex(chunk => !isParticle(chunk) && !isBound(chunk));
  return from < 0 ? plain : plain.slice(from, to + 1);
}
