import type { JsonValue } from './json';
import { UnreadValue } from './unread-value';

/** One record as rules see it: read through its record type, so that every field already has its type. */
export type DataRecord = { readonly [field: string]: JsonValue };

/** The value at a dotted path as it stands there, read or not; own properties only, `undefined` where any step is missing. */
export function valueAt(record: JsonValue, path: string): JsonValue | undefined {
  const value = placeAt(record, path);
  return UnreadValue.is(value) ? value.toJSON() : value;
}

/** Whether reading found a value at a dotted path that it keeps from rules. */
export function isUnreadAt(record: JsonValue, path: string): boolean {
  return UnreadValue.is(placeAt(record, path));
}

function placeAt(record: JsonValue, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = record;
  for (const segment of path.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, segment)) return undefined;
    value = (value as { readonly [key: string]: JsonValue })[segment];
  }
  return value;
}
