import { isTruthy } from '../../model/coercion';
import type { Run } from '../../model/run';
import { HOLDS, leafOf } from '../alone/leaf-of';
import type { Columns } from './columns';
import { oncePerRecord } from './once-per-record';
import { NumberPlaces } from './number-places';
import { NOWHERE } from './places';
import { type End, type Predicate, readsAsNumber } from './predicate';
import { TextPlaces } from './text-places';

/** Kinds of look a word stands for: a slot's number in a range, a code in a set of bits, or a look of its own. */
export const IN_SLOT = 0;
const IN_BITS = 2;
const OWN_LOOK = 4;
export const KIND = 6;
/** Set in a word where the predicate is negated; ranges are never, what is outside of them is one as well. */
export const NEGATED = 1;
/** Bits of a word below the slot or the number of the look. */
export const WORD_SHIFT = 3;

/** Sets of codes are kept as bits where a column has no more values to tell apart than this. */
const MOST_CODES = 1_024;

interface Dictionary {
  readonly column: number;
  readonly slot: number;
  /** What rules compare the column with, numbered; a missing value is 0, any other value -1. */
  readonly codes: Map<unknown, number>;
}

interface PlacedTexts {
  readonly column: number;
  readonly slot: number;
  readonly places: TextPlaces;
}

interface Truth {
  readonly column: number;
  readonly slot: number;
}

type Look = (record: unknown, run: Run) => boolean;

/**
 * Predicates as numbers: of every record, what predicates ask of a field becomes a small whole number in a slot once, and
 * each predicate is a range that number has to lie in. Checking one takes the same few operations, whatever it asks.
 */
export class SlotTable {
  /** Filled for each record by `fill`, and by whoever stamps. */
  slots = new Int32Array(0);
  /** The slots of stamps: one where the predicate of that number holds, else zero. */
  stamps = new Int32Array(0);
  /** Which stamp is whose. */
  readonly stampOf = new Map<Predicate, number>();
  /** What `look` found out: a word, and the range that goes with it. */
  word = 0;
  low = 0;
  span = 0;

  private size = 0;
  private readonly numbers = new NumberPlaces();
  private readonly texts = new Map<number, PlacedTexts>();
  private readonly truths = new Map<number, Truth>();
  private readonly dictionaries = new Map<number, Dictionary>();
  // The same as lists: `fill` goes through them for every record.
  private readonly placedTexts: PlacedTexts[] = [];
  private readonly truthful: Truth[] = [];
  private readonly coded: Dictionary[] = [];
  private readonly looks: Look[] = [];
  private readonly bits: number[] = [];
  /** Where the bits of sets of codes begin, and the words of looks of their own. */
  private readonly bitsOf = new Map<Predicate, number>();
  private readonly lookOf = new Map<Predicate, number>();

  constructor(private readonly columns: Columns) {}

  /** What has to be known of a predicate's column before the place of anything in it can be told. */
  survey(predicate: Predicate): void {
    const { column } = predicate;
    switch (predicate.kind) {
      case 'equal':
        return typeof predicate.value === 'string'
          ? this.code(column, predicate.value)
          : this.bound(column, Number(predicate.value));
      case 'same':
        return this.code(column, predicate.value);
      case 'null':
        return this.code(column, null);
      case 'one-of':
        this.code(column, null);
        for (let i = 0; i < predicate.values.length; i++) this.code(column, predicate.values[i]);
        return;
      case 'true':
        return this.truth(column);
      case 'order':
        return this.bound(column, predicate.bound);
      case 'within':
        this.bound(column, predicate.low.value);
        return this.bound(column, predicate.high.value);
      case 'opaque':
        return;
      default:
        // A network made meanwhile may have taken it in as well: nothing is numbered twice.
        if (!this.stampOf.has(predicate)) this.stampOf.set(predicate, this.stampOf.size);
    }
  }

  /** Called once, after the last was surveyed. */
  lay(): void {
    this.numbers.lay();
    for (const { places } of this.placedTexts) places.lay();
    // One at least: what always holds looks at the first, whatever is there.
    this.slots = new Int32Array(Math.max(1, this.size + this.stampOf.size));
    this.stamps = this.slots.subarray(this.size);
  }

  /** Finds out how a predicate is looked at; gives the word. */
  look(predicate: Predicate): number {
    const { column } = predicate;
    switch (predicate.kind) {
      case 'equal':
        return this.lookEqual(predicate);
      case 'same':
        return this.putCode(column, predicate.value);
      case 'null':
        return this.putCode(column, null);
      case 'true':
        return this.put(this.truths.get(column)?.slot as number, 1, 1);
      case 'one-of':
        return this.lookOneOf(predicate);
      case 'order': {
        const end = { value: predicate.bound, open: predicate.sign.length === 1 };
        const isLow = predicate.sign.startsWith('>');
        return this.lookRange(column, isLow ? end : undefined, isLow ? undefined : end);
      }
      case 'within':
        return this.lookRange(column, predicate.low, predicate.high);
      case 'opaque':
        return this.own(predicate);
      default:
        return this.put(this.size + (this.stampOf.get(predicate) as number), 1, 1);
    }
  }

  /** The same of a predicate that is judged by itself whenever it is asked: logic, or what has no stamp at the time. */
  own(predicate: Predicate): number {
    let number = this.lookOf.get(predicate);
    if (number === undefined) {
      number = this.looks.push(this.judging(predicate)) - 1;
      this.lookOf.set(predicate, number);
    }
    return (this.word = (number << WORD_SHIFT) | OWN_LOOK);
  }

  /** Counts records, so that what was found out about one is not taken for another. */
  epoch = 0;

  /** Fills the slots for the record the columns hold, but for stamps. */
  fill(): void {
    const { slots, columns } = this;
    const { values, numbers } = columns;
    this.epoch++;
    this.numbers.fill(numbers, slots);
    for (const { column, slot, codes } of this.coded) {
      const value = values[column];
      if (value === null) slots[slot] = 0;
      // Where all that is asked is whether there is a value.
      else if (codes.size === 1) slots[slot] = -1;
      else {
        const code = codes.get(value);
        slots[slot] = code === undefined ? -1 : code;
      }
    }
    for (const { column, slot } of this.truthful) slots[slot] = isTruthy(values[column]) ? 1 : 0;
    for (const { column, slot, places } of this.placedTexts) {
      const value = values[column];
      slots[slot] = typeof value === 'string' ? places.placeOf(value) : NOWHERE;
    }
  }

  /** Whether a look that is no range of a slot holds. */
  looked(word: number, low: number, span: number, record: unknown, run: Run): boolean {
    const held =
      (word & KIND) === OWN_LOOK
        ? (this.looks[word >>> WORD_SHIFT] as Look)(record, run)
        : this.isAmong(this.slots[word >>> WORD_SHIFT] as number, low, span);
    return held === ((word & NEGATED) === 0);
  }

  codeOf(column: number, value: unknown): number {
    return this.dictionaries.get(column)?.codes.get(value) as number;
  }

  /** The slot that holds the code of a column's value. */
  codeSlot(column: number): number {
    return this.dictionaries.get(column)?.slot as number;
  }

  private isAmong(code: number, start: number, size: number): boolean {
    return code >= 0 && code < size && ((this.bits[start + (code >>> 5)] as number) & (1 << (code & 31))) !== 0;
  }

  private lookEqual(predicate: Extract<Predicate, { kind: 'equal' }>): number {
    const { column, value } = predicate;
    if (typeof value !== 'string') {
      const number = Number(value);
      // A missing value reads as zero, and equals none.
      if (number === 0) return this.own(predicate);
      const end = { value: number, open: false };
      return this.lookRange(column, end, end);
    }
    return readsAsNumber(value) ? this.own(predicate) : this.putCode(column, value);
  }

  private lookOneOf(predicate: Extract<Predicate, { kind: 'one-of' }>): number {
    const { slot, codes } = this.dictionaries.get(predicate.column) as Dictionary;
    if (codes.size > MOST_CODES) return this.own(predicate);
    let start = this.bitsOf.get(predicate);
    if (start === undefined) {
      start = this.bits.length;
      this.bitsOf.set(predicate, start);
      for (let i = 0; i <= codes.size >>> 5; i++) this.bits.push(0);
      for (const value of predicate.values) {
        const code = codes.get(value) as number;
        this.bits[start + (code >>> 5)]! |= 1 << (code & 31);
      }
    }
    this.low = start;
    this.span = codes.size;
    return (this.word = (slot << WORD_SHIFT) | IN_BITS);
  }

  private lookRange(column: number, low: End | undefined, high: End | undefined): number {
    const isNumber = typeof (low ?? high)?.value === 'number';
    const texts = isNumber ? undefined : (this.texts.get(column) as PlacedTexts);
    const from = low ? this.placeOf(low, column) + (low.open ? 1 : 0) : 0;
    const last = texts ? texts.places.last : this.numbers.lastPlace(column);
    const to = high ? this.placeOf(high, column) - (high.open ? 1 : 0) : last;
    return this.put(texts ? texts.slot : this.numbers.slotOf(column), from, to);
  }

  private placeOf({ value }: End, column: number): number {
    return typeof value === 'number'
      ? this.numbers.placeOf(column, value)
      : (this.texts.get(column) as PlacedTexts).places.placeOf(value);
  }

  private judging(predicate: Predicate): Look {
    if (predicate.kind === 'opaque') return oncePerRecord(predicate.evaluate, this);
    const { columns } = this;
    const leaf = leafOf(predicate, columns.isDated(predicate.column));
    // Odd values never get here: a leaf can tell.
    return () => leaf(columns.values[predicate.column]) === HOLDS;
  }

  private putCode(column: number, value: unknown): number {
    const code = this.codeOf(column, value);
    return this.put(this.codeSlot(column), code, code);
  }

  private put(slot: number, from: number, to: number): number {
    this.low = from;
    this.span = Math.max(-1, to - from);
    return (this.word = slot << WORD_SHIFT);
  }

  private bound(column: number, value: number | string): void {
    if (typeof value === 'number') return this.numbers.add(column, value, () => this.size++);
    let placed = this.texts.get(column);
    if (!placed) {
      this.texts.set(column, (placed = { column, slot: this.size++, places: new TextPlaces() }));
      this.placedTexts.push(placed);
    }
    placed.places.add(value);
  }

  private truth(column: number): void {
    if (this.truths.has(column)) return;
    const made = { column, slot: this.size++ };
    this.truths.set(column, made);
    this.truthful.push(made);
  }

  private code(column: number, value: unknown): void {
    let dictionary = this.dictionaries.get(column);
    if (!dictionary) {
      dictionary = { column, slot: this.size++, codes: new Map([[null, 0]]) };
      this.dictionaries.set(column, dictionary);
      this.coded.push(dictionary);
    }
    if (!dictionary.codes.has(value)) dictionary.codes.set(value, dictionary.codes.size);
  }
}
