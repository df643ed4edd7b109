import type { JsonValue, RecordChange } from '../api/contracts';

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });

/** A value as a cell shows it; `undefined` is what is not there. */
export function displayValue(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value))
    return value.length === 0 ? undefined : value.map(item => displayValue(item as JsonValue) ?? '').join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  // Small numbers are left alone: a year is no quantity.
  if (typeof value === 'number' && Math.abs(value) >= 10_000) return grouped.format(value);
  return String(value);
}

/** What happens to one path: the additions and removals of a list, or a value that becomes another. */
export interface PathChange {
  readonly path: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly written?: { readonly from: JsonValue; readonly to: JsonValue };
}

/** A record's changes gathered by path, in the order they happen; of several writes the first `from` and the last `to` show. */
export function changesByPath(changes: readonly RecordChange[]): readonly PathChange[] {
  const paths = new Map<string, PathChange>();
  for (const change of changes) {
    const before = paths.get(change.path) ?? { path: change.path, added: [], removed: [] };
    paths.set(change.path, withChange(before, change));
  }
  return [...paths.values()];
}

function withChange(before: PathChange, change: RecordChange): PathChange {
  if ('add' in change) return { ...before, added: [...before.added, change.add] };
  if ('remove' in change) return { ...before, removed: [...before.removed, change.remove] };
  return { ...before, written: { from: before.written ? before.written.from : change.from, to: change.to } };
}
