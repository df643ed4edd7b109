import fc from 'fast-check';
import { readNode } from '../../json-logic/read-condition';
import type { JsonLogic } from '../../model/json';
import { Run } from '../../model/run';
import { compileLogic } from '../compile-logic';
import { Bound } from './bound';
import { LONGEST_ELEMENT, LONGEST_LIST, LONGEST_TEXT } from './columns';

const CLOCK = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
const PLENTY = { steps: 1e9, output: 1e9 };

const unit = fc.constantFrom('a', 'e\u0301', '\u00e9', '1', 'K', '\ud83d\ude00');
const text = (longest: number): fc.Arbitrary<string> =>
  fc.tuple(unit, fc.integer({ min: 0, max: longest })).map(([of, length]) => of.repeat(longest).slice(0, length));
const written = fc.oneof(text(40), text(249), fc.constantFrom(1, null, true));
const value = fc.oneof(text(LONGEST_TEXT), text(9), fc.constantFrom(5, null, true));
const elements = fc.array(fc.oneof(text(LONGEST_ELEMENT), fc.constant(7)), { maxLength: LONGEST_LIST });
const field = fc.constantFrom('a', 'b').map((name): JsonLogic => ({ var: name }));
const operand = fc.oneof(field, field, written);

const condition: fc.Arbitrary<JsonLogic> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        '==',
        '!==',
        '<',
        '>=',
        'in',
        'contains',
        'startsWith',
        'endsWith',
        '-',
        '*',
        'max',
        'cat',
        'substr',
      ),
      operand,
      operand,
    )
    .map(([name, a, b]): JsonLogic => ({ [name]: [a, b] })),
  fc.tuple(operand, operand, operand).map((operands): JsonLogic => ({ '<': operands })),
  fc.tuple(field, fc.array(written, { maxLength: 60 })).map(([one, list]): JsonLogic => ({ in: [one, list] })),
  fc.tuple(fc.constantFrom('in', 'contains'), written).map(([name, part]): JsonLogic => {
    return { [name]: name === 'in' ? [part, { var: 'l' }] : [{ var: 'l' }, part] };
  }),
  fc.tuple(field, fc.constantFrom('a*b$', '(a?){30}a{30}')).map((operands): JsonLogic => ({ matches: operands })),
  operand.map((one): JsonLogic => ({ '==': [{ length: [{ lower: [one] }] }, 3] })),
);

it('is an upper bound on what judging takes of a budget, for values the network judges', () => {
  fc.assert(
    fc.property(condition, value, value, elements, (logic, a, b, l) => {
      const bound = new Bound();
      if (!bound.add(readNode(logic))) return;
      const run = new Run(CLOCK, PLENTY);
      compileLogic(logic, '')({ a, b, l }, run);
      expect(PLENTY.steps - run.steps).toBeLessThanOrEqual(bound.steps);
      expect(PLENTY.output - run.output).toBeLessThanOrEqual(bound.output);
    }),
    { numRuns: 1_500, seed: 20_260_115 },
  );
});
