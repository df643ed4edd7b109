import { has } from '../cursor';
import { isName } from './pieces';
import type { Chunk } from '../../grounding/link-words';

const isRecords = (chunk: Chunk | undefined): boolean => has(chunk, 'noun') && chunk?.values.length === 0;

/** "用发票付款", "企业客户": what something is done with, or what stands before the records, is a value, though records may be called so. */
export function meansSaid(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    if (chunk.values.length === 0 || chunk.quote !== undefined) return chunk;
    if (has(chunk, 'noun') && (has(chunks[at - 1], 'with') || isRecords(chunks[at + 1])))
      return { ...chunk, roles: chunk.roles.filter(role => role !== 'noun') };
    // "在籍社員": behind no place, the state that records hold.
    const placed = isName(chunks[at - 1]) || isName(chunks[at - 2]);
    return has(chunk, 'in') && isRecords(chunks[at + 1]) && !placed ? { ...chunk, roles: [] } : chunk;
  });
}
