import { isUnknown } from './cursor';
import type { Chunk } from '../grounding/link-words';

const FAMILY = /^(\d+(?:\.\d+)*\.)x$/i;

/** "firmware 2.x": all versions that begin with "2.", said as such. */
export function withFamilies(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(isFamily)) return chunks;
  return chunks.flatMap(chunk => {
    const begins = isFamily(chunk) ? FAMILY.exec(chunk.text)?.[1] : undefined;
    if (begins === undefined) return [chunk];
    const text: Chunk = { ...chunk, text: begins, key: begins, quote: begins, glued: false };
    return [{ ...chunk, roles: ['startsWith'] }, text];
  });
}

const isFamily = (chunk: Chunk): boolean => chunk.quote === undefined && isUnknown(chunk) && FAMILY.test(chunk.text);
