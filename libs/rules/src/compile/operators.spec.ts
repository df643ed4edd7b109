import * as jsonLogic from 'json-logic-js';
import { readSuites } from '../../../../test/suites/read-suites';
import { registerOperators } from '../json-logic/register-operators';
import { operationOf } from '../json-logic/read-condition';
import { EntryTableBuilder } from '../model/entry-table';
import type { JsonLogic, JsonValue } from '../model/json';
import { OPERATORS } from '../model/operator-table';
import { Run } from '../model/run';
import { STANDARD_OPERATORS } from '../model/standard-operator';
import { compileLogic } from './compile-logic';

interface Case {
  readonly it: string;
  readonly logic: JsonLogic;
  readonly data: JsonValue;
  readonly result: JsonValue;
}

const CLOCK = { now: '2026-01-15T23:30:00.000Z', timeZone: 'Europe/Berlin' };
const builder = new EntryTableBuilder(2);
['DE1', '7'].forEach(entry => builder.add(entry));
const LISTS = new Map([['blocked@1', builder.build('sha')]]);
registerOperators(
  jsonLogic,
  () => CLOCK,
  () => LISTS,
);

describe.each(readSuites<Case>('operators'))('operators: %s', (_file, cases) => {
  it.each(cases.map(example => [example.it, example] as const))(
    '%s, here and in json-logic-js',
    (_title, { logic, data, result }) => {
      expect(compileLogic(logic, '', { has: () => false, lists: LISTS })(data, new Run(CLOCK))).toEqual(result);
      expect(jsonLogic.apply(logic as never, data)).toEqual(result);
    },
  );

  it('has a case for every operator', () => {
    const covered = new Set(cases.map(({ logic }) => operationOf(logic)?.operator));
    const known = [
      ...OPERATORS.filter(row => !row.byHand).map(row => row.logic),
      ...STANDARD_OPERATORS.map(({ name }) => name),
    ];
    expect(known.filter(name => !covered.has(name) && name !== 'log')).toEqual([]);
  });
});

it('every row has English words, operand types and a sensible arity', () => {
  for (const row of OPERATORS) {
    expect(row.words.en.length).toBeGreaterThan(0);
    expect(row.operands.length).toBeGreaterThan(0);
    expect(row.arity.min).toBeLessThanOrEqual(row.arity.max);
  }
  expect(
    OPERATORS.filter(row => row.added && !row.byHand)
      .map(row => row.logic)
      .sort(),
  ).toEqual(['contains', 'endsWith', 'inList', 'length', 'lower', 'matches', 'startsWith', 'today']);
});
