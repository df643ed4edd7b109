import { has, isBound } from '../cursor';
import { closesSaying, says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** A number field by words that name it rather than hint at it. */
const NAMED = 0.6;
/** So many little words stand between "than" and what is compared with at most. */
const FAR = 3;

/**
 * "Más pacientes que capacidad", "più errori delle ore": "more" before one number of a record and "than" before another
 * compare the two, where the same word alone adds something or counts.
 */
export function withMoreThanOthers(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(chunk => says(chunk, 'moreOrLess') && has(chunk, 'added', 'minus'))) return chunks;
  return chunks.map((chunk, at) => {
    if (!says(chunk, 'moreOrLess') || !has(chunk, 'added', 'minus') || !isCount(chunks[at + 1])) return chunk;
    let other = at + 2;
    let than = false;
    for (; other <= at + 1 + FAR && isLittle(chunks[other]); other++)
      than ||= says(chunks[other], 'than') || closesSaying(chunks[other], 'than') || has(chunks[other], 'of');
    const compared = than && isCount(chunks[other]) && fieldOf(chunks[other]) !== fieldOf(chunks[at + 1]);
    return compared ? { ...chunk, roles: [has(chunk, 'minus') ? 'lt' : 'gt'] } : chunk;
  });
}

const fieldOf = (chunk: Chunk | undefined): unknown => chunk?.fields[0]?.field;

const isCount = (chunk: Chunk | undefined): boolean =>
  chunk?.fields[0]?.field.type === 'number' && chunk.fields[0].score >= NAMED && chunk.values.length === 0;

const isLittle = (chunk: Chunk | undefined): boolean =>
  !isBound(chunk) && !isCount(chunk) && has(chunk, 'where', 'of', 'det', 'in', 'filler');
