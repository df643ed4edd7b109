import { valueAt, type DataRecord, type Field, type JsonValue, type RecordType } from '@lib/rules';
import { nestedLabel } from '../reading/field-keys';
import type { Written } from './text-editor';
import { comesAsText, writeValue } from './write-value';
import { writtenField } from './written-field';

/** What becomes of one value of a record as it came: where it stands in it, or goes, and what is to stand there. */
export interface Edit {
  readonly place: readonly string[];
  readonly value: JsonValue;
}

/** What changes come to in a record as it came, keyed by name or by label, its values in the way of their fields. */
export function editsOf(raw: DataRecord, { record, changes }: Written, recordType: RecordType): readonly Edit[] {
  return [...new Set(changes.map(change => change.path))].map(path => {
    const value = valueAt(record, path) ?? null;
    const field = writtenField(recordType, path, Array.isArray(value));
    const place = placeOf(raw, field, recordType);
    return { place, value: written(field, value, at(raw, place)) };
  });
}

/** The record as it came, with what was changed: a value no change names is the one that came in, read or not. */
export function editRecord(raw: DataRecord, outcome: Written, recordType: RecordType): DataRecord {
  return editsOf(raw, outcome, recordType).reduce((record, { place, value }) => withValue(record, place, value), raw);
}

function withValue(object: DataRecord, [step, ...rest]: readonly string[], value: JsonValue): DataRecord {
  if (step === undefined) return object;
  const inner = Object.hasOwn(object, step) ? object[step] : undefined;
  const within = isObject(inner) ? inner : {};
  // Not by assignment: a key of a record may be `__proto__`.
  return Object.fromEntries([
    ...Object.entries(object),
    [step, rest.length === 0 ? value : withValue(within, rest, value)],
  ]);
}

/** Where the value of a field stands in this record, or where it goes. */
function placeOf(raw: DataRecord, field: Field, { fields }: RecordType): readonly string[] {
  const label = nestedLabel(field);
  const places = [
    field.name.split('.'),
    [field.name],
    ...(label ? [label] : []),
    [field.label],
    ...(field.synonyms ?? []).map(synonym => [synonym]),
  ];
  const found = places.find(place => at(raw, place) !== undefined);
  if (found) return found;
  const isKeyedByLabel = fields.some(
    other => other.label !== other.name && Object.hasOwn(raw, other.label) && !Object.hasOwn(raw, other.name),
  );
  return isKeyedByLabel ? (label ?? [field.label]) : field.name.split('.');
}

function at(raw: DataRecord, place: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = raw;
  for (const step of place) {
    if (!isObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

function isObject(value: JsonValue | undefined): value is DataRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON has types of its own: a value is written as text only where it came as text. */
function written(field: Field, value: JsonValue, before: JsonValue | undefined): JsonValue {
  if (value === null || field.type === 'text') return value;
  const isText = typeof before === 'string' || ((before === undefined || before === null) && comesAsText(field));
  return isText ? writeValue(field, value, typeof before === 'string' ? before : '') : value;
}
