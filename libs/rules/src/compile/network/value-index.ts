import type { Steps } from '../../model/steps';
import type { Columns } from './columns';
import { type Interval, IntervalIndex } from './interval-index';
import { type Predicate, readsAsNumber } from './predicate';
import { IN_SLOT, KIND, type SlotTable, WORD_SHIFT } from './slot-table';

const PREDICATES_PER_STEP = 256;

/** Anchors of one column that no slot tells of: equal to zero, or to a text that reads as a number. */
interface Equals {
  readonly column: number;
  /** By the value read as a number: what is `==` to a number or a truth. */
  readonly numeric: Map<number, number[]>;
  /** What numbers and truths are `==` to among texts that read as numbers. */
  readonly digits: Map<number, number[]>;
}

/** The anchors that are found by a column's whole value: equality, lists, emptiness and ranges. */
export class ValueIndex {
  private constructor(
    private readonly slots: Int32Array,
    private readonly ranges: IntervalIndex,
    private readonly equals: readonly Equals[],
  ) {}

  /** Predicates, each after what is to be written where it holds. */
  static *inSteps(found: readonly (readonly [number, Predicate])[], table: SlotTable): Steps<ValueIndex> {
    const equals = new Map<number, Equals>();
    const intervals = new Map<number, Interval[]>();
    const between = (slot: number, item: number, low: number, high: number): void =>
      into(intervals, slot, { item, low, high });
    const coded = (column: number, value: unknown, item: number): void => {
      const code = table.codeOf(column, value);
      between(table.codeSlot(column), item, code, code);
    };
    const take = (item: number, predicate: Predicate): void => {
      const word = table.look(predicate);
      if ((word & KIND) === IN_SLOT) return between(word >>> WORD_SHIFT, item, table.low, table.low + table.span);
      const { column } = predicate;
      if (predicate.kind === 'one-of') return new Set(predicate.values).forEach(value => coded(column, value, item));
      if (predicate.kind !== 'equal')
        throw new Error(`A predicate of kind "${predicate.kind}" is not found by its value.`);
      const { value } = predicate;
      const known = equals.get(column) ?? { column, numeric: new Map(), digits: new Map() };
      equals.set(column, known);
      if (typeof value !== 'string') return into(known.numeric, Number(value), item);
      if (readsAsNumber(value)) into(known.digits, Number(value), item);
      coded(column, value, item);
    };
    for (let i = 0; i < found.length; i++) {
      if (i % PREDICATES_PER_STEP === 0) yield;
      take(...(found[i] as readonly [number, Predicate]));
    }
    const ranges = yield* IntervalIndex.inSteps(intervals);
    return new ValueIndex(table.slots, ranges, [...equals.values()]);
  }

  /** Writes what stands for every anchor that holds to `into`, from `at` on; gives the place after the last. */
  fire(columns: Columns, into: Int32Array, at: number): number {
    let next = this.ranges.stab(this.slots, into, at);
    for (const { column, numeric, digits } of this.equals) {
      const value = columns.values[column];
      if (value === null) continue;
      if (numeric.size > 0) next = put(numeric.get(columns.numbers[column] as number), into, next);
      if (digits.size > 0 && typeof value !== 'string') next = put(digits.get(Number(value)), into, next);
    }
    return next;
  }
}

function into<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function put(ids: readonly number[] | undefined, into: Int32Array, at: number): number {
  if (!ids) return at;
  let next = at;
  for (const id of ids) into[next++] = id;
  return next;
}
