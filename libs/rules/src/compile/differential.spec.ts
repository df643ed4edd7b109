import * as fc from 'fast-check';
import * as jsonLogic from 'json-logic-js';
import { readCondition } from '../json-logic/read-condition';
import { registerOperators } from '../json-logic/register-operators';
import { writeCondition } from '../json-logic/write-condition';
import type { JsonLogic } from '../model/json';
import { Run } from '../model/run';
import { compileLogic } from './compile-logic';
import { guarded } from './guarded';

const CLOCK = { now: '2026-01-15T23:30:00.000Z', timeZone: 'Europe/Berlin' };
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1_500);

registerOperators(jsonLogic, () => CLOCK);

const scalar = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<JsonLogic[]>(
      null,
      true,
      false,
      0,
      1,
      -1,
      2.5,
      1e21,
      -0,
      10,
      '',
      '0',
      '1',
      ' ',
      'abc',
      'ABC',
      '10',
      '3.14abc',
      'null',
      'a',
      '2024-05-01',
      '😀x',
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: -20, max: 20 }) },
);
const data: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;
const record = fc.record(
  {
    a: data,
    b: data,
    c: scalar,
    d: fc.dictionary(fc.constantFrom('a', 'e', 'f'), data, { noNullPrototype: true }),
    l: fc.array(data, { maxLength: 5 }),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const path = fc.constantFrom(
  'a',
  'b',
  'c',
  'd',
  'l',
  'd.a',
  'd.e',
  'l.0',
  'l.1.a',
  'x',
  'a.length',
  'current',
  'accumulator',
  '',
);

const VARIADIC = [
  'and',
  'or',
  '!',
  '!!',
  '==',
  '!=',
  '===',
  '!==',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  '+',
  '-',
  '*',
  '/',
  '%',
  'min',
  'max',
  'cat',
  'substr',
  'merge',
  'if',
  '?:',
  'startsWith',
  'endsWith',
  'contains',
  'lower',
  'length',
];
const ITERATORS = ['map', 'filter', 'all', 'some', 'none', 'reduce'];

const logic: fc.Arbitrary<JsonLogic> = fc.letrec<{ node: JsonLogic }>(tie => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    { weight: 3, arbitrary: scalar },
    { weight: 4, arbitrary: path.map((name): JsonLogic => ({ var: name })) },
    { weight: 1, arbitrary: fc.tuple(path, scalar).map(([name, fallback]): JsonLogic => ({ var: [name, fallback] })) },
    { weight: 1, arbitrary: tie('node').map((name): JsonLogic => ({ var: [name] })) },
    { weight: 1, arbitrary: fc.array(tie('node'), { maxLength: 3 }) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...VARIADIC), fc.array(tie('node'), { maxLength: 4 }))
        .map(([operator, operands]): JsonLogic => ({ [operator]: operands })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('!', '!!', '-', '+', 'length', 'lower', 'and', 'missing'), scalar)
        .map(([operator, operand]): JsonLogic => ({ [operator]: operand })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...ITERATORS), tie('node'), tie('node'), fc.array(tie('node'), { maxLength: 1 }))
        .map(([operator, list, body, rest]): JsonLogic => ({ [operator]: [list, body, ...rest] })),
    },
    { weight: 1, arbitrary: fc.array(path, { maxLength: 3 }).map((names): JsonLogic => ({ missing: names })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 0, max: 3 }), fc.array(path, { maxLength: 3 }))
        .map(([needed, names]): JsonLogic => ({ missing_some: [needed, names] })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('', '-P1M', 'P30D', '-P1Y2M', 'P2W'),
          fc.constantFrom('week', 'month', 'quarter', 'year'),
        )
        .map((operands): JsonLogic => ({ today: operands })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('node'), fc.constantFrom('^a', '\\d+$', '[a-c]+', 'x?'))
        .map((operands): JsonLogic => ({ matches: operands })),
    },
    { weight: 1, arbitrary: fc.constantFrom<JsonLogic[]>({}, { a: 1, b: 2 }, { log: 'x' }, { frobnicate: [1] }) },
  ),
})).node;

/** A value that can be compared exactly: undefined, NaN and -0 told apart, and errors as one. */
function outcome(run: () => unknown): unknown {
  try {
    return { value: run() };
  } catch {
    return 'error';
  }
}

describe('against json-logic-js', () => {
  // The reference prints what `log` is given; this engine does not.
  beforeAll(() => jest.spyOn(console, 'log').mockImplementation(() => undefined));

  it(`gives the same value for random logic on random records (${RUNS} runs)`, () => {
    fc.assert(
      fc.property(logic, record, (rule, given) => {
        const expected = outcome(() => jsonLogic.apply(rule as never, given));
        expect(outcome(() => compileLogic(rule, '')(given, new Run(CLOCK)))).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });
});

it('within the smallest of budgets gives the same value or stops, and never throws', () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  fc.assert(
    fc.property(logic, record, (rule, given) => {
      const result = guarded(CLOCK, run => compileLogic(rule, '')(given, run), { steps: 20, output: 20 });
      if (result.ok) expect(outcome(() => jsonLogic.apply(rule as never, given))).toEqual({ value: result.value });
      else expect(result.error.message).not.toBe('');
    }),
    { numRuns: RUNS },
  );
});

it('writes what it read, to the last bracket, and reads what it wrote', () => {
  fc.assert(
    fc.property(logic, rule => {
      const condition = readCondition(rule);
      if (!condition.ok) throw new Error('generated logic is within bounds');
      const written = writeCondition(condition.value);
      expect(written).toEqual(rule);
      expect(readCondition(written)).toEqual(condition);
    }),
    { numRuns: RUNS },
  );
});
