import type { Field } from '@lib/rules';
import { has, isBound, isField, isFiller } from '../../cursor';
import { byUnit } from './by-unit';
import { isMoney, mainAmount } from './main-amount';
import { opensSaying, says } from '../../saying';
import { readFieldOperand } from './field-operand';
import { comparatorOf, inUnitOf, readNumberOperand, readSuffix, unitFits } from '../operands';
import { partAt } from './parts';
import { quotaOf } from './quotas';
import {
  apart,
  type Calculation,
  computed,
  isPart,
  named,
  numberFieldAt,
  ofOther,
  type Sign,
  withinOf,
} from './number-pairs';
import { type Parsed, type ParseState, tested } from '../parse-state';
import type { Role } from '../../../grounding/lexicon';

const SIGNS: readonly (readonly [Role, Sign])[] = [
  ['dividedBy', '/'],
  ['minus', '-'],
  ['added', '+'],
  ['multiplied', '*'],
];

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

/** Two numbers of a record taken together: "total divided by items is above 300", "less than 10 degrees between A and B". */
export function parseComputed(state: ParseState, at: number): Parsed | undefined {
  return (
    comparedBehind(state, at) ??
    comparedPer(state, at) ??
    comparedBefore(state, at) ??
    exceedsBy(state, at) ??
    nearTo(state, at) ??
    partBefore(state, at) ??
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
  const to = says(chunks[right.to], 'permits') ? right.to + 1 : right.to;
  return tested(state, left.field, { is: 'field', operator, other: right.field }, at, to);
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
  const glued = near && named(state, from);
  const side = glued || (near && has(chunks[from], 'of', 'from', 'to', 'det')) ? '<' : comparatorOf(chunks[from]);
  if (side !== '<' && side !== '>') return undefined;
  const bound = numberFieldAt(state, glued ? from : from + 1);
  const quota = quotaOf(grounding, bound?.field);
  const other = quota?.total === bound?.field ? quota?.used : quota?.total;
  if (!bound || !other) return undefined;
  const [left, right] = side === '<' ? [bound.field, other] : [other, bound.field];
  if (near && comparatorOf(chunks[from]) === undefined)
    return withinOf(state, bound.field, other, number.number, at, bound.to);
  if (isPart(state, left, number.number)) return undefined;
  const found = { left, sign: '-' as const, right, to: bound.to };
  return computed(state, found, operator, inUnitOf(left, number.number, grounding), at, bound.to);
}

/** "panel size within 50 of the limit": how far from another a number is at most, on either side of it. */
function nearTo(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const left = named(state, at) ? numberFieldAt(state, at) : undefined;
  const within = left && has(chunks[left.to], 'be') && !has(chunks[left.to], 'within') ? left.to + 1 : left?.to;
  if (!left || within === undefined || !has(chunks[within], 'within')) return undefined;
  const operand = readNumberOperand(chunks, within + 1);
  if (!operand || operand.high) return undefined;
  // "within 10 degrees of its max": the unit may have been read with the name of the field.
  const behind = has(chunks[operand.to], 'of', 'from', 'to', 'det') ? operand.to + 1 : operand.to;
  if (behind === operand.to && !named(state, behind)) return undefined;
  // "seats used within 2 of the limit", where the seats there are bound them
  const quota = quotaOf(grounding, left.field);
  const limit = has(chunks[behind], 'conditionWord') && quota?.used === left.field ? quota.total : undefined;
  const bound = readFieldOperand(state, behind, left.field) ?? (limit && { field: limit, to: behind + 1 });
  if (!bound || bound.factor !== undefined || bound.field.type !== 'number' || bound.field === left.field)
    return undefined;
  return withinOf(state, bound.field, left.field, operand.number, at, bound.to);
}

/** "less than a quarter of the initial volume remaining": the part is said of one number, and behind it which other it is of. */
function partBefore(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const operator = comparatorOf(chunks[at]);
  if (operator === undefined || operator === '==' || operator === '!=') return undefined;
  const { part, to } = partAt(chunks, at + 1);
  const whole = part === undefined ? undefined : numberFieldAt(state, to);
  if (part === undefined || !whole) return undefined;
  const last = whole.to - 1;
  const behind = [last, whole.to].find(
    next => next > to && chunks[next]?.fields.some(({ field, score }) => isOther(field, whole.field) && score >= 0.6),
  );
  const left = chunks[behind ?? -1]?.fields.find(({ field }) => isOther(field, whole.field))?.field;
  if (behind === undefined || !left) return undefined;
  return ofOther(state, left, operator, whole.field, part, at, behind + 1);
}

const isOther = (field: Field, of: Field): boolean => field.type === 'number' && field !== of;

const TURNED = { '>': '<', '>=': '<=', '<': '>', '<=': '>=' } as const;

/** "A exceeds B by more than 10", "A is more than 10 above B" */
function exceedsBy(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const left = numberFieldAt(state, at);
  if (!left || !named(state, at)) return undefined;
  let next = left.to;
  while (next < left.to + 3 && has(chunks[next], 'be', 'filler') && comparatorOf(chunks[next]) === undefined) next++;
  // "20 % above the current one"
  const bare = chunks[next]?.number !== undefined && comparatorOf(chunks[next]) === undefined;
  const first = bare ? '>=' : comparatorOf(chunks[next]);
  if (first === undefined || first === '==' || first === '!=') return undefined;
  if (bare) next--;
  const flat = chunks[next + 1]?.number ? { number: chunks[next + 1]?.number, to: next + 2 } : undefined;
  if (flat?.number) {
    const second = comparatorOf(chunks[flat.to]);
    const right = second === '>' || second === '<' ? numberFieldAt(state, flat.to + 1) : undefined;
    if (!right || right.field.name === left.field.name) return undefined;
    // "at least 20 percent more than the present salary"
    const { value, unit } = flat.number;
    if (unit?.base === '%' && unitFits(left.field, flat.number, state.grounding) !== true) {
      const [operator, factor] = second === '>' ? [first, 1 + value / 100] : [TURNED[first], 1 - value / 100];
      return ofOther(state, left.field, operator, right.field, factor, at, right.to);
    }
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
