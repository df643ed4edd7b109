import { madeWord } from '../made-words';
import { has, isBound, isSmall } from '../cursor';
import { closesSaying, mentions, says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** "give them that tag", "they should get this tag": where such an order ends, whose tag was named before it. */
function pointingEnd(chunks: readonly Chunk[], at: number): number | undefined {
  if (!has(chunks[at], 'add', 'give') || chunks[at]?.quote !== undefined) return undefined;
  const point = has(chunks[at + 1], 'them') && !says(chunks[at + 1], 'likewise') ? at + 2 : at + 1;
  const [that, noun] = [chunks[point], chunks[point + 1]];
  const whole = has(noun, 'tagNoun') && noun?.quote === undefined && isBound(chunks[point + 2]);
  return whole && says(that, 'likewise') && that?.quote === undefined ? point + 2 : undefined;
}

/** "For late orders, the tag is | Late Payer", "where …, the tag should be | X": behind a condition, what it is says what it is to be. */
export function withTagsStated(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex(
    (chunk, i) =>
      i > 2 &&
      has(chunk, 'tagNoun') &&
      isSmall(chunk) &&
      isSmall(chunks[i + 1]) &&
      has(chunks[i + 1], 'be', 'give') &&
      !has(chunks[i + 1], 'not') &&
      (says(chunks[i + 1], 'isA', 'equates') || closesSaying(chunks[i + 1], 'passiveInfinitive')),
  );
  if (at < 0) return chunks;
  const article = has(chunks[at - 1], 'det') ? at - 1 : at;
  let end = at + 2;
  while (chunks[end] && !isBound(chunks[end]) && !isSmall(chunks[end])) end++;
  if (!has(chunks[article - 1], 'comma') || end === at + 2 || !isBound(chunks[end])) return chunks;
  const verb: Chunk = { ...(chunks[at + 1] as Chunk), start: chunks[article]?.start ?? 0, roles: ['add'] };
  return [...chunks.slice(0, article), verb, chunks[at] as Chunk, ...chunks.slice(at + 2)];
}

/** "… count as VIP, so give them that tag": what only points at the tag named before is "tag them so". */
export function withTagPointedAt(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex((_, i) => i > 1 && pointingEnd(chunks, i) !== undefined);
  const to = at < 0 ? undefined : pointingEnd(chunks, at);
  const named = chunks.slice(0, Math.max(at, 0)).some(chunk => mentions(chunk, 'countsAs', 'calling', 'isA'));
  if (to === undefined || !named) return chunks;
  const subject = at > 0 && mentions(chunks[at - 1], 'theyWord') && !isBound(chunks[at - 1]) ? at - 1 : at;
  const [opener, that, last] = [chunks[at] as Chunk, chunks[to - 2] as Chunk, chunks[to - 1] as Chunk];
  const { start } = opener;
  const verb: Chunk = { ...opener, roles: ['tag'], fields: [], values: [] };
  const them = madeWord(start, last.end, '', ['them']);
  return [...chunks.slice(0, subject), verb, them, { ...that, roles: [], end: last.end }, ...chunks.slice(to)];
}
