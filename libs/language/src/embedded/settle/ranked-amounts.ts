import { mentions } from '../saying';
import { isBestFirst } from '../../grounding/fields/best-first';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';

/** What compares, turned round. */
const TURNED: Partial<Record<Role, Role>> = {
  gt: 'lt',
  lt: 'gt',
  gte: 'lte',
  lte: 'gte',
  orMore: 'orLess',
  orLess: 'orMore',
};
/** So far from its field stands what is said of a rank. */
const NEAR = 5;
const NAMED = 0.7;

/**
 * "rank 10 or better", "ranked worse than 50": the best of a ranking is the first, so that better is less; so it is with a
 * rating "from 1 (very good) to 5 (failing)".
 */
export function withRankedAmounts(chunks: readonly Chunk[]): readonly Chunk[] {
  const judges = (chunk: Chunk): boolean => mentions(chunk, 'howGood') && chunk.roles.some(role => TURNED[role]);
  if (!chunks.some(judges)) return chunks;
  const ranks = ({ fields: [link] }: Chunk): boolean =>
    link !== undefined && link.score >= NAMED && link.field.type === 'number' && isBestFirst(link.field);
  return chunks.map((chunk, at) =>
    judges(chunk) && chunks.slice(Math.max(0, at - NEAR), at).some(ranks)
      ? { ...chunk, roles: chunk.roles.map(role => TURNED[role] ?? role) }
      : chunk,
  );
}
