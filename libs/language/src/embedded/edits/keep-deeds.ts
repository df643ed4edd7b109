import type { Action } from '@lib/rules';
import { has, isBound, isFiller } from '../cursor';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, isTagging, type ReadStep } from './edit-step';

/** Something that a rule does, as words name it: the tag, or what is done to a field. */
interface Deed {
  readonly at: number;
  readonly denied: boolean;
  readonly isOf: (action: Action) => boolean;
}

/** "just the tag, not the status", "only the status, no tag": of what a rule does one thing stays and the other goes. */
export const keepDeeds: ReadStep = ({ chunks, rule }) => {
  const says = chunks.some(chunk => has(chunk, 'only', 'enough', 'kept') && chunk.values.length === 0);
  if (!says || rule.actions.length < 2 || !chunks.some(isDenial)) return undefined;
  const deeds = chunks.flatMap((chunk, at) => deedNamed(chunk, rule.actions, isDeniedAt(chunks, at), at));
  const [gone, kept] = [deeds.filter(({ denied }) => denied), deeds.filter(({ denied }) => !denied)];
  if (gone.length === 0 || kept.length === 0) return undefined;
  const isKnown = (chunk: Chunk, at: number): boolean =>
    deeds.some(deed => deed.at === at) ||
    ((isCarrier(chunk) || isFiller(chunk) || isBound(chunk) || isDenial(chunk) || has(chunk, ...BESIDE)) &&
      chunk.values.length === 0 &&
      (chunk.number ?? chunk.quote) === undefined);
  const actions = rule.actions.filter(action => !gone.some(({ isOf }) => isOf(action)));
  const isWhole = actions.every(action => kept.some(({ isOf }) => isOf(action)));
  return isWhole && actions.length > 0 && chunks.every(isKnown)
    ? { rules: [{ ...rule, actions }], used: chunks }
    : undefined;
};

const BESIDE = ['enough', 'kept', 'setTo', 'tag', 'add', 'outVerb', 'does', 'give', 'may'] as const;

const isDenial = (chunk: Chunk): boolean =>
  chunk.quote === undefined && has(chunk, 'not', 'drop', 'no', 'without', 'insteadOf', 'except');

/** Whether a denial stands before it, and no pause between. */
function isDeniedAt(chunks: readonly Chunk[], at: number): boolean {
  const from = chunks.slice(0, at).findLastIndex(chunk => isBound(chunk) || has(chunk, 'and', 'but')) + 1;
  return chunks.slice(from, at).some(isDenial);
}

function deedNamed(chunk: Chunk, actions: readonly Action[], denied: boolean, at: number): readonly Deed[] {
  if (chunk.values.length > 0 || chunk.quote !== undefined) return [];
  if (has(chunk, 'tagNoun') && actions.some(isTagging)) return [{ at, denied, isOf: isTagging }];
  const named = actions.flatMap(action => ('field' in action ? [action.field] : []));
  const link = chunk.fields.find(({ field, score }) => score >= 0.5 && named.includes(field.name));
  return link ? [{ at, denied, isOf: action => 'field' in action && action.field === link.field.name }] : [];
}
