import type { Effect } from './action-row';
import type { JsonValue } from './json';
import type { DataRecord } from './record';
import { valueAt } from './record';
import { tagsIn } from './tags';
import { findField, type RecordType } from './record-type';
import type { Run } from './run';

/** A copy of the record with a value at a dotted path; objects on the way are made where there are none. */
export function withValue(record: DataRecord, path: string, value: JsonValue, run: Run): DataRecord {
  return written(record, path.split('.'), value, run, path);
}

function written(
  target: DataRecord,
  segments: readonly string[],
  value: JsonValue,
  run: Run,
  path: string,
): DataRecord {
  const [segment = '', ...rest] = segments;
  if (rest.length === 0) return { ...target, [segment]: value };
  const inner = Object.hasOwn(target, segment) ? target[segment] : null;
  if (inner !== null && inner !== undefined && (typeof inner !== 'object' || Array.isArray(inner))) {
    return run.stop('not-writable', `"${path}" cannot be written: "${segment}" holds a value, not further fields.`);
  }
  return { ...target, [segment]: written((inner ?? {}) as DataRecord, rest, value, run, path) };
}

/** The record after one action's effects. What is removed from one list leaves it at once: one by one takes time in its square. */
export function withEffects(
  record: DataRecord,
  effects: readonly Effect[],
  recordType: RecordType,
  run: Run,
): DataRecord {
  const removals = effects.filter(effect => 'remove' in effect);
  const path = removals[0]?.path;
  if (path !== undefined && removals.length === effects.length && removals.every(effect => effect.path === path)) {
    const removed = new Set<JsonValue>(removals.map(({ remove }) => remove));
    const kept = listAt(record, path, recordType).filter(tag => !removed.has(trimmed(tag)));
    return withValue(record, path, kept, run);
  }
  return effects.reduce((current, effect) => withEffect(current, effect, recordType, run), record);
}

function withEffect(record: DataRecord, effect: Effect, recordType: RecordType, run: Run): DataRecord {
  if ('to' in effect) return withValue(record, effect.path, effect.to, run);
  if ('remove' in effect) return withEffects(record, [effect], recordType, run);
  return withValue(record, effect.path, [...listAt(record, effect.path, recordType), effect.add], run);
}

function listAt(record: DataRecord, path: string, recordType: RecordType): readonly JsonValue[] {
  return tagsIn(valueAt(record, path), findField(recordType, path)?.reading.listSeparator);
}

function trimmed(tag: JsonValue): JsonValue {
  return typeof tag === 'string' ? tag.trim() : tag;
}
