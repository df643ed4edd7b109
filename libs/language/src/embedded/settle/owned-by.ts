import { has } from '../cursor';
import { closesSaying, saidTo } from '../saying';
import { fieldSays } from '../../grounding/fields/field-senses';
import type { Chunk } from '../../grounding/link-words';

/** So many owners are listed at most, the words between them counted. */
const FAR = 8;

/** "belonging to the railway" of bridges that cross a railway or are the railway's: whom something belongs to is its owner. */
export function withOwnersMeant(chunks: readonly Chunk[]): readonly Chunk[] {
  const behind = (at: number): number | undefined =>
    saidTo(chunks, at, 'ownedBy') ?? (closesSaying(chunks[at], 'ownedBy') ? at + 1 : undefined);
  const at = chunks.findIndex((_, i) => behind(i) !== undefined);
  const from = at < 0 ? undefined : behind(at);
  if (from === undefined) return chunks;
  const meant = new Map<Chunk, Chunk>();
  for (let next = from; next < from + FAR && chunks[next]; next++) {
    const chunk = chunks[next] as Chunk;
    const own = chunk.values.filter(({ field }) => fieldSays(field, 'ownerWord'));
    if (own.length > 0) meant.set(chunk, { ...chunk, values: own });
    else if (!has(chunk, 'det', 'or', 'and', 'comma', 'to', 'of', 'in')) break;
  }
  return meant.size === 0 ? chunks : chunks.map(chunk => meant.get(chunk) ?? chunk);
}
