import type { Run } from '../model/run';

/** A compiled piece of logic: its value for some data. Data is the record, or the element inside an iterator. */
export type Evaluate = (data: unknown, run: Run) => unknown;

/** The value under an own name; nothing inherited is ever seen. Texts and lists have a `length` of their own. */
export function ownValue(data: unknown, name: string): unknown {
  if (data === null || data === undefined || !Object.hasOwn(data, name)) return undefined;
  return (data as { readonly [key: string]: unknown })[name];
}

/** The value at a path, `fallback` where any step is missing. */
export function ownValueAt(data: unknown, path: readonly string[], fallback: unknown): unknown {
  let value = data;
  for (const segment of path) {
    value = ownValue(value, segment);
    if (value === undefined) return fallback;
  }
  return value;
}
