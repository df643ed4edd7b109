import type { DataRecord, JsonValue } from '@lib/rules';

/** Objects deeper than this are one value. */
const MAX_PATH_DEPTH = 16;

/** Calls `visit` for every value of a record that is no object, with its dotted path. Blank paths are passed over. */
export function visitLeaves(record: DataRecord, visit: (path: string, value: JsonValue) => void): void {
  visitObject(record, '', 0, visit);
}

function visitObject(
  object: { readonly [key: string]: JsonValue },
  prefix: string,
  depth: number,
  visit: (path: string, value: JsonValue) => void,
): void {
  for (const key of Object.keys(object)) {
    if (key.trim() === '') continue;
    const value = object[key]!;
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (value !== null && typeof value === 'object' && !Array.isArray(value) && depth < MAX_PATH_DEPTH) {
      visitObject(value as { readonly [key: string]: JsonValue }, path, depth + 1, visit);
    } else visit(path, value);
  }
}
