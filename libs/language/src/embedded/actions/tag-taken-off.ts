import { has, isBound } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/**
 * "The VIP tag on customers in Germany must be removed", "VIP tag on …: take it off": behind the records, a verb without
 * another object takes off the tag that the request opens with.
 */
export const takenOffBehind = (chunks: readonly Chunk[], from: number): boolean =>
  chunks.some((chunk, at) => {
    if (at < from || chunk.quote !== undefined || chunk.values.length > 0) return false;
    const off = has(chunk, 'remove', 'obsolete') || (has(chunk, 'off') && !has(chunk, 'on', 'to'));
    return off && isBound(chunks[has(chunks[at + 1], 'them') ? at + 2 : at + 1]);
  });
