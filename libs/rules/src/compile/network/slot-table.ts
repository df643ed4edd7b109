import { isTruthy } from '../../model/coercion';
import type { Run } from '../../model/run';
import { HOLDS, leafOf } from '../alone/leaf-of';
import type { Columns } from './columns';
import { highestOf, lowestOf, oncePerRecord, placeOfText } from './places';
import { type End, isStamped, type Predicate, readsAsNumber } from './predicate';

/** Kinds of look a word stands for: a slot between two ends, a code in a set of bits, or a look of its own. */
export const IN_SLOT = 0;
export const IN_BITS = 2;
export const OWN_LOOK = 4;
export const KIND = 6;
/** Bits of a word below the slot or the number of the look; the lowest says that the predicate is negated. */
export const WORD_SHIFT = 3;

/** A slot that always holds one: what is always true lies in it. */
const ALWAYS = 0;
/** Sets of codes are kept as bits where a column has no more values to tell apart than this. */
const MOST_CODES = 1_024;

interface Dictionary {
  readonly column: number;
  readonly slot: number;
  /** What rules compare the column with, numbered; a missing value is 0, any other value -1. */
  readonly codes: Map<unknown, number>;
}

interface Places {
  readonly column: number;
  readonly slot: number;
  /** Every text the column is compared with by order, ascending: a text's place among them says how it compares. */
  ends: readonly string[];
}

interface Copied {
  readonly column: number;
  readonly slot: number;
}

type Look = (record: unknown, run: Run) => boolean;

/**
 * Predicates as numbers: of every record, what predicates ask of a field becomes a number in a slot once, and each
 * predicate is two ends that number has to lie between. Checking one takes two comparisons, whatever it asks.
 */
export class SlotTable {
  /** Filled for each record by `fill`, and by whoever stamps. */
  slots = new Float64Array(0);
  /** The slots of stamps: one where the predicate of that number holds, else zero. */
  stamps = new Float64Array(0);
  /** Of each predicate by its id: how it is looked at, and between which ends. */
  words = new Int32Array(0);
  lows = new Float64Array(0);
  highs = new Float64Array(0);

  private size = ALWAYS + 1;
  private stampCount = 0;
  private readonly numbers = new Map<number, Copied>();
  private readonly truths = new Map<number, Copied>();
  private readonly dictionaries = new Map<number, Dictionary>();
  private readonly texts = new Map<number, Places>();
  private readonly copied: Copied[] = [];
  private readonly truthful: Copied[] = [];
  private readonly coded: Dictionary[] = [];
  private readonly placed: Places[] = [];
  private readonly looks: Look[] = [];
  private readonly bits: number[] = [];

  constructor(
    private readonly columns: Columns,
    private readonly predicates: readonly Predicate[],
  ) {}

  /** First pass over a predicate: what has to be known of its column. */
  survey(predicate: Predicate): void {
    const { column } = predicate;
    switch (predicate.kind) {
      case 'equal':
        if (typeof predicate.value !== 'string') this.number(column);
        else this.code(column, predicate.value);
        return;
      case 'same':
        return this.code(column, predicate.value);
      case 'null':
        return this.code(column, null);
      case 'one-of':
        this.code(column, null);
        return predicate.values.forEach(value => this.code(column, value));
      case 'true':
        if (!this.truths.has(column)) this.truthful.push(this.slotIn(this.truths, column));
        return;
      case 'order':
        return this.bound(column, predicate.bound);
      case 'within':
        this.bound(column, predicate.low.value);
        return this.bound(column, predicate.high.value);
      default:
        if (isStamped(predicate)) this.stampCount++;
    }
  }

  /** Called between the passes. */
  lay(): void {
    for (const places of this.placed) places.ends = [...new Set(places.ends)].sort((a, b) => (a < b ? -1 : 1));
    this.slots = new Float64Array(this.size + this.stampCount);
    this.stamps = this.slots.subarray(this.size);
    this.slots[ALWAYS] = 1;
    const count = this.predicates.length;
    this.words = new Int32Array(count);
    this.lows = new Float64Array(count);
    this.highs = new Float64Array(count);
  }

  /** Second pass over a predicate: between which ends of which slot it holds. `stamp` numbers it among the stamped ones. */
  settle(id: number, stamp: number): void {
    const predicate = this.predicates[id] as Predicate;
    const { column } = predicate;
    switch (predicate.kind) {
      case 'equal':
        return this.settleEqual(id, predicate.value, column);
      case 'same':
        return this.put(id, this.codeSlot(column), this.codeOf(column, predicate.value));
      case 'null':
        return this.put(id, this.codeSlot(column), 0);
      case 'true':
        return this.put(id, this.truths.get(column)?.slot as number, 1);
      case 'one-of':
        return this.settleOneOf(id, predicate.values, column);
      case 'order': {
        const end = { value: predicate.bound, open: predicate.sign.length === 1 };
        const isLow = predicate.sign.startsWith('>');
        return this.settleRange(id, column, isLow ? end : undefined, isLow ? undefined : end);
      }
      case 'within':
        return this.settleRange(id, column, predicate.low, predicate.high);
      case 'opaque':
        return this.own(id, oncePerRecord(predicate.evaluate, this));
      default:
        return this.put(id, this.size + stamp, 1);
    }
  }

  /** Counts records, so that what was found out about one is not taken for another. */
  epoch = 0;

  /** Fills the slots for the record the columns hold, but for stamps. */
  fill(): void {
    const { slots, columns } = this;
    const { values, numbers } = columns;
    this.epoch++;
    for (const { column, slot } of this.copied) slots[slot] = numbers[column] as number;
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
    for (const { column, slot, ends } of this.placed) {
      const value = values[column];
      slots[slot] = typeof value === 'string' ? placeOfText(ends, value) : Number.NaN;
    }
  }

  /** Whether a look that is no slot between two ends holds; `word` is not negated here. */
  looked(word: number, low: number, high: number, record: unknown, run: Run): boolean {
    if ((word & KIND) === OWN_LOOK) return (this.looks[word >>> WORD_SHIFT] as Look)(record, run);
    const code = this.slots[word >>> WORD_SHIFT] as number;
    return code >= 0 && code < high && ((this.bits[low + (code >>> 5)] as number) & (1 << (code & 31))) !== 0;
  }

  /** Every column whose values are numbered. */
  get codedColumns(): readonly Dictionary[] {
    return this.coded;
  }

  codeOf(column: number, value: unknown): number {
    return this.dictionaries.get(column)?.codes.get(value) as number;
  }

  private settleEqual(id: number, value: string | number | boolean, column: number): void {
    if (typeof value !== 'string') {
      const number = Number(value);
      // A missing value reads as zero, and equals none.
      if (number === 0) return this.ownLeaf(id);
      return this.put(id, this.numbers.get(column)?.slot as number, number);
    }
    if (readsAsNumber(value)) return this.ownLeaf(id);
    this.put(id, this.codeSlot(column), this.codeOf(column, value));
  }

  private settleOneOf(id: number, values: readonly unknown[], column: number): void {
    const { slot, codes } = this.dictionaries.get(column) as Dictionary;
    if (codes.size > MOST_CODES) return this.ownLeaf(id);
    const start = this.bits.length;
    for (let i = 0; i <= codes.size >>> 5; i++) this.bits.push(0);
    for (const value of values) {
      const code = codes.get(value) as number;
      this.bits[start + (code >>> 5)]! |= 1 << (code & 31);
    }
    this.words[id] = (slot << WORD_SHIFT) | IN_BITS;
    this.lows[id] = start;
    this.highs[id] = codes.size;
  }

  private settleRange(id: number, column: number, low: End | undefined, high: End | undefined): void {
    if (typeof (low ?? high)?.value === 'number') {
      this.words[id] = (this.numbers.get(column)?.slot as number) << WORD_SHIFT;
      this.lows[id] = low ? lowestOf(low) : -Infinity;
      this.highs[id] = high ? highestOf(high) : Infinity;
      return;
    }
    const { slot, ends } = this.texts.get(column) as Places;
    this.words[id] = slot << WORD_SHIFT;
    this.lows[id] = low ? placeOfText(ends, low.value as string) + (low.open ? 1 : 0) : -Infinity;
    this.highs[id] = high ? placeOfText(ends, high.value as string) - (high.open ? 1 : 0) : Infinity;
  }

  private ownLeaf(id: number): void {
    const predicate = this.predicates[id] as Exclude<Predicate, { kind: 'opaque' }>;
    const { columns } = this;
    const leaf = leafOf(predicate, columns.isDated(predicate.column));
    // Odd values never get here: a leaf can tell.
    this.own(id, () => leaf(columns.values[predicate.column]) === HOLDS);
  }

  private own(id: number, look: Look): void {
    this.words[id] = ((this.looks.push(look) - 1) << WORD_SHIFT) | OWN_LOOK;
  }

  private put(id: number, slot: number, value: number): void {
    this.words[id] = slot << WORD_SHIFT;
    this.lows[id] = value;
    this.highs[id] = value;
  }

  private bound(column: number, value: number | string): void {
    if (typeof value === 'number') return this.number(column);
    let places = this.texts.get(column);
    if (!places) {
      this.texts.set(column, (places = { column, slot: this.size++, ends: [] }));
      this.placed.push(places);
    }
    (places.ends as string[]).push(value);
  }

  private number(column: number): void {
    if (!this.numbers.has(column)) this.copied.push(this.slotIn(this.numbers, column));
  }

  private slotIn(slots: Map<number, Copied>, column: number): Copied {
    const made = { column, slot: this.size++ };
    slots.set(column, made);
    return made;
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

  private codeSlot(column: number): number {
    return this.dictionaries.get(column)?.slot as number;
  }
}
