import type { Change, DataRecord, JsonValue, RecordType } from '@lib/rules';

export const HIDDEN = '•••';

/** The paths whose values only some may see. */
export function personalPaths(recordType: RecordType): ReadonlySet<string> {
  return new Set(recordType.fields.filter(field => field.sensitivity === 'personal').map(field => field.name));
}

/** The record without its personal values: what is empty stays empty, so that one still sees what is missing. */
export function hidePersonal(record: DataRecord, paths: ReadonlySet<string>): DataRecord {
  return paths.size === 0 ? record : (hideIn(record, '', paths) as DataRecord);
}

/** The same for what was changed. */
export function hidePersonalChange(change: Change, paths: ReadonlySet<string>): Change {
  if (!paths.has(change.path)) return change;
  const replaced = change.replaced ? { replaced: { ...change.replaced, value: hidden(change.replaced.value) } } : {};
  if ('add' in change) return { ...change, add: HIDDEN, ...replaced };
  if ('remove' in change) return { ...change, remove: HIDDEN, ...replaced };
  return { ...change, from: hidden(change.from), to: hidden(change.to), ...replaced };
}

function hideIn(value: JsonValue, path: string, paths: ReadonlySet<string>): JsonValue {
  if (paths.has(path)) return hidden(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hideIn(inner as JsonValue, path === '' ? name : `${path}.${name}`, paths)]));
}

function hidden(value: JsonValue): JsonValue {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0) ? value : HIDDEN;
}
