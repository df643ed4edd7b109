import { has, isBound } from '../cursor';
import { bare, isName, isParticle } from './pieces';
import type { Chunk } from '../../grounding/link-words';

/** "大阪から出荷された", "从上海发货的": where something happened, not when. The verb only leads to the place. */
export function happeningsAside(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    const dated =
      chunk.quote === undefined && chunk.values.length === 0 && /^date/.test(chunk.fields[0]?.field.type ?? '');
    if (!dated || isNear(chunks, at)) return chunk;
    const particle = isParticle(chunks[at - 1], /^(?:から|へ|で|にて)$/) || has(chunks[at - 1], 'from');
    const place = particle ? isName(chunks[at - 2]) : isName(chunks[at - 1]) && has(chunks[at - 2], 'from');
    return place ? bare(chunk, 'in', 'filler') : chunk;
  });
}

/** Whether a date or what is missing is said right behind, before the clause ends. */
function isNear(chunks: readonly Chunk[], at: number): boolean {
  for (let next = at + 1; next < at + 4 && !isBound(chunks[next]); next++) {
    const chunk = chunks[next];
    if (chunk?.date || chunk?.duration || has(chunk, 'empty', 'filled')) return true;
    if (has(chunk, 'noun')) return false;
  }
  return chunks[at - 2]?.date !== undefined || chunks[at - 1]?.date !== undefined;
}
