import { says } from '../saying';
import { fieldSays } from '../../grounding/fields/field-senses';
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

/** "rank 10 or better", "ranked worse than 50": the best of a ranking is the first, so that better is less. */
export function withRankedAmounts(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(chunk => says(chunk, 'howGood'))) return chunks;
  const ranks = ({ fields: [link] }: Chunk): boolean =>
    link !== undefined && link.score >= NAMED && link.field.type === 'number' && fieldSays(link.field, 'rankWord');
  return chunks.map((chunk, at) =>
    says(chunk, 'howGood') && chunks.slice(Math.max(0, at - NEAR), at).some(ranks)
      ? { ...chunk, roles: chunk.roles.map(role => TURNED[role] ?? role) }
      : chunk,
  );
}
