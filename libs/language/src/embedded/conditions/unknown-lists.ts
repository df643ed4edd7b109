import { endsClause, has, isBound, isFiller } from '../cursor';
import { says } from '../saying';
import type { Issue } from '../meaning/meaning';
import type { Chunk } from '../../grounding/link-words';

/** So far before its noun a list's name begins at most. */
const LONGEST = 4;

/**
 * "on the blocked suppliers list", "auf der Sperrliste", "sur la liste noire": whoever says so means a list of that name.
 * Where none has it, its words are no condition by themselves: that the status is Blocked was never said.
 */
export function unknownLists(chunks: readonly Chunk[], text: string): readonly Issue[] {
  return chunks.flatMap((chunk, at): Issue[] => {
    if (!has(chunk, 'listNoun') || chunk.quote !== undefined || chunk.named || isOfRecord(chunk)) return [];
    const [from, to] = nameBefore(chunks, at) ?? nameBehind(chunks, at) ?? [];
    if (from === undefined || to === undefined) return [];
    const [first, last] = [chunks[from], chunks[to]];
    if (!first || !last) return [];
    return [{ kind: 'unknown-list', word: text.slice(first.start, last.end), start: first.start }];
  });
}

/** A price list, where records have a price; "Waitlist", where that is a value. */
const isOfRecord = (chunk: Chunk): boolean => chunk.values.length > 0 || (chunk.fields[0]?.score ?? 0) >= 0.6;

const leads = (chunk: Chunk | undefined): boolean => has(chunk, 'in', 'on', 'among') && !has(chunk, 'listNoun');

function nameBefore(chunks: readonly Chunk[], at: number): readonly [number, number] | undefined {
  let from = at;
  while (from > 0 && at - from < LONGEST && !leads(chunks[from - 1])) {
    const before = chunks[from - 1];
    if (before === undefined || isBound(before) || has(before, 'and', 'or', 'be', 'where')) return undefined;
    if (before.named || before.quote !== undefined || (before.fields[0]?.score ?? 0) >= 0.6) return undefined;
    from--;
  }
  while (has(chunks[from], 'det', 'this')) from++;
  const telling = chunks.slice(from, at).some(chunk => !isFiller(chunk) && !has(chunk, 'not'));
  const compound = from === at && isCompound(chunks[at]);
  const led = leads(chunks[from - 1]) || has(chunks[from - 1], 'det', 'this');
  return led && (telling || compound) ? [from, at] : undefined;
}

/** "watchlist", "Sperrliste": the name and the noun in one. */
const isCompound = (chunk: Chunk | undefined): boolean => says(chunk, 'listWord');

/** "the list of blocked suppliers", "la liste noire": a name behind it, unless values are told one after another. */
function nameBehind(chunks: readonly Chunk[], at: number): readonly [number, number] | undefined {
  let lead = at - 1;
  while (has(chunks[lead], 'det', 'this')) lead--;
  if (!leads(chunks[lead]) && !isPhrase(chunks[at])) return undefined;
  let from = at + 1;
  while (has(chunks[from], 'of', 'det')) from++;
  let to = from;
  while (to < chunks.length && !ends(chunks[to])) to++;
  const name = chunks.slice(from, to);
  if (name.length === 0 || name.length > LONGEST) return undefined;
  if (name.some(chunk => chunk.named || chunk.quote !== undefined || chunk.number !== undefined)) return undefined;
  const isValue = name.length === 1 && (name[0]?.values[0]?.score ?? 0) >= 0.95;
  return isValue || name.every(chunk => isFiller(chunk)) ? undefined : [from, to - 1];
}

/** "on the list of" in one piece */
const isPhrase = (chunk: Chunk | undefined): boolean => / .* |\w'/u.test(chunk?.key ?? '');

const ends = (chunk: Chunk | undefined): boolean => endsClause(chunk, 'with', 'be', 'tagNoun');
