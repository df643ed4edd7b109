import { isComposed } from '../../model/same-text';
import { isComposedValue } from './spelling';
import { ownValue } from '../evaluate';

/**
 * How predicates look at a field: `scalar` as text, number, boolean or null · `dated` the same, but a text that is no ISO
 * date counts as no value any ordering is true of · `any` lists and objects too.
 */
export type View = 'scalar' | 'dated' | 'any';

/** Longest text the network judges. Within it no rule that `boundOf` admits can run out of its budget. */
export const LONGEST_TEXT = 16_384;
/** Longest list the network judges; where its elements are read as texts, none is longer than `LONGEST_ELEMENT`. */
export const LONGEST_LIST = 1_024;
export const LONGEST_ELEMENT = 64;

interface Column {
  readonly path: string;
  readonly step: number;
  readonly view: View;
  number: boolean;
  lower: boolean;
  /** Whether texts, and texts in lists, have to be in NFC to be compared unit by unit. */
  composed: boolean;
  composedElements: boolean;
}

/**
 * Every field that the rules of a set look at, loaded once per record whatever the number of rules that read it. Columns
 * are only ever added, so that sets made from one another can share them.
 */
export class Columns {
  /** Values, missing ones as null. */
  readonly values: unknown[] = [];
  /** Values as JavaScript's `Number` gives them, where a predicate compares numbers. */
  readonly numbers: number[] = [];
  /** Texts in lower case, where a predicate ignores case; null where there is no value. */
  readonly lowered: (string | null)[] = [];
  /** Columns whose value in the last record is beyond what the network judges: rules that read them run as closures. */
  readonly odd: number[] = [];

  private readonly columns: Column[] = [];
  private readonly known = {
    scalar: new Map<string, number>(),
    dated: new Map<string, number>(),
    any: new Map<string, number>(),
  };
  private readonly steps: { readonly from: number; readonly name: string; readonly plain: boolean }[] = [];
  private readonly knownSteps = new Map<string, number>();
  private readonly loaded: unknown[] = [];

  /** The column of a path, added where it is new. */
  column(path: string, view: View): number {
    const found = this.known[view].get(path);
    if (found !== undefined) return found;
    const index = this.columns.length;
    this.columns.push({
      path,
      step: this.stepTo(path.split('.')),
      view,
      number: false,
      lower: false,
      composed: false,
      composedElements: false,
    });
    this.values.push(null);
    this.numbers.push(0);
    this.lowered.push(null);
    this.known[view].set(path, index);
    return index;
  }

  pathOf(column: number): string {
    return this.columns[column]?.path ?? '';
  }

  isDated(column: number): boolean {
    return this.columns[column]?.view === 'dated';
  }

  needNumber(column: number): void {
    const found = this.columns[column];
    if (found) found.number = true;
  }

  needLower(column: number): void {
    const found = this.columns[column];
    if (found) found.lower = true;
  }

  /** Texts of the column are compared otherwise than by order: one that is not in NFC is odd. */
  needComposed(column: number, inLists = false): void {
    const found = this.columns[column];
    if (found) found.composed = true;
    if (found && inLists) found.composedElements = true;
  }

  /** Loads a record. False where it is no plain object, or plain objects themselves were tampered with. */
  load(record: object): boolean {
    if (!isPlain(record)) return false;
    const { steps, loaded, columns, values } = this;
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i] as (typeof steps)[number];
      loaded[i] = ownOf(step.from < 0 ? record : loaded[step.from], step.name, step.plain);
    }
    this.odd.length = 0;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as Column;
      const value = loaded[column.step];
      if (value === undefined || value === null) {
        values[i] = null;
        this.numbers[i] = 0;
        this.lowered[i] = null;
      } else if (typeof value === 'object') this.loadObject(i, column, value);
      else this.loadScalar(i, column, value);
    }
    return true;
  }

  private loadScalar(index: number, column: Column, value: unknown): void {
    if (typeof value === 'string') {
      if (value.length > LONGEST_TEXT || (column.composed && !isComposed(value))) return this.setOdd(index);
      if (column.view === 'dated' && !isDateText(value)) {
        this.values[index] = Number.NaN;
        this.numbers[index] = Number.NaN;
        return;
      }
      this.values[index] = value;
      if (column.number) this.numbers[index] = Number(value);
      if (column.lower) {
        const lowered = value.toLowerCase();
        if (!isComposed(lowered)) return this.setOdd(index);
        this.lowered[index] = lowered;
      }
      return;
    }
    if (typeof value !== 'number' && typeof value !== 'boolean') return this.setOdd(index);
    this.values[index] = value;
    this.numbers[index] = Number(value);
    if (column.lower) this.lowered[index] = String(value).toLowerCase();
  }

  private loadObject(index: number, column: Column, value: object): void {
    if (column.view !== 'any') return this.setOdd(index);
    if (Array.isArray(value)) {
      if (value.length > LONGEST_LIST || (column.lower && !value.every(isShortScalar))) return this.setOdd(index);
      if (column.composedElements && !value.every(isComposedValue)) return this.setOdd(index);
    } else if (column.lower) return this.setOdd(index);
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

  private stepTo(segments: readonly string[]): number {
    let from = -1;
    let path = '';
    for (const name of segments) {
      path += `${name}.`;
      let step = this.knownSteps.get(path);
      if (step === undefined) {
        step = this.steps.length;
        this.steps.push({ from, name, plain: isPlainName(name) });
        this.loaded.push(undefined);
        this.knownSteps.set(path, step);
      }
      from = step;
    }
    return from;
  }
}

/** Whether nothing that JSON is made of inherits this name, so that reading it is reading an own property. */
export function isPlainName(name: string): boolean {
  return !INHERITED.some(prototype => name in prototype) || name === 'length';
}

const INHERITED: readonly object[] = [
  Object.prototype,
  Array.prototype,
  String.prototype,
  Number.prototype,
  Boolean.prototype,
];

function ownOf(from: unknown, name: string, plain: boolean): unknown {
  if (!plain || typeof from !== 'object' || from === null) return ownValue(from, name);
  return (from as { readonly [name: string]: unknown })[name];
}

const NOTHING: object = {};

/** Whether a record inherits nothing but what every plain object always had. */
export function isPlain(record: object): boolean {
  for (const _ in NOTHING) return false;
  const prototype: unknown = Object.getPrototypeOf(record);
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
