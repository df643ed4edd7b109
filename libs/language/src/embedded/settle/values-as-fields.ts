import { endsClause, has } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/**
 * "orders with DHL as the carrier": the word before a field leads to the field that its value is of, and to no tag.
 * It says nothing then, and the field stands right behind its value.
 */
export function withValuesAsFields(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(chunk => has(chunk, 'as'))) return chunks;
  return chunks.map((chunk, at) => (leadsToField(chunks, at) ? { ...chunk, roles: FILLER } : chunk));
}

const FILLER: Chunk['roles'] = ['filler'];

function leadsToField(chunks: readonly Chunk[], at: number): boolean {
  const [value, chunk] = [chunks[at - 1], chunks[at]];
  if (!value || !has(chunk, 'as') || chunk?.quote !== undefined || chunk?.values.length) return false;
  const next = has(chunks[at + 1], 'det', 'them') && !chunks[at + 1]?.fields.length ? at + 2 : at + 1;
  const [link] = chunks[next]?.fields ?? [];
  if (!link || link.score < 0.9 || chunks[next]?.quote !== undefined) return false;
  const owned = value.values.some(({ field, via }) => field === link.field && via !== 'part');
  return owned && has(chunks[at - 2], 'with', 'have', 'or', 'comma', 'and') && endsClause(chunks[next + 1]);
}
