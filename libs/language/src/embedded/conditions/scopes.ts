import { has, holdsData, isBound, isFiller } from '../cursor';
import { closesSaying, opensSaying, says } from '../saying';
import { type Meaning, testsOf } from '../meaning';
import type { ParseState } from './parse-state';
import type { Chunk } from '../../grounding/link-words';

/** How far a stretch of condition reaches. */
export interface Reach {
  readonly depth: number;
  /** Inside an exception: what is taken away next stands beside it, not in it. */
  readonly excepted?: boolean;
  /** Inside "that …": the fields its head already spoke of. Speaking of them again begins something new. */
  readonly head?: ReadonlySet<string>;
  /** Behind the noun for the records: an alternative goes on about it only where it opens like what is said of a noun. */
  readonly noun?: boolean;
}

export const OUTMOST: Reach = { depth: 0 };

export const keyOf = ({ depth, excepted, head, noun }: Reach): string =>
  `${depth}${excepted ? 'x' : ''}${noun ? 'n' : ''}${head ? [...head].join('+') : ''}`;

/** The fields a meaning speaks of. */
export const fieldsOf = (meaning: Meaning): ReadonlySet<string> =>
  new Set(testsOf(meaning).map(test => test.field.name));

/** Whether somebody new is spoken of here: "those who …", "anybody hired …", "all orders with …". */
export function beginsSubject(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (!chunk || chunk.quote !== undefined || isBound(chunk)) return false;
  const next = chunks[at + 1];
  const follows = next !== undefined && !isBound(next) && !has(next, 'give', 'and', 'or', 'but', 'may');
  // "everybody", "those", "those who"
  // What is an article as well ("und die online sind") only goes on about the same ones.
  if (has(chunk, 'noun', 'where') && has(chunk, 'det', 'ones') && !has(chunk, 'filler') && follows) return true;
  if (has(chunk, 'where') && / /.test(chunk.key) && has(chunk, 'ones')) return true;
  // "the ones in Graz"
  if (says(chunk, 'theOnes') && follows) return true;
  // "returned ones above 500", "cancelled orders": what they are, and the noun.
  const ones =
    (has(next, 'ones') && !has(next, 'them', 'where')) || (opensSaying(next, 'onesWord') && !says(next, 'onesWord'));
  if ((chunk.values.length > 0 || chunk.fields[0]?.field.type === 'boolean') && ones) return true;
  const counted = has(chunk, 'det') && !has(chunk, 'filler', 'them') && has(next, 'noun');
  return counted && (next?.fields[0]?.score ?? 0) < 0.6 && next?.values.length === 0;
}

/**
 * "robots in Pune and conveyors in Leeds": a record is of one kind, so what has a kind and a place of its own, behind
 * another kind with its place, comes besides it. A list of kinds ("robots and conveyors in Leeds") is none of this.
 */
function beginsKind(chunks: readonly Chunk[], at: number, plus: boolean): boolean {
  let said = at;
  while (said < at + 3 && has(chunks[said], 'det', 'in', 'any', 'allTags') && chunks[said]?.values.length === 0) said++;
  const kind = kindOf(chunks[said]);
  if (!kind) return false;
  const same = (chunk: Chunk | undefined): boolean => kindOf(chunk)?.field.name === kind.field.name;
  const own = (chunk: Chunk): boolean => holdsData(chunk) && !same(chunk);
  const first = chunks.findIndex(holdsData);
  const before = plus ? chunks.slice(0, at).findLastIndex(same) : first;
  if (before < 0 || before >= at || !same(chunks[before])) return false;
  const between = chunks.slice(before + 1, at);
  const behind = chunks.slice(said + 1, said + 5);
  const ends = behind.findIndex(chunk => isBound(chunk) || has(chunk, 'and', 'or'));
  const follows = behind.slice(0, ends < 0 ? behind.length : ends).some(own);
  const denied = chunks.slice(0, at).some(chunk => has(chunk, 'not', 'except', 'unless', 'neither', 'without'));
  return between.some(own) && follows && !denied && !between.some(chunk => has(chunk, 'or'));
}

/** The value of a field that holds one at a time, as plainly said. */
const kindOf = (chunk: Chunk | undefined): Chunk['values'][number] | undefined => {
  const link = chunk?.values[0];
  return link && link.score >= 0.85 && link.field.type !== 'list' && chunk?.number === undefined ? link : undefined;
};

/** "either interns, or contractors in Hamburg": a comma before "or", and none behind it, makes each alternative a whole of its own. */
export function partsAlternatives(chunks: readonly Chunk[], at: number): boolean {
  const comma = chunks.findLastIndex((chunk, i) => i > at && has(chunk, 'comma') && chunk.quote === undefined);
  const end = chunks.findIndex((chunk, i) => i > at && has(chunk, 'stop', 'open', 'colon', 'and'));
  return comma > at && has(chunks[comma + 1], 'or') && (end < 0 || end > comma);
}

/** "doctors": the records as such, with nothing of what they hold. */
export const isPlainNoun = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'noun') && !has(chunk, 'det', 'ones') && chunk !== undefined && !holdsData(chunk);

/** "with twenty years", "scoring over 4", "not certified": what goes on about the noun before, and names no other. */
export const describesNoun = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'have', 'where', 'without', 'not', 'gt', 'gte', 'lt', 'lte') || closesSaying(chunk, 'gerund');

/** Where an addition to the records begins: ", plus anybody …", "and all orders that …". */
export function introducesMore(state: ParseState, at: number): number | undefined {
  const { chunks } = state;
  let next = at;
  while (next < at + 2 && has(chunks[next], 'comma', 'dash')) next++;
  const joint = chunks[next];
  const behind = chunks[next + 1];
  // "idle ones and the faulty ones": the article was read with the joint.
  if (closesSaying(joint, 'article') && has(joint, 'added') && behind && holdsData(behind))
    return beginsSubject(chunks, next + 1) ? next + 1 : undefined;
  if (!has(joint, 'and', 'orMore') || has(joint, 'or')) return undefined;
  const plus = has(joint, 'orMore');
  if (plus && (!says(joint, 'plus') || chunks[next - 1]?.number !== undefined)) return undefined;
  let from = next + 1;
  while (from < next + 3 && (has(chunks[from], 'also', 'and') || isEmphasis(chunks[from]))) from++;
  // "faulty ones plus the offline ones that …"
  const head = chunks[from + 1];
  const article = says(chunks[from], 'article') && head !== undefined && holdsData(head);
  if (article && (beginsSubject(chunks, from + 1) || (plus && kindOf(head)))) return from + 1;
  return beginsSubject(chunks, from) || beginsKind(chunks, from, plus) ? from : undefined;
}

/** "plus absolutely anyone" */
const isEmphasis = (chunk: Chunk | undefined): boolean =>
  says(chunk, 'emphasis') && chunk?.values.length === 0 && chunk.fields.length === 0;

/** Where something begins that limits all that was said: an exception, "in both cases", ", and nobody …". */
export function tailAt(state: ParseState, at: number): number | undefined {
  const { chunks } = state;
  let next = at;
  let parted = false;
  while (
    next < at + 4 &&
    has(chunks[next], 'comma', 'dash', 'and', 'but', 'stop') &&
    !has(chunks[next], 'except', 'unless', 'not')
  ) {
    if (has(chunks[next], 'comma', 'but', 'dash', 'stop')) parted = true;
    next++;
  }
  const chunk = chunks[next];
  if (!chunk || chunk.quote !== undefined) return undefined;
  if (has(chunk, 'regardless') || has(chunk, 'unless')) return next;
  if (has(chunk, 'except') && !has(chunk, 'gt', 'lt')) return next;
  if (parted && next > at && endOfExcepted(state, next) !== undefined) return next;
  return has(chunks[at], 'comma') && next === at + 1 && has(chunk, 'not') && endsChoice(chunks, at) ? next : undefined;
}

/** "tagged teaching or rural, not overloaded": a denial behind the comma that ends a choice, with no other choice to come. */
function endsChoice(chunks: readonly Chunk[], at: number): boolean {
  if (chunks.slice(at).some(chunk => has(chunk, 'or'))) return false;
  for (let before = at - 1; before >= 0 && !isBound(chunks[before]); before--)
    if (has(chunks[before], 'or') && !has(chunks[before], 'and')) return true;
  return false;
}

/** "interns excluded", "retired ones excepted": where what is left out stands before its word. */
export function endOfExcepted(state: ParseState, at: number): number | undefined {
  const { chunks } = state;
  for (let next = at; next < at + 7; next++) {
    const chunk = chunks[next];
    if (!chunk || isBound(chunk) || has(chunk, 'and', 'but')) return undefined;
    if (next > at && has(chunk, 'excepted')) return next + 1;
    if (next > at && !isFiller(chunk) && chunk.values.length === 0 && chunk.fields.length === 0 && !has(chunk, 'or'))
      return undefined;
  }
  return undefined;
}

/** "pumps, except the Grundfos ones, that are online": between commas, and behind the second goes on what was said before. */
export function enclosed(chunks: readonly Chunk[], at: number, from: number): number | undefined {
  if (!has(chunks[at], 'except') || !has(chunks[at - 1], 'comma')) return undefined;
  const comma = chunks.findIndex((chunk, i) => i > from && has(chunk, 'comma'));
  const behind = chunks[comma + 1];
  const clause = has(behind, 'where') || (has(behind, 'have') && !has(behind, 'without', 'no'));
  return comma > from && clause && !has(behind, 'or', 'and', 'ones') ? comma : undefined;
}

/** "Unless they are certified, all surgeons …": a clause that opens the request ends at its comma. */
export function leadingClause(state: ParseState, at: number, next: number): ParseState {
  const { chunks } = state;
  if (!has(chunks[at], 'unless') || !chunks.slice(0, at).every(chunk => isFiller(chunk) || isBound(chunk)))
    return state;
  const comma = chunks.findIndex((chunk, i) => i > next && has(chunk, 'comma'));
  if (comma < 0 || has(chunks[comma + 1], 'or', 'and') || !chunks.slice(comma + 1).some(chunk => !isFiller(chunk)))
    return state;
  return { ...state, chunks: chunks.slice(0, comma), failed: new Set() };
}

/** What is said together is no longer open to what follows. */
export const closed = (meaning: Meaning): Meaning =>
  meaning.kind === 'or' || meaning.kind === 'and' ? { ...meaning, loose: false, closed: true } : meaning;

export const isJoined = (meaning: Meaning | undefined): boolean => meaning?.kind === 'and' && meaning.closed !== true;

/** "Enterprise over 20 or SMB over 10": the same is said of both, so each is whole. */
export function isParallel(left: Meaning | undefined, right: Meaning): boolean {
  if (left?.kind !== 'and' || right.kind !== 'and') return false;
  const [one, other] = [fieldsOf(left), fieldsOf(right)];
  return one.size > 1 && one.size === other.size && [...one].every(field => other.has(field));
}
