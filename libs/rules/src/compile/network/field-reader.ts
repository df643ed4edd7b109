import { type InnerStep, readInner, type ReadInner } from './inner-steps';

/** Going through all names of a record pays where no more than so many of them come to each that is wanted, */
const NAMES_PER_FIELD = 3;
/** and where there are no more than so many: objects of very many names are dictionaries to engines. */
const MOST_NAMES = 256;
/** So many names that are left out in a row are passed over one by one; where a name stands beyond them is looked up. */
const LEFT_OUT = 8;
const NOWHERE = -1;
const UNWANTED = -1;

/**
 * What records have at the paths that are looked at. Records of one source have their names in one order, and leave some of
 * them out: going through a record's names beside that order, each is met where it is expected, at half of what it costs to
 * look it up in records of many shapes. Where most of a record's names are not wanted, those that are get looked up.
 */
export class FieldReader {
  /** What each step along a path led to in the last record. */
  readonly values: unknown[] = [];

  /** The name of each step. */
  private readonly names: string[] = [];
  private readonly known = new Map<string, number>();
  /** Steps that begin at the record, by a plain name; and all others, each behind the one it begins at. */
  private readonly outer: number[] = [];
  private readonly outerByName = new Map<string, number>();
  private readonly inner: InnerStep[] = [];
  private madeReadInner: ReadInner | undefined;
  // Names in the order records have them, with the step of each if it is wanted; and the place of each.
  private readonly order: string[] = [];
  private readonly steps: number[] = [];
  private readonly places = new Map<string, number>();

  /** The last step of a path. */
  stepTo(segments: readonly string[]): number {
    let from = -1;
    let path = '';
    for (const name of segments) {
      path += `${name}.`;
      from = this.known.get(path) ?? this.addStep(path, from, name);
    }
    return from;
  }

  /** Reads a record. One that `isShaped` has its names listed with its shape; those of a dictionary are slow to go through. */
  read(record: object, isShaped: boolean): void {
    const { values, inner, names, outer } = this;
    if (isShaped && !this.hasManyNames) this.goThrough(record);
    else for (const step of outer) values[step] = valueOf(record, names[step] as string);
    if (inner.length === 0) return;
    this.madeReadInner ??= readInner(inner);
    this.madeReadInner(values, record);
  }

  private get hasManyNames(): boolean {
    return this.order.length > Math.min(MOST_NAMES, NAMES_PER_FIELD * this.outer.length);
  }

  private goThrough(record: object): void {
    const { values, steps, order, outer, names } = this;
    for (let i = 0; i < values.length; i++) values[i] = undefined;
    // An object whose shape was superseded gets the new one when a name is looked up in it. That has to be done by now: a loop
    // over the names of an object that changes its shape meanwhile is slow ever after.
    valueOf(record, this.names[0] ?? '');
    let [next, met] = [0, 0];
    for (const name in record) {
      let place = next;
      const end = Math.min(next + LEFT_OUT, order.length);
      while (place < end && order[place] !== name) place++;
      if (place === end) place = this.placeOf(name, next);
      if (place === NOWHERE) break;
      next = place + 1;
      const step = steps[place] as number;
      if (step === UNWANTED) continue;
      values[step] = (record as Named)[name];
      met++;
    }
    if (met === outer.length) return;
    // What was not met may be there all the same: beyond many others, or not enumerated.
    for (let i = 0; i < outer.length; i++) {
      const step = outer[i] as number;
      const name = names[step] as string;
      if (values[step] === undefined && Object.hasOwn(record, name)) values[step] = valueOf(record, name);
    }
  }

  /** Where a name stands in the order; one that is new is put where it was met, if there are not too many. */
  private placeOf(name: string, met: number): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    if (this.hasManyNames) return NOWHERE;
    this.order.splice(met, 0, name);
    this.steps.splice(met, 0, this.outerByName.get(name) ?? UNWANTED);
    this.order.forEach((moved, place) => this.places.set(moved, place));
    return met;
  }

  private addStep(path: string, from: number, name: string): number {
    const step = this.names.push(name) - 1;
    const isPlain = isPlainName(name);
    this.values.push(undefined);
    this.known.set(path, step);
    if (from < 0 && isPlain) {
      this.outer.push(step);
      this.outerByName.set(name, step);
      const place = this.places.get(name);
      if (place !== undefined) this.steps[place] = step;
    } else {
      this.inner.push({ step, from, name, isPlain });
      this.madeReadInner = undefined;
    }
    return step;
  }
}

interface Named {
  readonly [name: string]: unknown;
}

function valueOf(source: object, name: string): unknown {
  return (source as Named)[name];
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
