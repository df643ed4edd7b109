import { partsClause } from './clauses';
import { has } from '../cursor';
import { closesSaying, says } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';

/** A name has hardly more words. */
const LONGEST = 6;

/** What leads to the name of a tag. */
const LEADS: readonly Role[] = ['tag', 'tagNoun', 'as', 'add', 'give', 'colon', 'arrow'];

/** What goes on about the records, or with the next thing said. */
const GOES_ON: readonly Role[] = ['and', 'or', 'but', 'if', 'unless', 'except', 'onlyIf', 'where', 'tag', 'tagNoun'];

/** What limits which records are meant. */
const LIMITS: readonly Role[] = [
  'onlyIf',
  'only',
  'if',
  'unless',
  'except',
  'excepted',
  'regardless',
  'empty',
  'filled',
  'without',
  'not',
  'no',
  'gt',
  'gte',
  'lt',
  'lte',
];

const isSmall = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined && /^\p{Ll}/u.test(chunk?.text ?? '') && !chunk?.glued;

const isNamed = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && (chunk.quote !== undefined || chunk.glued || /^[\p{Lu}\p{N}]/u.test(chunk.text));

/** Whether the name of a tag ends here: in quotes or capitals, right behind what leads to it. */
export function isBehindName(chunks: readonly Chunk[], at: number): boolean {
  let from = at;
  while (from > 0 && from > at - LONGEST && isNamed(chunks[from - 1]) && !partsClause(chunks, from - 1)) from--;
  return from < at && has(chunks[from - 1], ...LEADS);
}

const saysValue = (chunk: Chunk): boolean =>
  chunk.quote !== undefined ||
  (chunk.number !== undefined && !isFew(chunk)) ||
  chunk.values.some(({ score, via }) => score >= 0.9 && via !== 'part');

const saysData = (chunk: Chunk): boolean => saysValue(chunk) || (chunk.fields[0]?.score ?? 0) >= 0.9;

/** "these two sites": a few, said in passing. */
const isFew = (chunk: Chunk): boolean => /^\p{L}+$/u.test(chunk.text);

/** "by Friday", "before the end of the month": a day without its year is when something is to be done. */
const isSoon = (chunk: Chunk | undefined): boolean => chunk?.date !== undefined && !/\p{N}{4}/u.test(chunk.text);

/** "ahead of the audit", "by Friday", "for our review": by when, and what for. */
function opensAdjunct(chunks: readonly Chunk[], at: number): boolean {
  const [chunk, next] = [chunks[at], chunks[at + 1]];
  if (!isSmall(chunk)) return false;
  if (has(chunk, 'before', 'until'))
    return closesSaying(chunk, 'article') || has(next, 'det', 'writer') || isSoon(next);
  return has(chunk, 'for') && says(next, 'ours');
}

/** Where a stretch ends that holds nothing of what records hold, if nothing in it does. */
function idleEnd(chunks: readonly Chunk[], from: number, tells = saysData): number | undefined {
  let to = from;
  for (; to < chunks.length && !partsClause(chunks, to); to++) {
    const chunk = chunks[to] as Chunk;
    if (isSmall(chunk) && has(chunk, ...GOES_ON) && !has(chunk, 'in', 'filler', 'writer')) break;
    if (tells(chunk)) return undefined;
  }
  return to;
}

/**
 * "tag X | ahead of the audit in March", "tagged X | by Friday", "tag X | (needed for the audit)": behind the name of a tag,
 * by when and what for it is to be done. It chooses no records, and is no part of the name.
 */
export function adjunctEnd(chunks: readonly Chunk[], at: number): number | undefined {
  const bracket = has(chunks[at], 'open') && /^\p{Ll}/u.test(chunks[at + 1]?.text ?? '');
  if (!(bracket || opensAdjunct(chunks, at)) || !isBehindName(chunks, at)) return undefined;
  const to = idleEnd(chunks, at + 1);
  // "(only if present)"
  if (chunks.slice(at + 1, to).some(chunk => has(chunk, ...LIMITS))) return undefined;
  if (!bracket) return to;
  return to !== undefined && has(chunks[to], 'close') ? to + 1 : undefined;
}

/** ", since these two sites come first", ", as nobody has an overview", ", which will help us": why, behind an order. */
export function isReasonBehind(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (!has(chunks[at - 1], 'comma') || !isSmall(chunk) || !has(chunk, 'since', 'as', 'where')) return false;
  if (!has(chunk, 'since') && !isBehindName(chunks, at - 1)) return false;
  // "since these two depots come first": what is told of a field that holds no value.
  const to = idleEnd(chunks, at + 1, saysValue);
  if (to === undefined || to < at + 3) return false;
  const words = chunks.slice(at + 1, to);
  return (
    !words.some(word => word.date !== undefined || word.duration !== undefined) &&
    words.some((word, i) => i > 0 && isSmall(word) && has(word, 'be', 'have', 'may', 'does'))
  );
}
