import fc from 'fast-check';
import type { JsonLogic, JsonValue } from '../model/json';
import { OPERATORS } from '../model/operator-table';
import { MAX_PATTERN_PROGRAM, compilePattern } from '../model/pattern';
import { Run, TEXT_PER_STEP } from '../model/run';
import type { RecordType } from '../model/record-type';
import { validateRule } from '../validate/validate-rule';
import { attempt } from './guarded';
import { compileLogic } from './compile-logic';

// No rule that the validator accepts can run longer than its budget. What it does is counted apart from what it is charged:
// every call of a built-in whose time grows with what it is given, by the length it is given. Nothing here looks at a clock.

const CLOCK = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
/** How often an operation may go over what it was charged for once: composing, folding and comparing a text are three times. */
const READINGS = 5;
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 500);
const TYPE: RecordType = {
  name: 'thing',
  fields: (['a', 'b', 'l', 'm'] as const).map(name => {
    return { name, label: name, type: name < 'l' ? 'text' : 'list', reading: { type: 'text' } };
  }),
};

const path = fc.constantFrom('a', 'b', 'l', 'm', '', 'accumulator', 'current', 'accumulator.a', 'accumulator.l');
const literal = fc.oneof(
  fc.constantFrom<JsonLogic[]>('', 'a', 'aa', 'e\u0301', '\u00e9', 1, 0, null, true, 'a.a.a'),
  fc.integer({ min: 1, max: 40 }).map((length): JsonLogic => Array.from({ length }, (_, i) => i)),
  fc.integer({ min: 1, max: 40 }).map((length): JsonLogic => Array.from({ length }, () => 'aaaaaaaaaaaaaaab')),
);
const kept = fc.constantFrom('a', 'b', 'l', 'm').map((name): JsonLogic => ({ var: `accumulator.${name}` }));
const logic = fc.letrec<{ node: JsonLogic }>(tie => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    { weight: 2, arbitrary: literal },
    { weight: 4, arbitrary: path.map((name): JsonLogic => ({ var: name })) },
    {
      weight: 5,
      arbitrary: fc
        .tuple(
          fc.constantFrom('map', 'filter', 'all', 'some', 'none', 'reduce', 'reduce'),
          tie('node'),
          tie('node'),
          tie('node'),
        )
        .map(([name, list, body, initial]): JsonLogic => {
          return { [name]: name === 'reduce' ? [list, body, initial] : [list, body] };
        }),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom('merge', 'cat', 'max', '+', 'and'),
          fc.array(tie('node'), { minLength: 1, maxLength: 5 }),
        )
        .map(([name, operands]): JsonLogic => ({ [name]: operands })),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom('==', '===', '<', 'in', 'contains', 'startsWith'), tie('node'), tie('node'))
        .map(([name, ...operands]): JsonLogic => ({ [name]: operands })),
    },
    {
      // The same values again and again: what is not charged for them adds up here.
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom('==', '===', '<', 'in', 'contains', '+', 'matches', 'var'), kept, kept)
        .map(([name, a, b]): JsonLogic => {
          const repeated = { [name]: name === 'var' || name === '+' ? [a] : [a, name === 'matches' ? 'a*b$' : b] };
          return {
            reduce: [{ var: 'm' }, { if: [repeated, { var: 'accumulator' }, { var: 'accumulator' }] }, { var: '' }],
          };
        }),
    },
    { weight: 1, arbitrary: tie('node').map((name): JsonLogic => ({ var: [name] })) },
    { weight: 1, arbitrary: tie('node').map((name): JsonLogic => ({ length: [{ lower: [name] }] })) },
    { weight: 1, arbitrary: tie('node').map((name): JsonLogic => ({ '-': [name] })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('node'), fc.constantFrom('(x+x+)+y', '(a?){20}a{20}$', 'a*b'))
        .map((operands): JsonLogic => ({ matches: operands })),
    },
  ),
})).node;
const long = fc
  .tuple(
    fc.constantFrom('a', 'e\u0301', '\u00e9', '1', 'a.'),
    fc.integer({ min: 1, max: 3_000 }),
    fc.constantFrom('', 'b'),
  )
  .map(([unit, times, end]): JsonValue => unit.repeat(times) + end);
const record = fc.record({
  a: long,
  b: long,
  l: fc.array(fc.oneof(long, fc.constantFrom<JsonValue[]>(1, 'a', null)), { maxLength: 30 }),
  m: fc.integer({ min: 0, max: 1_000 }).map((length): JsonValue => Array.from({ length }, (_, i) => i)),
});
const budget = fc.record({
  steps: fc.integer({ min: 100, max: 20_000 }),
  output: fc.integer({ min: 100, max: 20_000 }),
});

it('is never overrun by a rule that is valid, whatever the record', () => {
  let [valid, stopped] = [0, 0];
  fc.assert(
    fc.property(logic, record, budget, (condition, given, limits) => {
      const verdict = validateRule({ name: 'r', condition }, TYPE);
      if (!verdict.ok) return;
      valid++;
      const run = new Run(CLOCK, limits);
      const evaluate = compileLogic(verdict.value.condition, '/condition');
      const work = new Work();
      const result = work.during(() => attempt(() => evaluate(given, run)));
      if (!result.ok) stopped++;
      const used = limits.steps - run.steps;
      // What comes at no charge: each part of the rule once, and the last operation, which goes too far.
      const allowed =
        Math.min(used, limits.steps) + partsOf(condition) + (sizeOf(given) + limits.output) / TEXT_PER_STEP;
      expect(work.units).toBeLessThanOrEqual(READINGS * allowed);
      expect(work.longest).toBeLessThanOrEqual(sizeOf(given) + limits.output + JSON.stringify(condition).length);
    }),
    { numRuns: RUNS, seed: 20_260_115 },
  );
  // A property that only ever sees refused or harmless rules would say nothing.
  expect([valid > RUNS / 3, stopped > RUNS / 50]).toEqual([true, true]);
});

it('bounds what a regular expression may become', () => {
  for (const pattern of ['((a{9}){9}){9}', '(a{1000})', '(?i)[a-z]{500}', '(a|b|c){300}']) {
    const compiled = compilePattern(pattern);
    if (compiled.ok) expect(compiled.value.expression.programSize()).toBeLessThanOrEqual(MAX_PATTERN_PROGRAM);
  }
  expect(compilePattern('((a{100}){100}){100}').ok).toBe(false);
});

function partsOf(value: JsonValue): number {
  if (value === null || typeof value !== 'object') return 1;
  return Object.values(value).reduce<number>((count, part) => count + partsOf(part), 1);
}

function sizeOf(value: JsonValue): number {
  return JSON.stringify(value).length;
}

const OF_TEXT = [
  'normalize',
  'toLowerCase',
  'split',
  'includes',
  'indexOf',
  'startsWith',
  'endsWith',
  'slice',
] as const;
const OF_CHARACTERS = ['charCodeAt', 'codePointAt'] as const;
const OF_LISTS = ['map', 'filter', 'some', 'every', 'reduce', 'indexOf', 'includes', 'flat', 'join'] as const;

/** Counts what built-ins are given while something runs. */
class Work {
  /** Calls, and lengths in the unit of a step. */
  units = 0;
  /** The longest text or list any of them was given. */
  longest = 0;

  during<T>(act: () => T): T {
    const byLength = (length: number): number => 1 + length / TEXT_PER_STEP;
    const restore = [
      this.count(String.prototype, OF_TEXT, text => byLength(text.length)),
      this.count(Array.prototype, OF_LISTS, list => byLength(list.length)),
      this.count(String.prototype, OF_CHARACTERS, () => 1 / TEXT_PER_STEP),
      this.count(Number, ['parseFloat'], (_number, text) => byLength(String(text).length)),
      this.count(Object, ['hasOwn'], () => 1),
      ...OPERATORS.map(row => this.count(row, ['evaluate'], () => 1)),
    ];
    try {
      return act();
    } finally {
      restore.forEach(undo => undo());
    }
  }

  private count<P extends object>(
    owner: P,
    names: readonly (keyof P & string)[],
    cost: (self: { readonly length: number }, first: unknown) => number,
  ): () => void {
    const originals = names.map(name => [name, owner[name]] as const);
    const put = (name: string, value: unknown): void => {
      Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: false });
    };
    for (const [name, original] of originals) {
      const note = (self: { readonly length: number }, first: unknown): void => {
        this.units += cost(self, first);
        if (typeof self.length === 'number' && self.length > this.longest) this.longest = self.length;
      };
      put(name, function (this: { readonly length: number }, ...args: readonly unknown[]): unknown {
        note(this, args[0]);
        return Reflect.apply(original as () => unknown, this, args);
      });
    }
    return () => originals.forEach(([name, value]) => put(name, value));
  }
}
