import { mayGenerate } from '../alone/may-generate';
import { ownValue } from '../evaluate';

/** A step along a path that does not begin at the record, or by a name that may be inherited. */
export interface InnerStep {
  readonly step: number;
  /** The step it begins at; the record where negative. */
  readonly from: number;
  readonly name: string;
  /** Whether nothing inherits the name. */
  readonly isPlain: boolean;
}

/** Writes to `values` what each step leads to, given what those led to that are behind it. */
export type ReadInner = (values: unknown[], record: object) => void;

/**
 * Steps as one function, each behind the one it begins at. Where code may be generated, each has a place of its own in it:
 * objects at one path mostly have one shape, and a place that only ever met that shape finds a name there at once.
 */
export function readInner(steps: readonly InnerStep[], generate = mayGenerate()): ReadInner {
  if (!generate) {
    return (values, record) => {
      for (let i = 0; i < steps.length; i++) walk(steps[i] as InnerStep, values, record);
    };
  }
  const source = steps.map(({ step, from, name, isPlain }) => {
    const key = JSON.stringify(name);
    const own = `own(s, ${key})`;
    const value = isPlain ? `typeof s === "object" && s !== null ? s[${key}] : ${own}` : own;
    return `s = ${from < 0 ? 'record' : `values[${from}]`}; values[${step}] = ${value};`;
  });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- names get into the source as JSON only; the other way is above
  const make = new Function('own', `"use strict"; return (values, record) => { let s; ${source.join(' ')} };`) as (
    own: typeof ownValue,
  ) => ReadInner;
  return make(ownValue);
}

function walk({ step, from, name, isPlain }: InnerStep, values: unknown[], record: object): void {
  const source = from < 0 ? record : values[from];
  const isRead = isPlain && typeof source === 'object' && source !== null;
  values[step] = isRead ? (source as { readonly [name: string]: unknown })[name] : ownValue(source, name);
}
