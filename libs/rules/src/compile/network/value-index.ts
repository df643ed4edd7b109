import type { Columns } from './columns';
import { type Interval, IntervalIndex } from './interval-index';
import { type Predicate, readsAsNumber } from './predicate';

type Ids = readonly number[];

interface Dispatch {
  readonly column: number;
  /** By the value itself, as `===` compares. */
  readonly same: Map<unknown, number[]>;
  /** By the value read as a number: what is `==` to a number or a truth. */
  readonly numeric: Map<number, number[]>;
  /** What numbers and truths are `==` to among texts that read as numbers. */
  readonly digits: Map<number, number[]>;
  readonly numbers: Interval[];
  readonly texts: Interval[];
  numberIndex?: IntervalIndex<number>;
  textIndex?: IntervalIndex<string>;
}

/** The anchors that are found by a column's whole value: equality, lists and emptiness by hash, ranges by stabbing. */
export class ValueIndex {
  private readonly dispatches: readonly Dispatch[];

  constructor(predicates: Iterable<readonly [number, Predicate]>) {
    const byColumn = new Map<number, Dispatch>();
    for (const [id, predicate] of predicates) {
      const found = byColumn.get(predicate.column) ?? emptyDispatch(predicate.column);
      byColumn.set(predicate.column, found);
      add(found, id, predicate);
    }
    this.dispatches = [...byColumn.values()];
    for (const dispatch of this.dispatches) {
      if (dispatch.numbers.length > 0) dispatch.numberIndex = new IntervalIndex<number>(dispatch.numbers.splice(0));
      if (dispatch.texts.length > 0) dispatch.textIndex = new IntervalIndex<string>(dispatch.texts.splice(0));
    }
  }

  /** Writes the ids of all predicates that hold to `into`, from `at` on; gives the place after the last. */
  fire(columns: Columns, into: Int32Array, at: number): number {
    let next = at;
    for (const { column, same, numeric, digits, numberIndex, textIndex } of this.dispatches) {
      const value = columns.values[column];
      if (same.size > 0) next = put(same.get(value), into, next);
      if (value !== null) {
        if (numeric.size > 0) next = put(numeric.get(columns.numbers[column] as number), into, next);
        if (digits.size > 0 && typeof value !== 'string') next = put(digits.get(Number(value)), into, next);
      }
      if (numberIndex) {
        const number = columns.numbers[column] as number;
        if (number === number) next = numberIndex.stab(number, into, next);
      }
      if (textIndex && typeof value === 'string') next = textIndex.stab(value, into, next);
    }
    return next;
  }
}

function emptyDispatch(column: number): Dispatch {
  return { column, same: new Map(), numeric: new Map(), digits: new Map(), numbers: [], texts: [] };
}

function add({ same, numeric, digits, numbers, texts }: Dispatch, id: number, predicate: Predicate): void {
  switch (predicate.kind) {
    case 'same':
      return push(same, predicate.value, id);
    case 'null':
      return push(same, null, id);
    case 'one-of':
      return new Set(predicate.values).forEach(value => push(same, value, id));
    case 'equal': {
      const { value } = predicate;
      if (typeof value !== 'string') return push(numeric, Number(value), id);
      if (readsAsNumber(value)) push(digits, Number(value), id);
      return push(same, value, id);
    }
    case 'order': {
      const { sign, bound: value } = predicate;
      const end = { value, open: sign.length === 1 };
      const interval = sign.startsWith('<') ? { item: id, high: end } : { item: id, low: end };
      (typeof value === 'number' ? numbers : texts).push(interval);
      return;
    }
    case 'within': {
      const { low, high } = predicate;
      (typeof low.value === 'number' ? numbers : texts).push({ item: id, low, high });
      return;
    }
    default:
      throw new Error(`A predicate of kind "${predicate.kind}" is not found by its value.`);
  }
}

function push<K>(map: Map<K, number[]>, key: K, id: number): void {
  const list = map.get(key);
  if (list) list.push(id);
  else map.set(key, [id]);
}

function put(ids: Ids | undefined, into: Int32Array, at: number): number {
  if (!ids) return at;
  let next = at;
  for (const id of ids) into[next++] = id;
  return next;
}
