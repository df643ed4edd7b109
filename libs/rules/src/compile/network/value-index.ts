import type { Steps } from '../../model/steps';
import type { Columns } from './columns';
import { type Interval, IntervalIndex } from './interval-index';
import { placeOf, placeOfNumber } from './places';
import { type End, type Predicate, readsAsNumber } from './predicate';
import type { SlotTable } from './slot-table';

const PREDICATES_PER_STEP = 256;

/** Anchors of one column that are found by a number, or a truth, being equal. */
interface Equals {
  readonly column: number;
  /** By the value read as a number: what is `==` to a number or a truth. */
  readonly numeric: Map<number, number[]>;
  /** What numbers and truths are `==` to among texts that read as numbers. */
  readonly digits: Map<number, number[]>;
}

/** Anchors of one column by the code of its value, in one list with a place where each code's begin. */
interface Coded {
  readonly slot: number;
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

interface Ranges {
  readonly slot: number;
  /** Where numbers are looked for; the slot of a text is its place already. */
  readonly ends: Float64Array | undefined;
  readonly index: IntervalIndex;
}

type Bounds = { readonly item: number; readonly low: End | undefined; readonly high: End | undefined }[];

/** The anchors that are found by a column's whole value: equality, lists and emptiness by hash, ranges by stabbing. */
export class ValueIndex {
  private readonly coded: Coded[] = [];
  private readonly equals: Equals[] = [];
  private readonly ranges: Ranges[] = [];

  private constructor(private readonly table: SlotTable) {}

  /** Predicates with what is to be written where they hold. */
  static *inSteps(predicates: readonly (readonly [number, Predicate])[], table: SlotTable): Steps<ValueIndex> {
    const made = new ValueIndex(table);
    const codes = new Map<number, { readonly code: number; readonly item: number }[]>();
    const equals = new Map<number, Equals>();
    const bounds = { numbers: new Map<number, Bounds>(), texts: new Map<number, Bounds>() };
    const coded = (column: number, value: unknown, item: number): void =>
      into(codes, column, { code: table.codeOf(column, value), item });
    const ranged = (column: number, item: number, low: End | undefined, high: End | undefined): void =>
      into(typeof (low ?? high)?.value === 'number' ? bounds.numbers : bounds.texts, column, { item, low, high });
    const take = (item: number, predicate: Predicate): void => {
      const { column } = predicate;
      switch (predicate.kind) {
        case 'same':
          coded(column, predicate.value, item);
          break;
        case 'null':
          coded(column, null, item);
          break;
        case 'one-of':
          new Set(predicate.values).forEach(value => coded(column, value, item));
          break;
        case 'equal': {
          const { value } = predicate;
          const found = equals.get(column) ?? { column, numeric: new Map(), digits: new Map() };
          if (typeof value !== 'string') into(equals.set(column, found).get(column)!.numeric, Number(value), item);
          else {
            if (readsAsNumber(value)) into(equals.set(column, found).get(column)!.digits, Number(value), item);
            coded(column, value, item);
          }
          break;
        }
        case 'order': {
          const end = { value: predicate.bound, open: predicate.sign.length === 1 };
          if (predicate.sign.startsWith('<')) ranged(column, item, undefined, end);
          else ranged(column, item, end, undefined);
          break;
        }
        case 'within':
          ranged(column, item, predicate.low, predicate.high);
          break;
        default:
          throw new Error(`A predicate of kind "${predicate.kind}" is not found by its value.`);
      }
    };
    for (const [i, [item, predicate]] of predicates.entries()) {
      if (i % PREDICATES_PER_STEP === 0) yield;
      take(item, predicate);
    }
    made.equals.push(...equals.values());
    for (const { column, slot, codes: known } of table.codedColumns) {
      const list = codes.get(column);
      if (list) made.coded.push({ slot, ...byCode(list, known.size) });
    }
    for (const [column, list] of bounds.numbers) {
      yield;
      const values = list.flatMap(({ low, high }) => [low, high].flatMap(end => (end ? [end.value as number] : [])));
      const ends = Float64Array.from(new Set(values)).sort();
      made.ranges.push({ slot: table.numberSlot(column) as number, ends, index: indexOf(ends, list) });
    }
    for (const [column, list] of bounds.texts) {
      yield;
      const { slot, ends } = table.placesOf(column) as { slot: number; ends: readonly string[] };
      made.ranges.push({ slot, ends: undefined, index: indexOf(ends, list) });
    }
    return made;
  }

  /** Writes what stands for every anchor that holds to `into`, from `at` on; gives the place after the last. */
  fire(columns: Columns, into: Int32Array, at: number): number {
    const { slots } = this.table;
    let next = at;
    for (const { slot, starts, items } of this.coded) {
      const code = slots[slot] as number;
      if (code < 0) continue;
      const end = starts[code + 1] as number;
      for (let i = starts[code] as number; i < end; i++) into[next++] = items[i] as number;
    }
    for (const { column, numeric, digits } of this.equals) {
      const value = columns.values[column];
      if (value === null) continue;
      if (numeric.size > 0) next = put(numeric.get(columns.numbers[column] as number), into, next);
      if (digits.size > 0 && typeof value !== 'string') next = put(digits.get(Number(value)), into, next);
    }
    for (const { slot, ends, index } of this.ranges) {
      const value = slots[slot] as number;
      if (value !== value) continue;
      next = index.stab(ends ? placeOfNumber(ends, value) : value, into, next);
    }
    return next;
  }
}

function byCode(
  list: readonly { readonly code: number; readonly item: number }[],
  codes: number,
): { starts: Int32Array; items: Int32Array } {
  const starts = new Int32Array(codes + 1);
  for (const { code } of list) starts[code + 1]!++;
  for (let code = 0; code < codes; code++) starts[code + 1]! += starts[code] as number;
  const filled = starts.slice();
  const items = new Int32Array(list.length);
  for (const { code, item } of list) items[filled[code]!++] = item;
  return { starts, items };
}

function indexOf<T extends number | string>(ends: ArrayLike<T>, list: Bounds): IntervalIndex {
  // A place for each end and one for each gap around them: a range is a run of places.
  const size = 2 * ends.length + 1;
  const intervals: Interval[] = list.map(({ item, low, high }) => ({
    item,
    from: low ? placeOf(ends, low.value as T) + (low.open ? 1 : 0) : 0,
    to: high ? placeOf(ends, high.value as T) - (high.open ? 1 : 0) : size - 1,
  }));
  return new IntervalIndex(size, intervals);
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
