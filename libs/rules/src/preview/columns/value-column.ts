import type { DataRecord } from '../../model/record';
import { ownValueAt } from '../../compile/evaluate';
import { Bits } from './bits';
import { dateKey } from './date-key';
import { CALLS_PER_STEP, ROWS_PER_STEP, type Steps } from '../../model/steps';
import { WordIndex } from './word-index';

/** Stands for a list or an object where values are numbered. */
const OBJECT = 0;

/** How the values of a column are kept: by number, as they are where they are numbers, or as they are. */
type Kept =
  | { readonly as: 'codes'; readonly codes: Uint16Array; readonly distinct: readonly unknown[] }
  | { readonly as: 'numbers'; readonly numbers: Float64Array }
  | { readonly as: 'values'; readonly values: readonly unknown[] };

/**
 * The values one path has in every record, undefined where it is missing: a fallback tells that from null. `rest` are the rows that the kept form does not hold:
 * lists and objects where values are numbered, all but numbers where it is numbers.
 */
export class ValueColumn {
  private words: { readonly index: WordIndex | undefined } | undefined;
  private keys: Float64Array | undefined;

  private constructor(
    private readonly records: readonly DataRecord[],
    private readonly segments: readonly string[],
    readonly kept: Kept,
    readonly nothing: Bits,
    readonly rest: readonly number[],
  ) {}

  static *of(records: readonly DataRecord[], path: string, mostDistinct: number): Steps<ValueColumn> {
    const segments = path.split('.');
    const nothing = new Bits(records.length);
    const values = new Array<unknown>(records.length);
    const numbering = new Numbering(records.length, mostDistinct);
    let numbers = 0;
    for (let from = 0; from < records.length; from += CALLS_PER_STEP) {
      const to = Math.min(records.length, from + CALLS_PER_STEP);
      for (let row = from; row < to; row++) {
        const value = ownValueAt(records[row], segments, undefined);
        values[row] = value;
        if (value === null || value === undefined) nothing.set(row);
        if (typeof value === 'number') numbers++;
        numbering.add(row, value);
      }
      yield;
    }
    const { codes, distinct, objects } = numbering;
    const made = (kept: Kept, rest: readonly number[]): ValueColumn =>
      new ValueColumn(records, segments, kept, nothing, rest);
    if (codes) return made({ as: 'codes', codes, distinct }, objects);
    const filled = records.length - nothing.count();
    if (numbers < filled / 2) return made({ as: 'values', values }, []);
    const rest: number[] = [];
    const kept = new Float64Array(records.length);
    for (let from = 0; from < records.length; from += ROWS_PER_STEP) {
      for (let row = from; row < Math.min(records.length, from + ROWS_PER_STEP); row++) {
        const value = values[row];
        if (typeof value === 'number') kept[row] = value;
        else if (!nothing.has(row)) rest.push(row);
      }
      yield;
    }
    return made({ as: 'numbers', numbers: kept }, rest);
  }

  valueAt(row: number): unknown {
    if (this.kept.as === 'values') return this.kept.values[row];
    return ownValueAt(this.records[row], this.segments, undefined);
  }

  /** What texts and lists contain, indexed when it is first asked for; `undefined` where that would not pay. */
  *wordIndex(): Steps<WordIndex | undefined> {
    this.words ??= { index: yield* WordIndex.of(this.records.length, row => this.valueAt(row)) };
    return this.words.index;
  }

  /** Numbers in the order of the texts that are ISO dates; NaN for whatever else there is. */
  *dateKeys(): Steps<Float64Array> {
    if (this.keys) return this.keys;
    const keys = new Float64Array(this.records.length);
    for (let from = 0; from < keys.length; from += ROWS_PER_STEP) {
      for (let row = from; row < Math.min(keys.length, from + ROWS_PER_STEP); row++) {
        const value = this.valueAt(row);
        keys[row] = typeof value === 'string' ? dateKey(value) : Number.NaN;
      }
      yield;
    }
    return (this.keys = keys);
  }
}

/** Gives every different value a number, as long as there are few of them. */
class Numbering {
  codes: Uint16Array | undefined;
  readonly distinct: unknown[] = [undefined];
  readonly objects: number[] = [];
  private readonly known = new Map<unknown, number>();

  constructor(
    size: number,
    private readonly most: number,
  ) {
    this.codes = new Uint16Array(size);
  }

  add(row: number, value: unknown): void {
    if (!this.codes) return;
    if (typeof value === 'object' && value !== null) {
      this.codes[row] = OBJECT;
      this.objects.push(row);
      if (this.objects.length > this.most) this.codes = undefined;
      return;
    }
    // A map takes -0 for 0, which arithmetic tells apart.
    const key = Object.is(value, -0) ? NEGATIVE_ZERO : value;
    let code = this.known.get(key);
    if (code === undefined) {
      code = this.distinct.push(value) - 1;
      this.known.set(key, code);
      if (code >= this.most) this.codes = undefined;
    }
    if (this.codes) this.codes[row] = code;
  }
}

const NEGATIVE_ZERO = Symbol('-0');
