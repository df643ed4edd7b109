import type { Chunk } from '../../grounding/link-words';
import { ACTING_VERBS, has, isBound, isUnknown } from '../cursor';
import { says } from '../saying';
import type { Role } from '../../grounding/lexicon';
import { deniesAll, isAside, isBackground, isReason } from './asides';
import { changeActions, endDeeds } from './change-actions';
import { changeDeed } from './change-deed';
import { addBlank } from './add-blank';
import { startAnew, swapClause } from './clause-for-another';
import { dayAlone } from './day-alone';
import { moveDays } from './day-ends';
import { asDemanded } from './demands';
import { drop } from './drop';
import { dropAny } from './drop-any';
import { dropConditions } from './drop-conditions';
import { dropException } from './drop-exception';
import { accountsFor, distinctRules, type Edit, type EditedRule, type ReadStep, type Segment } from './edit-step';
import { includeLimit } from './include-limit';
import { invert, restate } from './invert';
import { addException } from './except';
import { addClause, addValues } from './more';
import { keepOnly } from './keep-only';
import { keepDeeds } from './keep-deeds';
import { keepTags } from './keep-tags';
import { orderMore } from './order-more';
import { rename } from './rename';
import { startOver } from './start-over';
import { swapField } from './replace-field';
import { replaceDay } from './replace-day';
import { replaceLimit } from './replace-limit';
import { replaceRange } from './replace-range';
import { replaceWindow } from './replace-window';
import { putValue, swapOperator, swapValue } from './replace-value';
import { shiftLimit } from './shift-limit';
import { isJoint, saidPlainly } from './said-plainly';
import { showOnly } from './show-only';
import { turnClause } from './turn-clause';
import { turnTag, untagInstead, untagToo } from './tag-turns';
import { theOthers } from './the-others';
import { spareField } from './spare-field';
import { swapConnective, swapSufficiency } from './swap-connective';

/** Every kind of change, the most telling first. A stretch is the first kind that accounts for all of its words. */
const KINDS: readonly ReadStep[] = [
  dropConditions,
  dropException,
  changeDeed,
  turnTag,
  untagToo,
  untagInstead,
  keepTags,
  keepDeeds,
  rename,
  theOthers,
  restate,
  invert,
  swapConnective,
  swapSufficiency,
  showOnly,
  includeLimit,
  swapOperator,
  swapValue,
  swapClause,
  shiftLimit,
  replaceWindow,
  replaceRange,
  moveDays,
  replaceLimit,
  dayAlone,
  replaceDay,
  swapField,
  dropAny,
  keepOnly,
  spareField,
  addBlank,
  drop,
  endDeeds,
  turnClause,
  orderMore,
  addValues,
  putValue,
  changeActions,
  addException,
  addClause,
];

/** More readings, stretches or changes than these are no edit that anybody says. */
const MOST_RULES = 4;
const MOST_JOINTS = 12;

/** What a follow-up makes of a rule, and its words that only tell something besides. */
export interface Edited {
  readonly rules: readonly EditedRule[];
  readonly asides: readonly Chunk[];
}

/**
 * The rules that a follow-up may make of the previous one: a change after the other, each a patch on the rule as it is by
 * then. None where the words are no change, or not all of them.
 */
export function readEdits(edit: Edit): Edited {
  const anew = startOver(edit);
  if (anew) return { rules: [anew], asides: [] };
  const said = saidPlainly(edit);
  const none = { rules: [], asides: [] };
  const [chunks, denied] = withoutDenials(said);
  if (chunks.filter(isJoint).length > MOST_JOINTS) return none;
  const { condition, actions } = edit.previous;
  const before = { condition, actions };
  const course: Course = { edit, chunks, understood: new Map(), failed: new Set() };
  const read = from(course, { start: 0, wasInverted: false, changed: false, before }, before);
  // What changes nothing was hardly meant as a change.
  const [rules, same] = [distinctRules(read?.rules ?? []), distinctRules([before, ...(read?.rules ?? [])])];
  return read && same.length > rules.length ? { rules, asides: [...read.asides, ...denied] } : none;
}

/** "and include", "and also", "and skip": it joins what it takes in or leaves out to what was said before. */
const opensMore = (chunk: Chunk, { grounding }: Edit): boolean => {
  const [first = '', ...rest] = chunk.key.split(' ');
  const joins = grounding.lexicons[0]?.roles.get(first)?.includes('and') ?? false;
  return has(chunk, 'also', 'except') && chunk.quote === undefined && rest.length > 0 && joins;
};

/** "only the running ones, not all robots": that not all are meant is said by what is. */
function withoutDenials(chunks: readonly Chunk[]): readonly [readonly Chunk[], readonly Chunk[]] {
  const at = chunks.findIndex((chunk, i) => i > 0 && isJoint(chunk) && deniesAll(chunks.slice(i + 1).filter(isWord)));
  return at < 0 ? [chunks, []] : [chunks.slice(0, at), chunks.slice(at + 1).filter(isWord)];
}

const isWord = (chunk: Chunk): boolean => !isBound(chunk);

/** "forget the states, …", "forget Texas, go by …"; what is only listed behind a value goes as well. */
const opensAnew = (chunks: readonly Chunk[], start: number): boolean =>
  chunks.slice(0, start).every(({ values }) => values.length === 0) ||
  has(chunks[start], 'make', 'only', 'change', 'see', 'wish', 'writer');

/** What is left of a condition that all was taken from. */
const NO_CLAUSES = { and: [] };

/** A follow-up on its way to be read, and what is known of its stretches by now. */
interface Course {
  readonly edit: Edit;
  readonly chunks: readonly Chunk[];
  readonly understood: Map<string, ReturnType<Edit['understand']>>;
  /** From where, and with which rule, nothing was found. */
  readonly failed: Set<string>;
}

/** What is left to read, and what was read by now. */
interface Rest {
  readonly start: number;
  readonly wasInverted: boolean;
  readonly changed: boolean;
  /** The rule as it was before the last change. */
  readonly before: EditedRule;
}

/** The longest stretch first: what is one change is not taken apart. What is no change has to be an aside. */
function from(course: Course, rest: Rest, rule: EditedRule): Edited | undefined {
  const { chunks, failed } = course;
  const { start } = rest;
  if (chunks.slice(start).every(isBound)) return rest.changed ? { rules: [rule], asides: [] } : undefined;
  if (rule.condition === undefined) {
    if (!opensAnew(chunks, start)) return undefined;
    const [anew] = readSegment(course, chunks.slice(start), { ...rule, condition: NO_CLAUSES }, rest, [startAnew]);
    return anew && { rules: [anew], asides: [] };
  }
  const key = `${start} ${JSON.stringify([rest.changed, rest.wasInverted, rule])}`;
  if (failed.has(key)) return undefined;
  for (let end = chunks.length; end > start; end--) {
    const joint = chunks[end];
    const more = joint !== undefined && opensMore(joint, course.edit);
    if (joint && !isJoint(joint) && !more) continue;
    const stretch = chunks.slice(start, end);
    const made = readSegment(course, stretch, { ...rule, condition: rule.condition }, rest);
    const wasInverted = stretch.some(chunk => has(chunk, 'invert'));
    const next = { start: more ? end : end + 1, wasInverted, changed: true, before: rule };
    const all = made.map(one => from(course, next, one));
    if (all.length > 0 && all.every(read => read !== undefined))
      return { rules: all.flatMap(({ rules }) => rules).slice(0, MOST_RULES), asides: all[0]?.asides ?? [] };
  }
  const told = besides(course, rest, rule);
  if (!told) failed.add(key);
  return told;
}

/** What tells something besides is passed over, the shortest stretch first. */
function besides({ chunks, ...course }: Course, rest: Rest, rule: EditedRule): Edited | undefined {
  const { start } = rest;
  for (let end = start + 1; end <= chunks.length; end++) {
    if (end < chunks.length && !isJoint(chunks[end] as Chunk)) continue;
    const stretch = chunks.slice(start, end);
    const isTold =
      isAside(stretch, chunks[end]) ||
      isBackground(stretch, chunks[start - 1], chunks[end]) ||
      isReason(stretch, rest.changed);
    if (!isTold) continue;
    const read = from({ ...course, chunks }, { ...rest, start: end + 1 }, rule);
    if (read) return { ...read, asides: [...stretch.filter(chunk => !isBound(chunk)), ...read.asides] };
  }
  return undefined;
}

function readSegment(
  { edit, understood }: Course,
  chunks: readonly Chunk[],
  rule: Segment['rule'],
  { start: at, wasInverted, before }: Rest,
  kinds = KINDS,
): readonly EditedRule[] {
  if (chunks.length === 0) return [];
  // What was said last may stand before it: the noun of a tag behind its name.
  const [from, to] = [Math.min(...chunks.map(({ start }) => start)), Math.max(...chunks.map(({ end }) => end))];
  const within = edit.plain.filter(({ start, end }) => from <= start && end <= to);
  const plain = withoutParticles(within, chunks);
  const key = `${from} ${to}`;
  const segment: Segment = {
    ...edit,
    chunks,
    plain,
    rule,
    before,
    isFirst: at === 0,
    wasInverted,
    understood: () => {
      const known = understood.get(key) ?? edit.understand(plain);
      understood.set(key, known);
      return known;
    },
    orders: () => edit.understandOrders(plain),
  };
  for (const kind of kinds) {
    const step = kind(segment);
    if (step && step.rules.length > 0 && accountsFor(segment, step)) return step.rules;
  }
  return [];
}

/** A stretch as a request would say it: without "also", "instead", "on top" around it. */
function withoutParticles(plain: readonly Chunk[], chunks: readonly Chunk[]): readonly Chunk[] {
  const orders = (part: Chunk): boolean => has(part, 'add', 'tag', 'setTo', 'flag', 'remove');
  // "à la place": a word within a phrase is no order of its own.
  const within = (part: Chunk, ...roles: readonly Role[]): boolean =>
    chunks.some(
      chunk =>
        chunk.start <= part.start &&
        part.end <= chunk.end &&
        (!orders(part) || (says(chunk, 'inItsPlace') && part.text.length < chunk.text.length)) &&
        has(chunk, ...roles),
    );
  const isParticle = (part: Chunk): boolean => within(part, 'also', 'instead', 'greeting', 'correction');
  const from = plain.findIndex(
    (chunk, at) =>
      !isParticle(chunk) &&
      !within(chunk, 'make', 'telling', 'writer') &&
      // "on top of that, …"
      !(at > 0 && isBound(chunk)),
  );
  const to = plain.findLastIndex(chunk => !isParticle(chunk) && !isBound(chunk));
  // "setze stattdessen den Status": in the middle too.
  const isRather = (part: Chunk): boolean => isUnknown(part) && says(part, 'inItsPlace') && within(part, 'instead');
  // "fjern også mellemrum", "gib ihnen außerdem …": behind its verb it only says that this is done besides.
  const isBesides = (part: Chunk, at: number, all: readonly Chunk[]): boolean =>
    within(part, 'also') &&
    part.values.length === 0 &&
    [all[at - 1], has(all[at - 1], 'them') ? all[at - 2] : undefined].some(verb => has(verb, ...ACTING_VERBS));
  const kept = from < 0 ? plain : plain.slice(from, to + 1).filter(part => !isRather(part));
  return asDemanded(kept.filter((part, at) => !isBesides(part, at, kept)));
}
