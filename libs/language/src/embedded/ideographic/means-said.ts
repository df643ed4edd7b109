import { has } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/** "用发票付款": what something is done with is a value, though records may be called so. */
export function meansSaid(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, at) =>
    chunk.values.length > 0 && has(chunk, 'noun') && has(chunks[at - 1], 'with')
      ? { ...chunk, roles: chunk.roles.filter(role => role !== 'noun') }
      : chunk,
  );
}
