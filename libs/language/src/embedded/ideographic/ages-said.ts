import { has, isField } from '../cursor';
import { isName, mark } from './pieces';
import type { Chunk } from '../../grounding/link-words';

/** Years that only people have are no stretch of time. */
const isAge = (chunk: Chunk): boolean =>
  chunk.number?.unit?.base === 'mo' && chunk.duration === undefined && chunk.date === undefined;

/** "35岁以下的销售", "60歳以上": an age needs no name of a field. */
export function agesSaid(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.flatMap((chunk, at) => {
    const before = chunks.slice(Math.max(0, at - 4), at);
    const told = before.some(one => has(one, 'aged') || (isField(one) && !isName(one)));
    return isAge(chunk) && !told && !has(chunks[at - 1], 'gt', 'gte', 'lt', 'lte')
      ? [mark(chunk, 'aged', 'aged'), chunk]
      : [chunk];
  });
}
