import type { Run } from '../../model/run';
import { isTruthy } from '../../model/coercion';
import type { Evaluate } from '../evaluate';
import type { Columns } from './columns';
import { type Predicate, readsAsNumber, type Test } from './predicate';

/** Where a program ends: what it judged holds, or does not. */
export const HOLDS = -1;
export const FAILS = -2;

const enum Op {
  Stamp,
  NumberLess,
  NumberAtMost,
  NumberMore,
  NumberAtLeast,
  NumberEqual,
  TextLess,
  TextAtMost,
  TextMore,
  TextAtLeast,
  Same,
  EqualDigits,
  True,
  OneOf,
  Memo,
}

const WIDTH = 5;
const ORDER_OPS = {
  '<': [Op.NumberLess, Op.TextLess],
  '<=': [Op.NumberAtMost, Op.TextAtMost],
  '>': [Op.NumberMore, Op.TextMore],
  '>=': [Op.NumberAtLeast, Op.TextAtLeast],
} as const;

/** What stamps are read and logic is run with, one record at a time. */
export interface Judging {
  readonly columns: Columns;
  readonly stamps: Int32Array;
  readonly epoch: number;
  readonly run: Run;
  readonly record: unknown;
}

/**
 * What is left to check of rules whose anchor was found, packed into one array: each instruction is an operation, what it
 * compares, and where to go on either way. `and`, `or` and `not` are nothing but those ways.
 */
export class ResidualPrograms {
  private code: number[] | Int32Array = [];
  private readonly numbers: number[] = [];
  private readonly values: unknown[] = [];
  private readonly sets: ReadonlySet<unknown>[] = [];
  private readonly logic: Evaluate[] = [];
  private readonly memo: { readonly epochs: number[]; readonly held: boolean[] } = { epochs: [], held: [] };
  private readonly places = new Map<string, number>();
  private readonly numberPlaces = new Map<number, number>();
  private readonly valuePlaces = new Map<unknown, number>();

  /** `idOf` names stamped predicates; `frequency` says how often each predicate holds, so that rare ones are asked first. */
  constructor(
    private readonly idOf: (predicate: Predicate) => number,
    private readonly frequency: (predicate: Predicate) => number,
  ) {}

  /** Adds the program of a test; gives where it starts. */
  add(test: Test): number {
    return this.emit(test, HOLDS, FAILS);
  }

  /** Called once, after the last test was added. */
  finish(): void {
    this.code = Int32Array.from(this.code);
    this.places.clear();
    this.numberPlaces.clear();
    this.valuePlaces.clear();
  }

  /** Whether the test that starts at `start` holds. */
  holds(start: number, judging: Judging): boolean {
    const { code, numbers, values } = this;
    const { values: v, numbers: f } = judging.columns;
    let at = start;
    while (at >= 0) {
      const a = code[at + 1] as number;
      const b = code[at + 2] as number;
      let held: boolean;
      switch (code[at] as Op) {
        case Op.Stamp:
          held = judging.stamps[a] === judging.epoch;
          break;
        case Op.NumberLess:
          held = (f[a] as number) < (numbers[b] as number);
          break;
        case Op.NumberAtMost:
          held = (f[a] as number) <= (numbers[b] as number);
          break;
        case Op.NumberMore:
          held = (f[a] as number) > (numbers[b] as number);
          break;
        case Op.NumberAtLeast:
          held = (f[a] as number) >= (numbers[b] as number);
          break;
        case Op.NumberEqual:
          held = f[a] === numbers[b] && v[a] !== null;
          break;
        case Op.TextLess:
          held = typeof v[a] === 'string' && v[a] < (values[b] as string);
          break;
        case Op.TextAtMost:
          held = typeof v[a] === 'string' && v[a] <= (values[b] as string);
          break;
        case Op.TextMore:
          held = typeof v[a] === 'string' && v[a] > (values[b] as string);
          break;
        case Op.TextAtLeast:
          held = typeof v[a] === 'string' && v[a] >= (values[b] as string);
          break;
        case Op.Same:
          held = v[a] === values[b];
          break;
        case Op.EqualDigits:
          held = typeof v[a] === 'string' ? v[a] === values[b] : v[a] !== null && Number(v[a]) === Number(values[b]);
          break;
        case Op.True:
          held = isTruthy(v[a]);
          break;
        case Op.OneOf:
          held = (this.sets[b] as ReadonlySet<unknown>).has(v[a]);
          break;
        case Op.Memo:
          held = this.judge(a, judging);
          break;
      }
      at = code[held ? at + 3 : at + 4] as number;
    }
    return at === HOLDS;
  }

  private judge(index: number, { epoch, record, run }: Judging): boolean {
    const { epochs, held } = this.memo;
    if (epochs[index] !== epoch) {
      epochs[index] = epoch;
      held[index] = isTruthy((this.logic[index] as Evaluate)(record, run));
    }
    return held[index] as boolean;
  }

  // Backwards: where to go on is known before the instruction that goes there.
  private emit(test: Test, yes: number, no: number): number {
    switch (test.kind) {
      case 'constant':
        return test.value ? yes : no;
      case 'leaf':
        return test.negated ? this.leaf(test.predicate, no, yes) : this.leaf(test.predicate, yes, no);
      case 'all':
        return this.ordered(test.tests, 1).reduceRight((next, part) => this.emit(part, next, no), yes);
      case 'any':
        return this.ordered(test.tests, -1).reduceRight((next, part) => this.emit(part, yes, next), no);
    }
  }

  private ordered(tests: readonly Test[], direction: 1 | -1): readonly Test[] {
    if (tests.length < 2) return tests;
    const weighed = tests.map(test => ({ test, weight: this.effort(test) + direction * this.chance(test) }));
    return weighed.sort((a, b) => a.weight - b.weight).map(({ test }) => test);
  }

  private effort(test: Test): number {
    if (test.kind === 'leaf') return test.predicate.kind === 'opaque' ? 10 : 0;
    return test.kind === 'constant' ? 0 : test.tests.reduce((sum, part) => sum + this.effort(part), 1);
  }

  private chance(test: Test): number {
    if (test.kind !== 'leaf') return 0.5;
    const chance = this.frequency(test.predicate);
    return test.negated ? 1 - chance : chance;
  }

  private leaf(predicate: Predicate, yes: number, no: number): number {
    const { column } = predicate;
    switch (predicate.kind) {
      case 'holds':
      case 'mentions':
      case 'prefix':
      case 'folded-one-of':
        return this.put(Op.Stamp, this.idOf(predicate), 0, yes, no);
      case 'order':
        return this.order(column, predicate.sign, predicate.bound, yes, no);
      case 'within': {
        const { low, high } = predicate;
        const next = this.order(column, high.open ? '<' : '<=', high.value, yes, no);
        return this.order(column, low.open ? '>' : '>=', low.value, next, no);
      }
      case 'equal': {
        const { value } = predicate;
        if (typeof value !== 'string') return this.put(Op.NumberEqual, column, this.number(Number(value)), yes, no);
        return this.put(readsAsNumber(value) ? Op.EqualDigits : Op.Same, column, this.value(value), yes, no);
      }
      case 'same':
        return this.put(Op.Same, column, this.value(predicate.value), yes, no);
      case 'null':
        return this.put(Op.Same, column, this.value(null), yes, no);
      case 'true':
        return this.put(Op.True, column, 0, yes, no);
      case 'one-of': {
        const set = this.once(predicate.key, () => this.sets.push(new Set(predicate.values)) - 1);
        return this.put(Op.OneOf, column, set, yes, no);
      }
      case 'opaque': {
        const index = this.once(predicate.key, () => {
          this.memo.epochs.push(-1);
          this.memo.held.push(false);
          return this.logic.push(predicate.evaluate) - 1;
        });
        return this.put(Op.Memo, index, 0, yes, no);
      }
    }
  }

  private order(column: number, sign: keyof typeof ORDER_OPS, bound: number | string, yes: number, no: number): number {
    const [ofNumbers, ofTexts] = ORDER_OPS[sign];
    return typeof bound === 'number'
      ? this.put(ofNumbers, column, this.number(bound), yes, no)
      : this.put(ofTexts, column, this.value(bound), yes, no);
  }

  private put(op: Op, a: number, b: number, yes: number, no: number): number {
    const code = this.code as number[];
    code.push(op, a, b, yes, no);
    return code.length - WIDTH;
  }

  private number(value: number): number {
    let place = this.numberPlaces.get(value);
    if (place === undefined) this.numberPlaces.set(value, (place = this.numbers.push(value) - 1));
    return place;
  }

  private value(value: unknown): number {
    let place = this.valuePlaces.get(value);
    if (place === undefined) this.valuePlaces.set(value, (place = this.values.push(value) - 1));
    return place;
  }

  private once(key: string, make: () => number): number {
    let place = this.places.get(key);
    if (place === undefined) this.places.set(key, (place = make()));
    return place;
  }
}
