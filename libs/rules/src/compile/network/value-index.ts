import type { Steps } from '../../model/steps';
import type { Columns } from './columns';
import { type Interval, IntervalIndex } from './interval-index';
import { type Predicate, readsAsNumber } from './predicate';
import { type SlotTable, WORD_SHIFT } from './slot-table';

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
  readonly index: IntervalIndex;
}

/** The anchors that are found by a column's whole value: equality, lists and emptiness by hash, ranges by stabbing. */
export class ValueIndex {
  private readonly coded: Coded[] = [];
  private readonly equals: Equals[] = [];
  private readonly ranges: Ranges[] = [];

  private constructor(private readonly table: SlotTable) {}

  /** Numbers of predicates, each after what is to be written where it holds. */
  static *inSteps(
    found: readonly (readonly [number, number])[],
    predicates: readonly Predicate[],
    table: SlotTable,
  ): Steps<ValueIndex> {
    const made = new ValueIndex(table);
    const codes = new Map<number, { readonly code: number; readonly item: number }[]>();
    const equals = new Map<number, Equals>();
    const ranges = new Map<number, Interval[]>();
    const coded = (column: number, value: unknown, item: number): void =>
      into(codes, column, { code: table.codeOf(column, value), item });
    const take = (item: number, id: number): void => {
      const predicate = predicates[id] as Predicate;
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
          const known = equals.get(column) ?? { column, numeric: new Map(), digits: new Map() };
          if (typeof value !== 'string') into(equals.set(column, known).get(column)!.numeric, Number(value), item);
          else {
            if (readsAsNumber(value)) into(equals.set(column, known).get(column)!.digits, Number(value), item);
            coded(column, value, item);
          }
          break;
        }
        case 'order':
        case 'within':
          // Its slot holds a number, or the place of a text, and the table says between which ends.
          into(ranges, (table.words[id] as number) >>> WORD_SHIFT, {
            item,
            low: table.lows[id] as number,
            high: table.highs[id] as number,
          });
          break;
        default:
          throw new Error(`A predicate of kind "${predicate.kind}" is not found by its value.`);
      }
    };
    for (let i = 0; i < found.length; i++) {
      if (i % PREDICATES_PER_STEP === 0) yield;
      take(...(found[i] as readonly [number, number]));
    }
    made.equals.push(...equals.values());
    for (const { column, slot, codes: known } of table.codedColumns) {
      const list = codes.get(column);
      if (list) made.coded.push({ slot, ...byCode(list, known.size) });
    }
    for (const [slot, intervals] of ranges) {
      yield;
      made.ranges.push({ slot, index: new IntervalIndex(intervals) });
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
    for (const { slot, index } of this.ranges) next = index.stab(slots[slot] as number, into, next);
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
