import { isTruthy } from '../../model/coercion';
import type { Columns } from './columns';
import { type Predicate, readsAsNumber } from './predicate';

/** How often predicates hold: guessed from what they ask, until records were seen. */
export function guessedFrequency(predicate: Predicate): number {
  switch (predicate.kind) {
    case 'equal':
    case 'same':
      return typeof predicate.value === 'boolean' ? 0.5 : 0.03;
    case 'null':
      return 0.1;
    case 'true':
      return 0.7;
    case 'order':
      return 0.5;
    case 'within':
      return 0.06;
    case 'one-of':
      return Math.min(0.5, 0.03 * predicate.values.length);
    case 'folded-one-of':
      return Math.min(0.5, 0.03 * predicate.texts.length);
    case 'holds':
    case 'mentions':
      return 0.06;
    case 'prefix':
      return 0.04;
    case 'opaque':
      return 0.5;
  }
}

/** The values of every column over some records, for counting how many of them a predicate holds of. */
export class ColumnSample {
  readonly size: number;
  private readonly values: unknown[][] = [];
  private readonly tables = new Map<number, ColumnTable>();

  constructor(columns: Columns, records: readonly object[], each: () => void) {
    let size = 0;
    for (const record of records) {
      if (!columns.load(record)) continue;
      size++;
      columns.values.forEach((value, i) => (this.values[i] ??= []).push(value));
      each();
    }
    this.size = size;
  }

  /** The share of records a predicate that is found by its value holds of. */
  shareOf(predicate: Predicate): number | undefined {
    if (this.size === 0) return undefined;
    const { column } = predicate;
    let table = this.tables.get(column);
    if (!table) this.tables.set(column, (table = new ColumnTable(this.values[column] ?? [])));
    const count = table.count(predicate);
    // What no record of the sample showed may still come: never quite nothing.
    return count === undefined ? undefined : (count + 0.1) / this.size;
  }
}

class ColumnTable {
  private readonly counts = new Map<unknown, number>();
  private readonly numeric = new Map<number, number>();
  private readonly numbers: Float64Array;
  private readonly texts: readonly string[];
  private readonly filled: number;

  constructor(values: readonly unknown[]) {
    for (const value of values) this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
    const numbers = values.filter(value => typeof value !== 'object' || value === null).map(Number);
    this.numbers = Float64Array.from(numbers.filter(number => !Number.isNaN(number))).sort();
    for (const value of values) {
      if (typeof value !== 'object') this.numeric.set(Number(value), (this.numeric.get(Number(value)) ?? 0) + 1);
    }
    this.texts = values.filter(value => typeof value === 'string').sort();
    this.filled = values.filter(isTruthy).length;
  }

  count(predicate: Predicate): number | undefined {
    switch (predicate.kind) {
      case 'equal':
        return typeof predicate.value === 'string' && !readsAsNumber(predicate.value)
          ? (this.counts.get(predicate.value) ?? 0)
          : (this.numeric.get(Number(predicate.value)) ?? 0);
      case 'same':
        return this.counts.get(predicate.value) ?? 0;
      case 'null':
        return this.counts.get(null) ?? 0;
      case 'true':
        return this.filled;
      case 'one-of':
        return predicate.values.reduce<number>((sum, value) => sum + (this.counts.get(value) ?? 0), 0);
      case 'order': {
        const { sign, bound } = predicate;
        const sorted = typeof bound === 'number' ? this.numbers : this.texts;
        const below = placeIn(sorted, bound, sign === '>' || sign === '<=');
        return sign.startsWith('<') ? below : sorted.length - below;
      }
      case 'within': {
        const { low, high } = predicate;
        const sorted = typeof low.value === 'number' ? this.numbers : this.texts;
        return Math.max(0, placeIn(sorted, high.value, !high.open) - placeIn(sorted, low.value, low.open));
      }
      default:
        return undefined;
    }
  }
}

/** How many sorted values are below a bound, those equal to it counted in or not. */
function placeIn(sorted: ArrayLike<number | string>, bound: number | string, withEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] as number | string;
    if (value < bound || (withEqual && value === bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}
