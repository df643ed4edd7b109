import { isTruthy } from '../../model/coercion';
import type { Steps } from '../../model/steps';
import type { Columns } from './columns';
import { type Predicate, readsAsNumber } from './predicate';

const RECORDS_PER_STEP = 64;

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
  private constructor(
    private readonly size: number,
    private readonly tables: readonly ColumnTable[],
  ) {}

  static *inSteps(columns: Columns, records: readonly object[]): Steps<ColumnSample> {
    const values: unknown[][] = columns.values.map(() => []);
    let size = 0;
    for (const [i, record] of records.entries()) {
      if (i % RECORDS_PER_STEP === 0) yield;
      if (!columns.load(record)) continue;
      size++;
      for (let column = 0; column < values.length; column++) values[column]?.push(columns.values[column]);
    }
    const tables: ColumnTable[] = [];
    for (const column of values) {
      tables.push(new ColumnTable(column));
      yield;
    }
    return new ColumnSample(size, tables);
  }

  /** How many columns it knows. */
  get width(): number {
    return this.tables.length;
  }

  /** The share of records a predicate that is found by its value holds of. */
  shareOf(predicate: Predicate): number | undefined {
    const count = this.size > 0 ? this.tables[predicate.column]?.count(predicate) : undefined;
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
