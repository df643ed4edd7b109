import { has, isField } from '../cursor';
import { bare, isName, mark } from './pieces';
import type { Chunk } from '../../grounding/link-words';

/** Years that only people have are no stretch of time. */
const isAge = (chunk: Chunk | undefined): boolean =>
  chunk?.number?.unit?.base === 'mo' && chunk.duration === undefined && chunk.date === undefined;

const COMPARED = ['gt', 'gte', 'lt', 'lte'] as const;

/** "35岁以下的销售", "60歳以上", "不满25岁": an age needs no name of a field. */
export function agesSaid(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.flatMap((chunk, at) => {
    const before = chunks.slice(Math.max(0, at - 4), at);
    const told = before.some(one => has(one, 'aged') || (isField(one) && !isName(one)));
    // "年满60岁": at least so old, in one word.
    if (has(chunk, 'gte') && has(chunk, 'aged') && isAge(chunks[at + 1]))
      return [mark(chunk, 'aged', 'aged'), bare(chunk, 'gte')];
    if (has(chunk, ...COMPARED) && isAge(chunks[at + 1]) && !told) return [mark(chunk, 'aged', 'aged'), chunk];
    return isAge(chunk) && !told && !has(chunks[at - 1], ...COMPARED) ? [mark(chunk, 'aged', 'aged'), chunk] : [chunk];
  });
}
