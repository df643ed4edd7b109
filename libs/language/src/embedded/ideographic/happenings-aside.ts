import { has, isBound, WEAK } from '../cursor';
import { bare, isName, isParticle } from './pieces';
import type { Chunk } from '../../grounding/link-words';
import { isDateField } from '../../grounding/fields/date-field';

/** "大阪から出荷された", "从上海发货的": where something happened, not when. The verb only leads to the place. */
export function happeningsAside(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    if (saidBefore(chunks, at)) return bare(chunk, 'filler');
    const field = chunk.fields[0]?.field;
    const dated = chunk.quote === undefined && chunk.values.length === 0 && field !== undefined && isDateField(field);
    if (!dated || isNear(chunks, at)) return chunk;
    const particle = isParticle(chunks[at - 1], /^(?:から|へ|で|にて)$/) || has(chunks[at - 1], 'from');
    const place = particle ? isName(chunks[at - 2]) : isName(chunks[at - 1]) && has(chunks[at - 2], 'from');
    return place ? bare(chunk, 'in', 'filler') : chunk;
  });
}

/** "保修将在未来90天内到期": a word that hardly names a field says nothing more of the one that is named. */
function saidBefore(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  const [link] = chunk?.quote === undefined && !isName(chunk) ? (chunk?.fields ?? []) : [];
  if (!link || link.score >= WEAK || chunk?.roles.length) return false;
  return chunks.slice(Math.max(0, at - 4), at).some(({ fields }) => fields[0]?.field === link.field);
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
