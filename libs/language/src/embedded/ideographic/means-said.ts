import { has } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

const isRecords = (chunk: Chunk | undefined): boolean => has(chunk, 'noun') && chunk?.values.length === 0;

/** "用发票付款", "企业客户": what something is done with, or what stands before the records, is a value, though records may be called so. */
export function meansSaid(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, at) =>
    chunk.values.length > 0 && has(chunk, 'noun') && (has(chunks[at - 1], 'with') || isRecords(chunks[at + 1]))
      ? { ...chunk, roles: chunk.roles.filter(role => role !== 'noun') }
      : chunk,
  );
}
