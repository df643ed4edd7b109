import { has } from '../cursor';
import { closesSaying, says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** "no taller than 20 cm", "no older than five years": what denies a comparison is no word for something that is not there. */
export const withDeniedComparatives = (chunks: readonly Chunk[]): readonly Chunk[] =>
  chunks.some((_, at) => deniesComparison(chunks, at))
    ? chunks.map((chunk, at) => (deniesComparison(chunks, at) ? { ...chunk, roles: ['not'] } : chunk))
    : chunks;

function deniesComparison(chunks: readonly Chunk[], at: number): boolean {
  const [chunk, next] = [chunks[at], chunks[at + 1]];
  if (!has(chunk, 'no') || !says(chunk, 'denyingArticle') || chunk?.number !== undefined) return false;
  const compares = next?.dimensioned !== undefined || has(next, 'older', 'newer');
  return compares && closesSaying(next, 'than');
}
