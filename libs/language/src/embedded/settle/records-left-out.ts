import { has, isBound, isField } from '../cursor';
import { opensSaying, saidTo, says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** How many words say which records are left out. */
const LONGEST = 9;

/**
 * "…; drafts are to be ignored", ", ignore those without a date", "(leave blanks alone)": a clause that takes records away
 * is read as an exception, whatever order it says that in.
 */
export function withRecordsLeftOut(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(mayLeaveOut)) return chunks;
  let said = chunks;
  for (let at = 0; at < said.length; at++) said = leftOutBehind(said, at) ?? leftOutBefore(said, at) ?? said;
  return said;
}

const mayLeaveOut = (chunk: Chunk): boolean =>
  chunk.quote === undefined && (has(chunk, 'excepted') || opensSaying(chunk, 'ignores', 'leavesBe'));

const isEmpty = (word: Chunk): boolean =>
  word.values.length === 0 && (says(word, 'blanksWord') || (has(word, 'empty') && !has(word, 'without')));

/** "blanks", "empty ones": those that are so, and nothing that is to be emptied. */
const records = (chunks: readonly Chunk[], from: number, to: number): readonly Chunk[] =>
  chunks.slice(from, to).map(word => (isEmpty(word) ? { ...word, roles: ['empty'] } : word));

const asException = (verb: Chunk): Chunk => ({ ...verb, roles: ['except'] });

/** "drafts don't count", "Honeywell excluded", "orders without a carrier are to be disregarded": the verb closes its clause. */
function leftOutBehind(chunks: readonly Chunk[], at: number): readonly Chunk[] | undefined {
  const verb = chunks[at];
  if (!verb || !has(verb, 'excepted') || verb.quote !== undefined || verb.glued || !endsException(chunks, at + 1))
    return undefined;
  let from = at;
  while (from > 0 && !partsException(chunks, from - 1)) from--;
  // "except that drafts are left alone": that is said already.
  if (has(chunks[from - 1], 'except')) return [...chunks.slice(0, at), ...chunks.slice(at + 1)];
  if (at - from > LONGEST || !namesRecords(chunks, from, at)) return undefined;
  return [...chunks.slice(0, from), asException(verb), ...records(chunks, from, at), ...chunks.slice(at + 1)];
}

/** "ignore interns", "skip the empty ones", "leave drafts alone": the verb opens its clause. */
function leftOutBefore(chunks: readonly Chunk[], at: number): readonly Chunk[] | undefined {
  const verb = chunks[at];
  const opens = at > 0 && (partsException(chunks, at - 1) || has(chunks[at - 1], 'and', 'but'));
  if (!verb || !opens || verb.quote !== undefined || has(verb, 'except')) return undefined;
  if (!opensSaying(verb, 'ignores', 'leavesBe')) return undefined;
  let to = at + 1;
  while (to <= at + LONGEST && !endsException(chunks, to)) to++;
  const be = opensSaying(verb, 'leavesBe') ? untouchedBefore(chunks, at + 2, to) : to;
  if (be === undefined || !namesRecords(chunks, at + 1, be)) return undefined;
  return [...chunks.slice(0, at), asException(verb), ...records(chunks, at + 1, be), ...chunks.slice(to)];
}

/** "… alone", "… as they are": what closes the clause that leaves something be. */
function untouchedBefore(chunks: readonly Chunk[], from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if (saidTo(chunks, at, 'untouched') === to) return at;
  return undefined;
}

/** What stands before those that are left out: a mark, or what leads to an exception. */
const partsException = (chunks: readonly Chunk[], at: number): boolean =>
  isBound(chunks[at]) || has(chunks[at], 'except', 'but', 'dash');

/** What ends them: a mark, or what is to be done. */
const endsException = (chunks: readonly Chunk[], at: number): boolean =>
  isBound(chunks[at]) || has(chunks[at], 'tag', 'then');

const isNoRecord = (word: Chunk): boolean =>
  word.values.length === 0 &&
  ((has(word, 'tag', 'setTo') && !says(word, 'participle')) ||
    has(word, 'hostile') ||
    (has(word, 'if') && !has(word, 'where')));

/** Which records: by what they hold, or by what they lack; no more than the name of a field names none. */
function namesRecords(chunks: readonly Chunk[], from: number, to: number): boolean {
  const words = chunks.slice(from, to);
  const [first] = words;
  if (!first || words.some(word => isNoRecord(word))) return false;
  const lacks = words.some((word, i) => has(word, 'without', 'no') && words.slice(i + 1).some(isField));
  return lacks || words.some(word => word.values.length > 0 || isEmpty(word));
}
