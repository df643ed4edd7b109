import { isComposed } from '../../model/same-text';
import { Leaves } from './leaves';
import { isComposedValue } from './spelling';
import { FieldReader } from './field-reader';

/**
 * How predicates look at a field: `scalar` as text, number, boolean or null · `dated` the same, but a text that is no ISO
 * date counts as no value any ordering is true of · `any` lists and objects too.
 */
export type View = 'scalar' | 'dated' | 'any';

/** Longest text the network judges. Within it no rule that `Bound` knows can run out of its budget. */
export const LONGEST_TEXT = 16_384;
/** Longest list the network judges; where its elements are read as texts, none is longer than `LONGEST_ELEMENT`. */
export const LONGEST_LIST = 1_024;
export const LONGEST_ELEMENT = 64;

// What has to be known of a column's values, as bits.
const NUMBER = 1;
const LOWER = 2;
/** Texts have to be in NFC to be compared unit by unit, and so have texts in lists. */
const COMPOSED = 4;
const COMPOSED_ELEMENTS = 8;
const DATED = 16;
const ANY = 32;
const OF_VIEW = { scalar: 0, dated: DATED, any: ANY } as const;

/**
 * Every field that the rules of a set look at, loaded once per record whatever the number of rules that read it. Columns
 * are only ever added, so that sets made from one another can share them.
 */
export class Columns {
  /** Values, missing ones as null. */
  readonly values: unknown[] = [];
  /** Values as JavaScript's `Number` gives them, where a predicate compares numbers. */
  numbers = new Float64Array(16);
  /** Texts in lower case, where a predicate ignores case; null where there is no value. */
  readonly lowered: (string | null)[] = [];
  /** Columns whose value in the last record is beyond what the network judges: rules that read them run as closures. */
  readonly odd: number[] = [];
  /**
   * How many texts the last record has. Nobody asks: to count them, each value is looked at with nothing depending on what it is,
   * so that those the processor has to fetch come together. Where they are told apart, each would be waited for.
   */
  texts = 0;
  /** What is asked of them. */
  readonly leaves = new Leaves();

  private readonly fields = new FieldReader();
  private readonly paths: string[] = [];
  private readonly stepOf: number[] = [];
  private readonly needs: number[] = [];
  private readonly known = {
    scalar: new Map<string, number>(),
    dated: new Map<string, number>(),
    any: new Map<string, number>(),
  };

  /** The column of a path, added where it is new. */
  column(path: string, view: View): number {
    const found = this.known[view].get(path);
    if (found !== undefined) return found;
    const index = this.paths.push(path) - 1;
    this.stepOf.push(this.fields.stepTo(path.split('.')));
    this.needs.push(OF_VIEW[view]);
    this.values.push(null);
    this.lowered.push(null);
    if (index >= this.numbers.length) {
      const wider = new Float64Array(2 * index);
      wider.set(this.numbers);
      this.numbers = wider;
    }
    this.known[view].set(path, index);
    return index;
  }

  pathOf(column: number): string {
    return this.paths[column] ?? '';
  }

  isDated(column: number): boolean {
    return ((this.needs[column] ?? 0) & DATED) !== 0;
  }

  needNumber(column: number): void {
    this.needs[column]! |= NUMBER;
  }

  needLower(column: number): void {
    this.needs[column]! |= LOWER;
  }

  /** Texts of the column are compared otherwise than by order: one that is not in NFC is odd. */
  needComposed(column: number, inLists = false): void {
    this.needs[column]! |= inLists ? COMPOSED | COMPOSED_ELEMENTS : COMPOSED;
  }

  /** Loads a record. False where it is no plain object, or plain objects themselves were tampered with. */
  load(record: object): boolean {
    const prototype: unknown = Object.getPrototypeOf(record);
    if (!isOfPlain(prototype)) return false;
    const { stepOf, needs, values, numbers, lowered, odd } = this;
    const read = this.fields.values;
    // What inherits nothing at all is a dictionary to engines.
    this.fields.read(record, prototype !== null);
    if (odd.length > 0) odd.length = 0;
    this.texts = textsAmong(read);
    for (let i = 0; i < stepOf.length; i++) {
      const value = read[stepOf[i] as number];
      if (typeof value === 'string') {
        if (needs[i] === 0 && value.length <= LONGEST_TEXT) values[i] = value;
        else this.loadText(i, needs[i] as number, value);
      } else if (typeof value === 'number') {
        values[i] = value;
        numbers[i] = value;
        if (((needs[i] as number) & LOWER) !== 0) lowered[i] = String(value).toLowerCase();
      } else if (value === undefined || value === null) {
        values[i] = null;
        numbers[i] = 0;
        lowered[i] = null;
      } else this.loadOther(i, needs[i] as number, value);
    }
    return true;
  }

  private loadText(index: number, needs: number, value: string): void {
    if (value.length > LONGEST_TEXT || ((needs & COMPOSED) !== 0 && !isComposed(value))) return this.setOdd(index);
    if ((needs & DATED) !== 0 && !isDateText(value)) {
      this.values[index] = Number.NaN;
      this.numbers[index] = Number.NaN;
      return;
    }
    this.values[index] = value;
    if ((needs & NUMBER) !== 0) this.numbers[index] = Number(value);
    if ((needs & LOWER) !== 0) {
      const text = value.toLowerCase();
      if (!isComposed(text)) return this.setOdd(index);
      this.lowered[index] = text;
    }
  }

  private loadOther(index: number, needs: number, value: unknown): void {
    if (typeof value === 'boolean') {
      this.values[index] = value;
      this.numbers[index] = value ? 1 : 0;
      if ((needs & LOWER) !== 0) this.lowered[index] = value ? 'true' : 'false';
      return;
    }
    if (typeof value !== 'object' || (needs & ANY) === 0) return this.setOdd(index);
    if (Array.isArray(value)) {
      if (value.length > LONGEST_LIST) return this.setOdd(index);
      if ((needs & LOWER) !== 0 && !value.every(isShortScalar)) return this.setOdd(index);
      if ((needs & COMPOSED_ELEMENTS) !== 0 && !value.every(isComposedValue)) return this.setOdd(index);
    } else if ((needs & LOWER) !== 0) return this.setOdd(index);
    this.values[index] = value;
    this.numbers[index] = Number.NaN;
    this.lowered[index] = null;
  }

  private setOdd(index: number): void {
    this.values[index] = null;
    this.numbers[index] = Number.NaN;
    this.lowered[index] = null;
    this.odd.push(index);
  }
}

function textsAmong(values: readonly unknown[]): number {
  let texts = 0;
  for (let i = 0; i < values.length; i++) texts = (texts + Number(typeof values[i] === 'string')) | 0;
  return texts;
}

const NOTHING: object = {};

/** Whether a record inherits nothing but what every plain object always had. */
export function isPlain(record: object): boolean {
  return isOfPlain(Object.getPrototypeOf(record));
}

function isOfPlain(prototype: unknown): boolean {
  for (const _ in NOTHING) return false;
  return prototype === Object.prototype || prototype === null;
}

function isShortScalar(value: unknown): boolean {
  return value === null || (typeof value === 'string' ? value.length <= LONGEST_ELEMENT : typeof value !== 'object');
}

/** `YYYY-MM…`, as the compiler's date check reads it. */
export function isDateText(text: string): boolean {
  if (text.charCodeAt(4) !== 45) return false;
  for (let i = 0; i < 7; i++) {
    const unit = text.charCodeAt(i);
    if (i !== 4 && !(unit >= 48 && unit <= 57)) return false;
  }
  return true;
}
