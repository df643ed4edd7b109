import * as jsonLogic from 'json-logic-js';
import { readSuites } from '../../../../test/suites/read-suites';
import { registerOperators } from './register-operators';
import type { JsonValue } from '../model/json';
import { findOperator, OPERATORS } from '../model/operator-table';
import { Run } from '../model/run';
import { isIsoCountry } from '../model/predicates/iso-codes';

interface Case {
  readonly operator: string;
  readonly operands?: readonly JsonValue[];
  readonly valid: readonly JsonValue[];
  readonly invalid: readonly JsonValue[];
}

const CLOCK = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
const EMPTY: readonly JsonValue[] = [null, '', [], {}];
registerOperators(jsonLogic, () => CLOCK);

function holds({ operator, operands = [] }: Case, value: JsonValue): unknown {
  const here = findOperator(operator)?.evaluate(new Run(CLOCK), value, ...operands);
  expect(jsonLogic.apply({ [operator]: [{ var: 'x' }, ...operands] } as never, { x: value })).toBe(here);
  return here;
}

describe.each(readSuites<Case>('predicates'))('predicates: %s', (_file, cases) => {
  it.each(cases.map(example => [`${example.operator} ${JSON.stringify(example.operands ?? [])}`, example] as const))(
    '%s',
    (_title, example) => {
      const { valid, invalid } = example;
      expect(valid.filter(value => holds(example, value) !== true)).toEqual([]);
      expect([...invalid, ...EMPTY].filter(value => holds(example, value) !== false)).toEqual([]);
    },
  );
});

it('every predicate has cases, and is only written by hand', () => {
  const covered = readSuites<Case>('predicates').flatMap(([, cases]) => cases.map(({ operator }) => operator));
  const predicates = OPERATORS.filter(row => row.family === 'predicate');
  expect(predicates.map(row => row.logic).filter(name => !covered.includes(name))).toEqual([]);
  expect(predicates.every(row => row.byHand && row.added && row.onNull === 'never-true')).toBe(true);
});

it('is done with the longest texts at once, however they are made', () => {
  const hostile = [
    'a'.repeat(2_000),
    `${'a.'.repeat(1_000)}@`,
    '1 '.repeat(1_000),
    `+${'1-'.repeat(900)}x`,
    ':'.repeat(2_000),
  ];
  for (const row of OPERATORS.filter(({ family }) => family === 'predicate')) {
    expect(hostile.filter(text => row.evaluate(new Run(CLOCK), text, 'GB') !== false)).toEqual([]);
  }
});

it('knows every country that ISO 3166-1 assigns, under both its codes', () => {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const two = letters.flatMap(a => letters.map(b => a + b)).filter(isIsoCountry);
  const three = letters.flatMap(a => letters.flatMap(b => letters.map(c => a + b + c))).filter(isIsoCountry);
  expect([two.length, three.length]).toEqual([249, 249]);
});
