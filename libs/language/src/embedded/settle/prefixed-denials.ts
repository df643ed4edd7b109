import { has } from '../cursor';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** "non-German customers", "non-VIP": before a value or what is told by yes or no, the prefix denies it. */
export function withPrefixedDenials(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(chunk => says(chunk, 'non'))) return chunks;
  return chunks.flatMap((chunk, at): readonly Chunk[] => {
    if (denies(chunks, at)) return [{ ...chunk, roles: ['not'] }];
    return has(chunk, 'dash') && denies(chunks, at - 1) ? [] : [chunk];
  });
}

function denies(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (!says(chunk, 'non') || chunk?.values.length !== 0 || chunk.quote !== undefined) return false;
  const denied = chunks[has(chunks[at + 1], 'dash') ? at + 2 : at + 1];
  return (denied?.values.length ?? 0) > 0 || denied?.fields[0]?.field.type === 'boolean';
}
