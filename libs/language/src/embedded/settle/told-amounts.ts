import { comparatorOf } from '../conditions/operands';
import { endsClause, has } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/**
 * "large amounts, over 10k": how much is much is told right behind the comma, so that nothing is left to ask; the field
 * named before it is what is compared.
 */
export function withToldAmounts(chunks: readonly Chunk[]): readonly Chunk[] {
  const said = new Set<number>();
  for (const [at, chunk] of chunks.entries()) {
    const [field, comma, compares, amount] = chunks.slice(at + 1, at + 5);
    const vague = has(chunk, 'vague', 'vagueSmall') && chunk.quote === undefined && chunk.values.length === 0;
    const named = field?.fields[0]?.field.type === 'number' && field.fields[0].score >= 0.8 && !field.number;
    const told =
      has(comma, 'comma', 'dash', 'colon') &&
      comparatorOf(compares) !== undefined &&
      !compares?.dimensioned &&
      amount?.number !== undefined;
    if (!vague || !named || !told || !endsAmount(chunks[at + 5])) continue;
    said.add(at).add(at + 2);
  }
  return said.size === 0 ? chunks : chunks.filter((_, at) => !said.has(at));
}

/** Nothing behind the number says what else it counts. */
const endsAmount = (after: Chunk | undefined): boolean => endsClause(after, 'without', 'have', 'with', 'in', 'not');
