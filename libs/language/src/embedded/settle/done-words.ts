import { has } from '../cursor';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** Little words between what was to be done and that it was: "die Schulung noch nicht absolviert". */
const MOST_BETWEEN = 4;
/** How well a field must be named. */
const NAMED = 0.6;

/**
 * "Sicherheitsschulung noch nicht absolviert", "formation non effectuée": of what is so or is not, that it was done says
 * that it is so, whatever states records have besides.
 */
export function withDoneWords(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(isDone)) return chunks;
  return chunks.map((chunk, at) => {
    if (!isDone(chunk)) return chunk;
    const role = followsYesNo(chunks, at) ? 'trueWord' : leadsToYesNo(chunks, at) ? 'have' : undefined;
    return role ? { ...chunk, roles: [role], fields: [], values: [] } : chunk;
  });
}

const isDone = (chunk: Chunk): boolean => says(chunk, 'done') && chunk.quote === undefined;

/** "no han completado la formación": whoever has done it has it. */
const leadsToYesNo = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at - 1], 'be', 'have', 'not') && isYesNo(chunks[has(chunks[at + 1], 'det') ? at + 2 : at + 1]);

const isYesNo = (chunk: Chunk | undefined): boolean => {
  const best = chunk?.fields[0];
  return best?.field.type === 'boolean' && best.score >= NAMED;
};

function followsYesNo(chunks: readonly Chunk[], at: number): boolean {
  for (let before = at - 1; before >= 0 && before >= at - MOST_BETWEEN; before--) {
    if ((chunks[before]?.fields.length ?? 0) > 0) return isYesNo(chunks[before]);
    if (!has(chunks[before], 'not', 'notYet', 'never', 'be', 'have', 'filler', 'det')) return false;
  }
  return false;
}
