import { type Field, valueAt } from '@lib/rules';
import { has, NUMERIC } from '../../cursor';
import { join, type Test } from '../../meaning/meaning';
import { inUnitOf, unitFits } from '../operands';
import { fieldMention, type Parsed, type ParseState, tested } from '../parse-state';
import type { NumberLiteral } from '../../../grounding/words/numbers';

export type Sign = Extract<Test, { is: 'computed' }>['sign'];

export interface Calculation {
  readonly left: Field;
  readonly sign: Sign;
  readonly right: Field;
  readonly to: number;
}

export const numberFieldAt = (
  state: ParseState,
  at: number,
): { readonly field: Field; readonly to: number } | undefined => {
  let next = at;
  while (
    next < at + 4 &&
    (has(state.chunks[next], 'det', 'of', 'filler', 'fieldWord', 'ask', 'be', 'them', 'this') ||
      (has(state.chunks[next], 'have') && has(state.chunks[next - 1], 'det'))) &&
    !named(state, next)
  )
    next++;
  if (!named(state, next)) return undefined;
  const mention = fieldMention(state, next);
  const link = mention?.links.find(candidate => NUMERIC.includes(candidate.field.type));
  return mention && link && link.score >= 0.6 ? { field: link.field, to: mention.to } : undefined;
};

export const named = (state: ParseState, at: number): boolean =>
  (state.chunks[at]?.fields ?? []).some(link => NUMERIC.includes(link.field.type) && link.score >= 0.6);

/** A difference is taken the way that most records make it positive. */
export function apart(state: ParseState, a: Field, b: Field): Omit<Calculation, 'to'> {
  let ahead = 0;
  for (const record of state.sample.slice(0, 500)) {
    const [x, y] = [valueAt(record, a.name), valueAt(record, b.name)];
    if (typeof x === 'number' && typeof y === 'number') ahead += Math.sign(x - y);
  }
  return ahead < 0 ? { left: b, sign: '-', right: a } : { left: a, sign: '-', right: b };
}

/** How sure two fields are that were both named. */
const TOLD = 0.93;

/** One number compared with another, or with so much of it. */
export function ofOther(
  state: ParseState,
  field: Field,
  operator: Extract<Test, { is: 'field' }>['operator'],
  other: Field,
  factor: number,
  from: number,
  to: number,
): Parsed {
  const test: Test = { is: 'field', operator, other, factor: Number(factor.toPrecision(12)) };
  return tested(state, field, test, from, to, TOLD);
}

/** Two numbers made one, and compared. */
export function computed(
  state: ParseState,
  { left, sign, right }: Calculation,
  operator: Extract<Test, { is: 'computed' }>['operator'],
  value: number,
  from: number,
  to: number,
): Parsed {
  return tested(state, left, { is: 'computed', sign, other: right, operator, value }, from, to, TOLD);
}

/** "within 10% of": a part of the other number, which is kept in no percentages itself. */
export const isPart = (state: ParseState, field: Field, number: NumberLiteral): boolean =>
  number.unit?.base === '%' && unitFits(field, number, state.grounding) !== true;

/** A number that lies no further from its bound than that, on either side of it. */
export function withinOf(
  state: ParseState,
  bound: Field,
  of: Field,
  number: NumberLiteral,
  at: number,
  to: number,
): Parsed | undefined {
  const part = number.value / 100;
  const value = inUnitOf(of, number, state.grounding);
  const ends = isPart(state, of, number)
    ? [ofOther(state, of, '>=', bound, 1 - part, at, to), ofOther(state, of, '<=', bound, 1 + part, at, to)]
    : [
        computed(state, { left: bound, sign: '-', right: of, to }, '<=', value, at, to),
        computed(state, { left: of, sign: '-', right: bound, to }, '<=', value, at, to),
      ];
  const meaning = join(
    'and',
    ends.map(end => end.meaning),
  );
  return meaning && { meaning, to };
}
