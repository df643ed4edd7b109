import type { JsonLogic } from '@lib/rules';
import { has, isBound } from '../cursor';
import { conjunctsOf, operationOf } from '../meaning/logic-tree';
import { fold } from '../../grounding/words/fold';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { isCarrier, type ReadStep, type Segment, type Step } from './edit-step';

type Connective = 'and' | 'or';

function connectiveOf(chunk: Chunk, { lexicons }: Grounding): Connective | undefined {
  const roles = chunk.quote === undefined ? chunk.roles : (lexicons[0]?.roles.get(fold(chunk.quote)) ?? []);
  if (roles.includes('or') && !roles.includes('orMore')) return 'or';
  return roles.includes('and') ? 'and' : undefined;
}

const speaksOfData = (chunks: readonly Chunk[]): boolean =>
  chunks.some(
    chunk =>
      chunk.values.length > 0 ||
      ((chunk.fields[0]?.score ?? 0) >= 0.6 && !has(chunk, 'conditionWord')) ||
      has(chunk, 'tag', 'clear', 'flag', 'ask', 'invert') ||
      (has(chunk, 'setTo') && !has(chunk, 'make', 'change')),
  );

/** "or instead of and", "I said and but meant or": what is said first of "instead of", else what is said last, is wanted. */
export const swapConnective: ReadStep = segment => {
  const { chunks, grounding } = segment;
  if (speaksOfData(chunks)) return undefined;
  const said = chunks.flatMap((chunk, at) => {
    const connective = connectiveOf(chunk, grounding);
    return connective ? [{ connective, at }] : [];
  });
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last || said.length > 2) return undefined;
  const insteadAt = chunks.findIndex(chunk => has(chunk, 'insteadOf') && !has(chunk, 'notBut'));
  const isSwap =
    insteadAt >= 0 ||
    chunks.some(chunk => has(chunk, 'notBut')) ||
    chunks.some(chunk => has(chunk, 'change', 'swap', 'make', 'instead', 'correction'));
  if (!isSwap || (first.connective === last.connective && said.length > 1)) return undefined;
  const wanted = insteadAt > first.at && insteadAt < last.at ? first.connective : last.connective;
  return joinedBy(segment, wanted);
};

/** "either one is enough", "they don't have to be both", "both must hold at the same time". */
export const swapSufficiency: ReadStep = segment => {
  const { chunks, rule } = segment;
  const parts = (operationOf(rule.condition)?.operands ?? []).length;
  // "both conditions please"
  const both = chunks.some(chunk => has(chunk, 'both')) && chunks.some(chunk => has(chunk, 'conditionWord'));
  // "both at once", "it has to be both"
  const plain = chunks.some(chunk => has(chunk, 'both')) && operationOf(rule.condition)?.operator === 'or';
  const says = both || plain || chunks.some(chunk => has(chunk, 'enough', 'holds', 'may'));
  // "both have to be missing": what all the clauses say anyway.
  const absent = (operationOf(rule.condition)?.operands ?? []).every(asksWhetherThere);
  const known = (chunk: Chunk): boolean =>
    isCarrier(chunk) ||
    (absent && has(chunk, 'empty', 'without', 'no', 'filled', 'nothing', 'vague', 'vagueSmall')) ||
    isCount(chunk, 1, parts) ||
    has(
      chunk,
      'enough',
      'holds',
      'may',
      'either',
      'both',
      'trueWord',
      'have',
      'not',
      'any',
      'allOf',
      'or',
      'drop',
      'among',
      'onlyIf',
    );
  // "…is enough to end up on the watchlist"
  const enough = chunks.findIndex((chunk, at) => has(chunk, 'enough') && has(chunks[at + 1], 'to'));
  const telling = enough < 0 ? chunks : chunks.slice(0, enough + 1);
  if (!says || speaksOfData(telling) || !telling.every(known) || speaksOfChange(chunks.slice(telling.length)))
    return undefined;
  if (chunks.some(chunk => isCount(chunk, 1) && !has(chunk, 'det')) && chunks.some(chunk => has(chunk, 'enough')))
    return joinedBy(segment, 'or');
  const denied = chunks.some(chunk => has(chunk, 'not', 'drop'));
  if (chunks.some(chunk => has(chunk, 'both', 'allOf'))) return joinedBy(segment, denied ? 'or' : 'and');
  if (chunks.some(chunk => has(chunk, 'either')) && !denied) return joinedBy(segment, 'or');
  return (both || plain || chunks.some(chunk => has(chunk, 'holds'))) &&
    !denied &&
    chunks.filter(chunk => !isBound(chunk)).length > 1
    ? joinedBy(segment, 'and')
    : undefined;
};

const speaksOfChange = (chunks: readonly Chunk[]): boolean =>
  chunks.some(chunk => chunk.quote !== undefined || has(chunk, 'and', 'but', 'comma', 'not', 'drop', 'insteadOf'));

function asksWhetherThere(clause: JsonLogic): boolean {
  const { operator = '', operands = [] } = operationOf(clause) ?? {};
  return ['!', '!!', 'isEmpty'].includes(operator) || operands.some(operand => operand === null || operand === '');
}

/** "one of the two": a number in words. */
const isCount = ({ number, text }: Chunk, ...values: readonly number[]): boolean =>
  number !== undefined && values.includes(number.value) && !/\d/.test(text);

/** The rule with its clauses joined anew; said a second time it changes nothing. */
function joinedBy({ rule, chunks, isFirst }: Segment, wanted: Connective): Step | undefined {
  const operation = operationOf(rule.condition);
  const parts = conjunctsOf(rule.condition);
  const used = chunks;
  if (wanted === 'or' && parts.length > 1) return { rules: [{ ...rule, condition: { or: [...parts] } }], used };
  if (wanted === 'and' && operation?.operator === 'or')
    return { rules: [{ ...rule, condition: { and: [...operation.operands] } }], used };
  const holds = wanted === 'or' ? operation?.operator === 'or' : parts.length > 1;
  return !isFirst && holds ? { rules: [rule], used } : undefined;
}
