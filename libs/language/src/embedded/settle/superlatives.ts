import { has } from '../cursor';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** "más", "più", "mais", "plus": with an article before and an adjective behind they make what is said the most of all. */
const MOST_NAMED = 3;

/** "las diez máquinas más caras", "le macchine più vecchie": which those are, only all records together can tell. */
export function superlatives(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, at) =>
    isMost(chunks, at) || isRanked(chunks, at) ? { ...chunk, roles: ['aggregate'] } : chunk,
  );
}

/** "the best 5%", "die zehn teuersten", "os dez melhores": so many of all, as they are ranked. */
function isRanked(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (!says(chunk, 'ranked') || chunk?.quote !== undefined || (chunk?.values.length ?? 0) > 0) return false;
  const [before, behind] = [chunks[at - 1], chunks[at + 1]];
  const counts = (other: Chunk | undefined): boolean =>
    other?.number !== undefined && !other.date && !other.duration && Number.isInteger(other.number.value);
  return counts(behind) || (counts(before) && has(chunks[at - 2], 'det'));
}

function isMost(chunks: readonly Chunk[], at: number): boolean {
  const [more, quality, behind] = chunks.slice(at, at + 3);
  if (!more || !says(more, 'moreOrLess') || more.quote !== undefined || !has(quality, 'vague', 'vagueSmall'))
    return false;
  if (has(behind, 'gt', 'lt', 'of', 'where') || behind?.number !== undefined) return false;
  let from = at - 1;
  if (!has(chunks[from], 'noun')) return false;
  while (from > at - MOST_NAMED && (has(chunks[from], 'noun') || chunks[from]?.number !== undefined)) from--;
  return has(chunks[from], 'det') && chunks[from]?.quote === undefined;
}
