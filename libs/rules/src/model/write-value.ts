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

/** The record after one effect. */
export function withEffect(record: DataRecord, effect: Effect, recordType: RecordType, run: Run): DataRecord {
  if ('to' in effect) return withValue(record, effect.path, effect.to, run);
  const present = tagsIn(valueAt(record, effect.path), findField(recordType, effect.path)?.reading.listSeparator);
  if ('add' in effect) return withValue(record, effect.path, [...present, effect.add], run);
  return withValue(
    record,
    effect.path,
    present.filter(tag => trimmed(tag) !== effect.remove),
    run,
  );
}

function trimmed(tag: JsonValue): JsonValue {
  return typeof tag === 'string' ? tag.trim() : tag;
}
