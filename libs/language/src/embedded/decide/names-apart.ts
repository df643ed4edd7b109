import type { CutAction } from '../actions/cut-actions';
import { has } from '../cursor';
import { endsSentence, saidOf, sentenceEnd } from './sentences';
import type { Chunk } from '../../grounding/link-words';

/** A name has so many words at most, where other records follow. */
const LONGEST = 3;

/** Records, and where the name stands that they get. */
interface Named {
  readonly records: readonly Chunk[];
  readonly from: number;
  readonly to: number;
}

/**
 * "tag people in HR as hr and people in IT as it", `tag HR people "hr" and IT people "it"`: one verb for two kinds of
 * records, each with a tag or a value of its own.
 */
export function namesApart(actions: readonly CutAction[], chunks: readonly Chunk[], text: string): string | undefined {
  const given = actions.flatMap(({ action }) =>
    (action.type === 'addTag' || action.type === 'setValue') && typeof action.value === 'string' ? [action.value] : [],
  );
  if (given.length === 0) return undefined;
  const nameOf = ({ from, to }: Named): string => chunks[from]?.quote ?? saidOf(chunks, from, to, text);
  for (let at = 1; at < chunks.length; at++) {
    if (!has(chunks[at], 'and', 'comma', 'but') || chunks[at]?.quote !== undefined || endsSentence(chunks[at]))
      continue;
    const end = sentenceEnd(chunks, at + 1);
    const first = namedIn(chunks, chunks.slice(0, at).findLastIndex(endsSentence) + 1, at);
    const second = first && namedIn(chunks, at + 1, end);
    if (!first || !second || !areOfAKind(first, second)) continue;
    const [one, other] = [nameOf(first), nameOf(second)];
    if (given.some(name => name === one || name.endsWith(other))) return saidOf(chunks, at + 1, end, text);
  }
  return undefined;
}

/** "people in HR as hr", `IT people "it"`, "as hr people in HR". */
function namedIn(chunks: readonly Chunk[], start: number, end: number): Named | undefined {
  let [from, to] = [start, end];
  while (from < to && has(chunks[from], 'tag', 'then') && !leads(chunks[from])) from++;
  while (to > from && has(chunks[to - 1], 'tag', 'comma') && chunks[to - 1]?.quote === undefined) to--;
  const piece = chunks.slice(from, to);
  const as = piece.findLastIndex(leads);
  const length = piece.length - as - 1;
  if (as > 0 && length > 0 && length <= LONGEST) return withRecords(piece.slice(0, as), from + as + 1, to);
  if (as === 0 && length > 1) return withRecords(piece.slice(2), from + 1, from + 2);
  const [before, last] = piece.slice(-2);
  const called = last?.quote !== undefined && (has(before, 'noun', 'ones') || (before && tells(before)));
  return called ? withRecords(piece.slice(0, -1), to - 1, to) : undefined;
}

const withRecords = (records: readonly Chunk[], from: number, to: number): Named | undefined =>
  records.some(tells) ? { records, from, to } : undefined;

const leads = (chunk: Chunk | undefined): boolean => has(chunk, 'as') && chunk?.quote === undefined;

/** A value or an amount says which records are meant. */
const tells = (chunk: Chunk): boolean =>
  chunk.quote === undefined && (chunk.values.length > 0 || chunk.number !== undefined || chunk.date !== undefined);

/** Whether both are told by the same: other values of one field, amounts, or the records' own noun said again. */
const areOfAKind = (one: Named, other: Named): boolean =>
  other.records.some(chunk => has(chunk, 'noun', 'ones') || one.records.some(before => isAlike(chunk, before)));

const isAlike = (one: Chunk, other: Chunk): boolean =>
  one.values.some(({ field }) => other.values.some(link => link.field === field)) ||
  (one.number !== undefined && other.number !== undefined);
