import { has } from '../cursor';
import { conjunctsOf, operationOf } from '../logic-tree';
import { fold } from '../../grounding/fold';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { ReadStep } from './edit-step';

type Connective = 'and' | 'or';

function connectiveOf(chunk: Chunk, { lexicons }: Grounding): Connective | undefined {
  const roles = chunk.quote === undefined ? chunk.roles : (lexicons[0]?.roles.get(fold(chunk.quote)) ?? []);
  if (roles.includes('or') && !roles.includes('orMore')) return 'or';
  return roles.includes('and') ? 'and' : undefined;
}

/** "or instead of and", "I said and but meant or": what is said first of "instead of", else what is said last, is wanted. */
export const swapConnective: ReadStep = ({ chunks, rule, grounding }) => {
  const said = chunks.flatMap((chunk, at) => {
    const connective = connectiveOf(chunk, grounding);
    return connective ? [{ connective, at }] : [];
  });
  const [first, last] = [said[0], said.at(-1)];
  const speaksOfData = chunks.some(chunk => chunk.values.length > 0 || (chunk.fields[0]?.score ?? 0) >= 0.6);
  if (!first || !last || said.length > 2 || speaksOfData) return undefined;
  const insteadAt = chunks.findIndex(chunk => has(chunk, 'insteadOf') && !has(chunk, 'not'));
  const isSwap = insteadAt >= 0 || chunks.some(chunk => has(chunk, 'change', 'swap', 'make', 'instead', 'correction'));
  if (!isSwap || (first.connective === last.connective && said.length > 1)) return undefined;
  const wanted = insteadAt >= 0 && insteadAt < last.at ? first.connective : last.connective;
  const operation = operationOf(rule.condition);
  const parts = conjunctsOf(rule.condition);
  if (wanted === 'or' && parts.length > 1) return { rules: [{ ...rule, condition: { or: [...parts] } }], used: chunks };
  if (wanted !== 'and' || operation?.operator !== 'or') return undefined;
  return { rules: [{ ...rule, condition: { and: [...operation.operands] } }], used: chunks };
};
