import { has, isField } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/**
 * Danish "når" is both "when" and "reaches": only behind what may reach something, and before the figures it reaches, does
 * it compare ("temperaturen når 90 grader"); elsewhere it opens a condition ("når en ordre er leveret").
 */
export function whenOrReaches(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(isEither)) return chunks;
  return chunks.map((chunk, at) => {
    if (!isEither(chunk)) return chunk;
    const [before, next] = [chunks[at - 1], chunks[at + 1]];
    const reaches =
      (isField(before) || has(before, 'where', 'them', 'noun', 'may', 'not')) &&
      next?.number !== undefined &&
      /\d/.test(next.text);
    return { ...chunk, roles: chunk.roles.filter(role => (role === 'if') !== reaches) };
  });
}

const isEither = (chunk: Chunk): boolean => has(chunk, 'if') && has(chunk, 'gte') && chunk.quote === undefined;
