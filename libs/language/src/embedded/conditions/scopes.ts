import { has, isBound, isFiller } from '../cursor';
import { say } from '../../grounding/messages';
import { excludes, guessedBound, meetAtLimit } from '../meaning/contradictions';
import { isLimitedAlike } from '../meaning/limited-alike';
import { join, type Meaning, testsOf } from '../meaning/meaning';
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
  /** Behind "or" without a comma: at the next comma the alternatives end, and what follows limits them all. */
  readonly alternative?: boolean;
}

export const OUTMOST: Reach = { depth: 0 };

export const keyOf = ({ depth, excepted, head, noun, alternative }: Reach): string =>
  `${depth}${excepted ? 'x' : ''}${alternative ? 'a' : ''}${noun ? 'n' : ''}${head ? [...head].join('+') : ''}`;

/** The fields a meaning speaks of. */
export const fieldsOf = (meaning: Meaning): ReadonlySet<string> =>
  new Set(testsOf(meaning).map(test => test.field.name));

/** "either interns, or contractors in Hamburg": a comma before "or", and none behind it, makes each alternative a whole of its own. */
export function partsAlternatives(chunks: readonly Chunk[], at: number): boolean {
  const comma = chunks.findLastIndex((chunk, i) => i > at && has(chunk, 'comma') && chunk.quote === undefined);
  const end = chunks.findIndex((chunk, i) => i > at && has(chunk, 'stop', 'open', 'colon', 'and'));
  return comma > at && has(chunks[comma + 1], 'or') && (end < 0 || end > comma);
}

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
  if (parted && has(chunk, 'onlyIf') && !has(chunk, 'only')) return next;
  return has(chunks[at], 'comma') && next === at + 1 && has(chunk, 'not') && endsChoice(chunks, at) ? next : undefined;
}

/** "tagged teaching or rural, not overloaded": a denial behind the comma that ends a choice, with no other choice to come. */
function endsChoice(chunks: readonly Chunk[], at: number): boolean {
  if (chunks.slice(at).some(chunk => has(chunk, 'or'))) return false;
  for (let before = at - 1; before >= 0 && !isBound(chunks[before]); before--)
    if (has(chunks[before], 'or') && !has(chunks[before], 'and')) return true;
  return false;
}

/** "except those in Lyon, hired after 2018": behind a comma goes on what was said before, unless it lists more that is left out. */
export function closesException(chunks: readonly Chunk[], comma: number): boolean {
  let next = comma + 1;
  if (has(chunks[next], 'and')) next++;
  while (has(chunks[next], 'det', 'filler') && !has(chunks[next], 'where', 'ones', 'noun') && next < comma + 4) next++;
  const chunk = chunks[next];
  return chunk !== undefined && !has(chunk, 'or', 'ones', 'noun') && chunk.values.length === 0;
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

/**
 * What is said of different records, behind what is said of all: "in Sales, hired in 2020 and hired in 2022". Of two bounds
 * it is told, as nobody said so; "above 100 and not above 100" is kept as it was said, which no record is.
 */
export function eitherBehind(
  { grounding }: ParseState,
  head: readonly Meaning[],
  before: readonly Meaning[],
  rest: Meaning,
): Meaning | undefined {
  const first = join('and', before);
  if (first && meetAtLimit(first, rest)) return join('and', [...head, first, rest]);
  const guessed = first && [first, rest].map(guessedBound);
  const either =
    guessed && join('or', guessed[0] === first ? guessed : toldAsEither(guessed, grounding.lexicons[0]?.language));
  return either && join('and', [...head, closed(either)]);
}

/** Two bounds, with the first of which it is told that one of them is enough. */
const toldAsEither = ([first, ...others]: readonly Meaning[], language: string | undefined): readonly Meaning[] =>
  first?.kind === 'test' && others.every(({ kind }) => kind === 'test')
    ? [{ ...first, assumptions: [say(language, 'beyondEither', first.field.label)] }, ...others]
    : [...(first ? [first] : []), ...others];

export const isJoined = (meaning: Meaning | undefined): boolean => meaning?.kind === 'and' && meaning.closed !== true;

/** "Enterprise over 20 or SMB over 10": the same is said of both, so each is whole. */
export function isParallel(left: Meaning | undefined, right: Meaning): boolean {
  if (left?.kind !== 'and' || right.kind !== 'and') return false;
  const [one, other] = [fieldsOf(left), fieldsOf(right)];
  if (one.size < 2 || one.size !== other.size) return false;
  return [...one].every(field => other.has(field)) || isLimitedAlike(left, right);
}

/** Where the list "that are hot, idle or leased" opens: right behind what leads to it, with nothing of the records before. */
export function opensList(chunks: readonly Chunk[], at: number): boolean {
  return (
    at === 0 ||
    has(chunks[at], 'where', 'have', 'if') ||
    has(chunks[at - 1], 'where', 'have', 'be', 'if', 'onlyIf', 'unless')
  );
}

/** Which of these is said of other records than this, as no record is both. */
export function alternativeTo(items: readonly Meaning[], meaning: Meaning): number | undefined {
  const at = items.findIndex(item => excludes(item, meaning));
  return at < 0 ? undefined : at;
}

/** Elements of a list of which one is enough; of one field they were a list of its values, and limited what stands before. */
export function elementsOf(before: Meaning | undefined, last: Meaning): readonly Meaning[] | undefined {
  const items = before?.kind === 'and' ? before.items : [];
  const [end] = items.slice(-1);
  const same = end && [...fieldsOf(end)].some(field => fieldsOf(last).has(field));
  return items.length > 1 && !same ? items : undefined;
}

/** The last "and" or comma in a stretch. */
export function lastJoint(chunks: readonly Chunk[], from: number, to: number): number {
  for (let at = to; at > from; at--) if (has(chunks[at], 'and', 'comma') && chunks[at]?.quote === undefined) return at;
  return -1;
}

/** Past the joints that lead to the next thing said. */
export function skipToUnit(state: ParseState, at: number): number {
  let next = at;
  while (
    next < state.chunks.length &&
    has(state.chunks[next], 'and', 'comma', 'but', 'amp', 'both', 'also', 'dash', 'colon', 'stop', 'arrow') &&
    !has(state.chunks[next], 'or', 'except', 'not', 'neither')
  )
    next++;
  return next;
}
