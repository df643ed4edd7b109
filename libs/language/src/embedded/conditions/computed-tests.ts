import { type Field, valueAt } from '@lib/rules';
import { has, isBound, isField, isFiller, NUMERIC } from '../cursor';
import type { Test } from '../meaning';
import { byUnit } from './by-unit';
import { isMoney, mainAmount } from './main-amount';
import { opensSaying } from '../saying';
import { comparatorOf, inUnitOf, readNumberOperand, readSuffix } from './operands';
import { quotaOf } from './quotas';
import { fieldMention, type Parsed, type ParseState, spanOf } from './parse-state';
import type { Role } from '../../grounding/lexicon';

type Sign = Extract<Test, { is: 'computed' }>['sign'];

interface Calculation {
  readonly left: Field;
  readonly sign: Sign;
  readonly right: Field;
  readonly to: number;
}

const SIGNS: readonly (readonly [Role, Sign])[] = [
  ['dividedBy', '/'],
  ['minus', '-'],
  ['added', '+'],
  ['multiplied', '*'],
];

const numberFieldAt = (state: ParseState, at: number): { readonly field: Field; readonly to: number } | undefined => {
  let next = at;
  while (
    next < at + 4 &&
    has(state.chunks[next], 'det', 'of', 'filler', 'fieldWord', 'ask', 'be', 'them') &&
    !named(state, next)
  )
    next++;
  if (!named(state, next)) return undefined;
  const mention = fieldMention(state, next);
  const link = mention?.links.find(candidate => NUMERIC.includes(candidate.field.type));
  return mention && link && link.score >= 0.6 ? { field: link.field, to: mention.to } : undefined;
};

const named = (state: ParseState, at: number): boolean =>
  (state.chunks[at]?.fields ?? []).some(link => NUMERIC.includes(link.field.type) && link.score >= 0.6);

/** "total divided by items", "maximum minus current", "the difference between A and B", "A and B together". */
function calculationAt(state: ParseState, at: number): Calculation | undefined {
  const { chunks } = state;
  if (has(chunks[at], 'difference', 'sumOf', 'ratio')) {
    const sign = has(chunks[at], 'sumOf') ? '+' : has(chunks[at], 'ratio') ? '/' : '-';
    let next = at + 1;
    while (next < at + 4 && has(chunks[next], 'between', 'of', 'from', 'det', 'in')) next++;
    const left = numberFieldAt(state, next);
    if (!left || !has(chunks[left.to], 'and', 'to', 'from', 'over', 'dash', 'slash')) return undefined;
    const right = numberFieldAt(state, left.to + 1);
    if (!right || right.field.name === left.field.name) return undefined;
    return sign === '-'
      ? { ...apart(state, left.field, right.field), to: right.to }
      : { left: left.field, sign, right: right.field, to: right.to };
  }
  const left = numberFieldAt(state, at);
  if (!left) return undefined;
  const glued = has(chunks[left.to], 'slash') && numberFieldAt(state, left.to + 1) ? '/' : undefined;
  const sign = SIGNS.find(([role]) => has(chunks[left.to], role))?.[1] ?? glued;
  const right = sign || has(chunks[left.to], 'and') ? numberFieldAt(state, left.to + 1) : undefined;
  if (!right || right.field.name === left.field.name) return undefined;
  if (sign) return { left: left.field, sign, right: right.field, to: right.to };
  return has(chunks[right.to], 'together')
    ? { left: left.field, sign: '+', right: right.field, to: right.to + 1 }
    : undefined;
}

/** A difference is taken the way that most records make it positive. */
function apart(state: ParseState, a: Field, b: Field): Omit<Calculation, 'to'> {
  let ahead = 0;
  for (const record of state.sample.slice(0, 500)) {
    const [x, y] = [valueAt(record, a.name), valueAt(record, b.name)];
    if (typeof x === 'number' && typeof y === 'number') ahead += Math.sign(x - y);
  }
  return ahead < 0 ? { left: b, sign: '-', right: a } : { left: a, sign: '-', right: b };
}

/** Two numbers of a record taken together: "total divided by items is above 300", "less than 10 degrees between A and B". */
export function parseComputed(state: ParseState, at: number): Parsed | undefined {
  return (
    comparedBehind(state, at) ??
    comparedPer(state, at) ??
    comparedBefore(state, at) ??
    exceedsBy(state, at) ??
    shortOf(state, at) ??
    moreOf(state, at)
  );
}

/** "the difference between A and B is more than 10" */
function comparedBehind(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const from = has(chunks[at], 'open') ? at + 1 : at;
  const found = calculationAt(state, from);
  if (!found) return undefined;
  let next = found.to;
  if (has(chunks[next], 'close')) next++;
  while (
    next < found.to + 6 &&
    (has(chunks[next], 'be', 'filler', 'where', 'det') || has(chunks[next], 'close')) &&
    comparatorOf(chunks[next]) === undefined &&
    !chunks[next]?.number
  )
    next++;
  const said = comparatorOf(chunks[next]);
  let operand = said === undefined ? next : next + 1;
  while (operand < next + 3 && has(chunks[operand], 'det', 'filler') && !chunks[operand]?.number) operand++;
  const number = readNumberOperand(chunks, operand);
  const operator = number?.operator ?? said;
  if (!number || number.high || operator === undefined) return undefined;
  return computed(state, found, operator, inUnitOf(found.left, number.number, state.grounding), at, number.to);
}

/** "more than 5 euros per seat", "over 100 units for every order": an amount for each one of what a field counts. */
function comparedPer(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const said = comparatorOf(chunks[at]);
  const from = said === undefined ? at : at + 1;
  const operand =
    chunks[from]?.number && chunks[from]?.quote === undefined ? readNumberOperand(chunks, from) : undefined;
  const operator = operand?.operator ?? said;
  if (!operand || operand.high || operator === undefined) return undefined;
  let per = operand.to;
  while (per < operand.to + 3 && chunks[per] && !has(chunks[per], 'dividedBy') && !isBound(chunks[per])) per++;
  if (!has(chunks[per], 'dividedBy') || has(chunks[per], 'gt', 'lt')) return undefined;
  const right = numberFieldAt(state, per + 1);
  const named = per > operand.to ? numberFieldAt(state, operand.to)?.field : state.lastField;
  const money = isMoney(operand) ? [...byUnit(state, operand), ...mainAmount(state)][0]?.field : undefined;
  const left = named?.type === 'number' ? named : money;
  if (!right || !left || left.name === right.field.name) return undefined;
  const found = { left, sign: '/' as const, right: right.field, to: right.to };
  const to = has(chunks[right.to], 'noun', 'people') && !isField(chunks[right.to]) ? right.to + 1 : right.to;
  return computed(state, found, operator, inUnitOf(left, operand.number, grounding), at, to);
}

/** "less than 10 degrees of headroom between A and B" */
function comparedBefore(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const said = comparatorOf(chunks[at]);
  const from = said === undefined ? at : at + 1;
  const number = chunks[from]?.quote === undefined ? chunks[from]?.number : undefined;
  if (!number) return undefined;
  const suffix = readSuffix(chunks, from + 1);
  const operator = suffix?.operator ?? said;
  if (operator === undefined) return undefined;
  let next = suffix?.to ?? from + 1;
  let words = 0;
  while (next < from + 6 && !has(chunks[next], 'between') && !meets(state, next)) {
    if (!chunks[next] || named(state, next) || chunks[next]?.number || has(chunks[next], 'comma', 'stop', 'and', 'or'))
      return undefined;
    if (!isFiller(chunks[next])) words++;
    next++;
  }
  const met = meets(state, next);
  if (met && words <= 2) {
    const found = { left: met.limit, sign: '-' as const, right: met.field, to: met.to };
    return computed(state, found, operator, inUnitOf(met.limit, number, state.grounding), at, met.to);
  }
  if (!has(chunks[next], 'between') || words > 2) return undefined;
  const left = numberFieldAt(state, next + 1);
  const right = left && has(chunks[left.to], 'and') ? numberFieldAt(state, left.to + 1) : undefined;
  if (!left || !right || left.field.name === right.field.name) return undefined;
  const found = { ...apart(state, left.field, right.field), to: right.to };
  return computed(state, found, operator, inUnitOf(left.field, number, state.grounding), at, right.to);
}

/** "more users than seats": two numbers of a record, told by which is greater. */
function moreOf(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const operator = comparatorOf(chunks[at]);
  if ((operator !== '>' && operator !== '<') || !named(state, at + 1)) return undefined;
  const left = numberFieldAt(state, at + 1);
  const right = left && opensSaying(chunks[left.to], 'than') ? numberFieldAt(state, left.to + 1) : undefined;
  if (!left || !right || left.field.name === right.field.name) return undefined;
  state.lastField = left.field;
  return {
    meaning: {
      kind: 'test',
      field: left.field,
      test: { is: 'field', operator, other: right.field },
      score: 0.9,
      spans: spanOf(state, at, right.to),
    },
    to: right.to,
  };
}

/** "… before A hits B": the number that grows, and what it comes to in the end. */
function meets(
  state: ParseState,
  at: number,
): { readonly field: Field; readonly limit: Field; readonly to: number } | undefined {
  const { chunks } = state;
  if (!has(chunks[at], 'before', 'until')) return undefined;
  const left = numberFieldAt(state, at + 1);
  const verb = left?.to ?? at + 1;
  let next = verb;
  while (next < verb + 3 && has(chunks[next], 'gte', 'does', 'filler', 'be', 'them') && !named(state, next)) next++;
  const right = next > verb ? numberFieldAt(state, next) : undefined;
  const quota = quotaOf(state.grounding, right?.field);
  // "before they reach the limit"
  const field = left?.field ?? (quota?.total === right?.field ? quota?.used : undefined);
  return field && right && field.name !== right.field.name ? { field, limit: right.field, to: right.to } : undefined;
}

/** "less than 10 degrees below its maximum", "within 5 of the limit": how far a number is from another that bounds it. */
function shortOf(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const near = has(chunks[at], 'within');
  const said = near ? '<=' : comparatorOf(chunks[at]);
  const number = readNumberOperand(chunks, said === undefined ? at : at + 1);
  const operator = number?.operator ?? said;
  if (!number || number.high || operator === undefined) return undefined;
  // "within 100 patients of the limit"
  const counted = has(chunks[number.to], 'noun') && chunks[number.to]?.values.length === 0 ? 1 : 0;
  const from = number.to + counted;
  const side = near && has(chunks[from], 'of', 'from', 'to', 'det') ? '<' : comparatorOf(chunks[from]);
  if (side !== '<' && side !== '>') return undefined;
  const bound = numberFieldAt(state, from + 1);
  const quota = quotaOf(grounding, bound?.field);
  const other = quota?.total === bound?.field ? quota?.used : quota?.total;
  if (!bound || !other) return undefined;
  const [left, right] = side === '<' ? [bound.field, other] : [other, bound.field];
  const found = { left, sign: '-' as const, right, to: bound.to };
  return computed(state, found, operator, inUnitOf(left, number.number, grounding), at, bound.to);
}

/** "A exceeds B by more than 10", "A is more than 10 above B" */
function exceedsBy(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const left = numberFieldAt(state, at);
  if (!left || !named(state, at)) return undefined;
  let next = left.to;
  while (next < left.to + 3 && has(chunks[next], 'be', 'filler') && comparatorOf(chunks[next]) === undefined) next++;
  const first = comparatorOf(chunks[next]);
  if (first === undefined || first === '==' || first === '!=') return undefined;
  const flat = chunks[next + 1]?.number ? { number: chunks[next + 1]?.number, to: next + 2 } : undefined;
  if (flat?.number) {
    const second = comparatorOf(chunks[flat.to]);
    const right = second === '>' || second === '<' ? numberFieldAt(state, flat.to + 1) : undefined;
    if (!right || right.field.name === left.field.name) return undefined;
    const pair = second === '>' ? [left.field, right.field] : [right.field, left.field];
    const found = { left: pair[0] as Field, sign: '-' as const, right: pair[1] as Field, to: right.to };
    return computed(state, found, first, inUnitOf(left.field, flat.number, state.grounding), at, right.to);
  }
  const right = numberFieldAt(state, next + 1);
  if (!right || right.field.name === left.field.name || !has(chunks[right.to], 'byAmount')) return undefined;
  let by = right.to + 1;
  const operator = comparatorOf(chunks[by]) ?? '>=';
  if (comparatorOf(chunks[by]) !== undefined) by++;
  const number = readNumberOperand(chunks, by);
  if (!number || number.high) return undefined;
  const pair = first === '>' || first === '>=' ? [left.field, right.field] : [right.field, left.field];
  const found = { left: pair[0] as Field, sign: '-' as const, right: pair[1] as Field, to: number.to };
  return computed(
    state,
    found,
    number.operator ?? operator,
    inUnitOf(left.field, number.number, state.grounding),
    at,
    number.to,
  );
}

function computed(
  state: ParseState,
  { left, sign, right }: Calculation,
  operator: Extract<Test, { is: 'computed' }>['operator'],
  value: number,
  from: number,
  to: number,
): Parsed {
  state.lastField = left;
  return {
    meaning: {
      kind: 'test',
      field: left,
      test: { is: 'computed', sign, other: right, operator, value },
      score: 0.93,
      spans: spanOf(state, from, to),
    },
    to,
  };
}
