import type { DataRecord, Field, JsonValue, RecordType } from '@lib/rules';

import { type Actor, may } from '../auth/actor';

export const MASKED = '•••';

/** Hides personal values of records already read, for who may not see them: the fields stay, filled ones say so. */
export function maskRecord(record: DataRecord, recordType: RecordType): DataRecord {
  const paths = personalPaths(recordType);
  return paths.length === 0
    ? record
    : (paths.reduce<JsonValue>((value, path) => maskAt(value, path.split('.')), record) as DataRecord);
}

/** `maskRecord` where this actor may not see personal values of this record type, else nothing. */
export function maskFor(actor: Actor, recordType: RecordType): (record: DataRecord) => DataRecord {
  return may(actor, 'see-personal', recordType.name) ? record => record : record => maskRecord(record, recordType);
}

/** A record type without the values its profiles quote and this actor may not see. */
export function maskProfiles(recordType: RecordType, actor: Actor): RecordType {
  const seesSamples = may(actor, 'see-samples', recordType.name) || may(actor, 'ask', recordType.name);
  const seesPersonal = may(actor, 'see-personal', recordType.name);
  if (seesSamples && seesPersonal) return recordType;
  return {
    ...recordType,
    fields: recordType.fields.map(field =>
      seesSamples && field.sensitivity !== 'personal' ? field : withoutValues(field),
    ),
  };
}

/** Stands for a personal value where not even its kind is told: neither a text nor a number nor a day, yet not empty. */
const WITHHELD: JsonValue = {};

/** A record without its personal values, for what would read them: what is empty stays so, what is filled says nothing. */
export function withholdPersonal(record: DataRecord, paths: readonly string[]): DataRecord {
  return paths.reduce<JsonValue>((value, path) => maskAt(value, path.split('.'), withheld), record) as DataRecord;
}

const withheld = (value: JsonValue): JsonValue => (isEmpty(value) ? value : WITHHELD);

export function personalPaths(recordType: RecordType): readonly string[] {
  return recordType.fields.filter(field => field.sensitivity === 'personal').map(field => field.name);
}

function withoutValues(field: Field): Field {
  if (!field.profile) return field;
  const { min: _min, max: _max, ...profile } = field.profile;
  return { ...field, profile: { ...profile, frequent: [], frequentIsComplete: false, patterns: [] } };
}

const isEmpty = (value: JsonValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const masked = (value: JsonValue): JsonValue =>
  isEmpty(value) ? value : Array.isArray(value) ? value.map(() => MASKED) : MASKED;

/** A value with what stands at a path hidden. */
function maskAt(
  value: JsonValue,
  [step, ...rest]: readonly string[],
  hide: (value: JsonValue) => JsonValue = masked,
): JsonValue {
  if (step === undefined) return hide(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, step)) return value;
  const object = value as { readonly [key: string]: JsonValue };
  return Object.fromEntries(
    Object.entries(object).map(([key, item]) => [key, key === step ? maskAt(item, rest, hide) : item]),
  );
}
