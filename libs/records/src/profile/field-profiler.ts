import type { FieldProfile, JsonValue, Reading, ValueCount } from '@lib/rules';
import { compileValue, UNREADABLE, type ReadValue } from '../reading/read-value';
import { DistinctCounter } from './distinct-counter';
import { textPattern } from './text-pattern';

const MAX_COUNTED = 10_000;
const MAX_FREQUENT = 1_000;
const MAX_PATTERNS = 20;
const MAX_VALUE_LENGTH = 1_000;

/** How many fields of one import may count distinct values beyond the exact bound. */
export interface ProfilerBudget {
  distinctCounters: number;
}

/** Raw values of one field, counted one by one up to a bound; memory stays bounded however many records come. */
export class FieldProfiler {
  private readonly counts = new Map<JsonValue, number>();
  private readonly elements = new Map<JsonValue, number>();
  private readonly patterns = new Map<string, number>();
  private readonly read: ReadValue;
  private overflowed = false;
  private elementsOverflowed = false;
  private beyond: DistinctCounter | undefined;
  private filled = 0;
  private unreadable = 0;
  private min: number | string | undefined;
  private max: number | string | undefined;
  private minLength = Infinity;
  private maxLength = 0;
  /** Set where a number field met digits that are no quantity: `007`, integers beyond 2^53. */
  sawDigitName = false;

  constructor(
    readonly reading: Reading,
    private readonly budget: ProfilerBudget,
  ) {
    this.read = compileValue(reading);
  }

  /** Share of the filled values so far that could not be read. */
  unreadableShare(): number {
    let { filled, unreadable } = this;
    for (const [raw, count] of this.counts) {
      const value = this.read(raw);
      if (value === null || value === '') continue;
      filled += count;
      if (value === UNREADABLE) unreadable += count;
    }
    return filled === 0 ? 0 : unreadable / filled;
  }

  /** The raw values counted so far; all of them unless there were too many distinct ones. */
  counted(): IterableIterator<[JsonValue, number]> {
    return this.counts.entries();
  }

  add(raw: JsonValue, times = 1): void {
    if (raw === null || raw === '') return;
    if (typeof raw === 'object') {
      this.look(raw, times);
      return;
    }
    const count = this.beyond ? undefined : this.counts.get(raw);
    // A value met before shows nothing new but itself; the rest was looked at when it came first.
    if (count === undefined) this.takeNew(raw, times);
    else this.counts.set(raw, count + times);
  }

  private takeNew(raw: string | number | boolean, times: number): void {
    if (this.counts.size < MAX_COUNTED && (typeof raw !== 'string' || raw.length <= MAX_VALUE_LENGTH)) {
      this.counts.set(typeof raw === 'string' ? detach(raw) : raw, times);
      this.look(raw, 0);
      return;
    }
    if (!this.overflowed) this.countBeyond();
    this.beyond?.add(String(raw));
    this.look(raw, times);
  }

  /** Most values so far were met once: the field may be a key, which is worth counting on. */
  private countBeyond(): void {
    this.overflowed = true;
    let met = 0;
    for (const count of this.counts.values()) met += count;
    if (this.reading.type === 'list' || this.counts.size < met * 0.9 || this.budget.distinctCounters === 0) return;
    this.budget.distinctCounters -= 1;
    this.beyond = new DistinctCounter();
    for (const value of this.counts.keys()) this.beyond.add(textOf(value));
  }

  /** What a value shows; `times` is 0 where the count of the value is kept elsewhere. */
  private look(raw: JsonValue, times: number): void {
    const value = this.read(raw);
    if (value === null || value === '') return;
    if (typeof raw === 'string' && this.reading.type === 'number' && isDigitName(raw)) this.sawDigitName = true;
    if (value === UNREADABLE) {
      this.filled += times;
      this.unreadable += times;
      return;
    }
    if (Array.isArray(value)) {
      if (value.length === 0) return;
      this.filled += times;
      if (times > 0) this.addElements(value as readonly JsonValue[], times);
      return;
    }
    this.filled += times;
    if (this.reading.type === 'text') this.measure(textOf(value));
    else if (typeof value === 'number' || typeof value === 'string') {
      if (this.min === undefined || value < this.min) this.min = detachValue(value);
      if (this.max === undefined || value > this.max) this.max = detachValue(value);
    }
    if (times > 0 && typeof raw === 'string') this.addPattern(raw, times);
  }

  private measure(text: string): void {
    const { length } = text;
    if (length < this.minLength || length > this.maxLength) {
      const characters = /[\ud800-\udfff]/.test(text) ? [...text].length : length;
      this.minLength = Math.min(this.minLength, characters);
      this.maxLength = Math.max(this.maxLength, characters);
    }
  }

  private addElements(list: readonly JsonValue[], times: number): void {
    for (const element of list) {
      if (element === null || typeof element === 'object') continue;
      const count = this.elements.get(element);
      if (count !== undefined) this.elements.set(element, count + times);
      else if (this.elements.size < MAX_COUNTED) this.elements.set(detachValue(element), times);
      else this.elementsOverflowed = true;
    }
  }

  private addPattern(text: string, times: number): void {
    const pattern = textPattern(text);
    const count = this.patterns.get(pattern);
    if (count !== undefined) this.patterns.set(pattern, count + times);
    else if (this.patterns.size < MAX_FREQUENT) this.patterns.set(pattern, times);
  }

  /** The profile over all records of which this field saw its share. */
  finish(records: number): FieldProfile {
    const values = new Map<JsonValue, number>();
    for (const [raw, count] of this.counts) {
      const value = this.read(raw);
      if (value === null || value === '') continue;
      this.filled += count;
      if (value === UNREADABLE) {
        this.unreadable += count;
        continue;
      }
      if (typeof raw === 'string') this.addPattern(raw, count);
      if (Array.isArray(value)) {
        if (value.length === 0) this.filled -= count;
        else this.addElements(value as readonly JsonValue[], count);
      } else values.set(value, (values.get(value) ?? 0) + count);
    }
    this.counts.clear();
    const isList = this.reading.type === 'list';
    const found = isList ? this.elements : values;
    const overflowed = isList ? this.elementsOverflowed : this.overflowed;
    const beyond = isList ? undefined : this.beyond;
    const distinct = Math.max(found.size, beyond?.size ?? 0);
    const frequent = mostFrequent(found, MAX_FREQUENT);
    return {
      records,
      filled: this.filled,
      unreadable: this.unreadable,
      distinct,
      distinctIsExact: !overflowed || beyond?.isExact === true,
      ...(this.min !== undefined && { min: this.min, max: this.max! }),
      frequent,
      frequentIsComplete: !overflowed && frequent.length === found.size,
      ...(this.maxLength > 0 && { minLength: this.minLength, maxLength: this.maxLength }),
      patterns: mostFrequent(this.patterns, MAX_PATTERNS),
    };
  }
}

/** Most frequent first, ties by value. */
export function mostFrequent(counts: ReadonlyMap<JsonValue, number>, limit: number): readonly ValueCount[] {
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || compareValues(a, b))
    .slice(0, limit)
    .map(([value, count]) => ({ value, count }));
}

function compareValues(a: JsonValue, b: JsonValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [one, other] = [textOf(a), textOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isDigitName(text: string): boolean {
  const trimmed = text.trim();
  return /^0\d+$/.test(trimmed) || (/^[+-]?\d{16,}$/.test(trimmed) && !Number.isSafeInteger(Number(trimmed)));
}

/** A copy that does not hold on to the block of text it was cut from. */
function detach(text: string): string {
  return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
}

function detachValue<T extends JsonValue>(value: T): T {
  return (typeof value === 'string' ? detach(value) : value) as T;
}
