import { type DataRecord, type FieldType, type JsonValue, type RecordType, UnreadValue } from '@lib/rules';
import { fieldKeys, type FieldKey } from './field-keys';
import { compileValue, UNREADABLE, type ReadValue } from './read-value';

export interface ReadRecord {
  /** The record as rules see it: keyed by field name, nested where names are paths; keys no field claims are kept. */
  readonly record: DataRecord;
  /** Fields whose value could not be read: it stays as it was, and no comparison with it is true. */
  readonly unreadable: readonly string[];
}

interface Step {
  readonly name?: string;
  readonly type?: FieldType;
  readonly read?: ReadValue;
  /** Where the value goes, the last step apart from those that lead to it. */
  readonly parents: readonly string[];
  readonly last: string;
  readonly children?: ReadonlyMap<string, Step>;
  readonly path: readonly string[];
}

type OpenRecord = { [key: string]: JsonValue };

const NOTHING: readonly string[] = [];

/**
 * The one way from a raw record to what rules see. Takes records keyed by header, by label or by name; pure, and what
 * it reads it leaves alone when it reads it again.
 */
export function compileReading(recordType: RecordType): (raw: DataRecord) => ReadRecord {
  const steps = compileKeys(fieldKeys(recordType), new Map<string, ReadValue>());
  return raw => {
    const record: OpenRecord = {};
    const unreadable: string[] = [];
    readObject(raw, steps, NOTHING, record, unreadable);
    return { record, unreadable: unreadable.length === 0 ? NOTHING : unreadable };
  };
}

function compileKeys(keys: ReadonlyMap<string, FieldKey>, values: Map<string, ReadValue>): ReadonlyMap<string, Step> {
  return new Map(
    [...keys].map(([key, { field, children, path }]) => {
      const target = field ? field.name.split('.') : path;
      return [
        key,
        {
          name: field?.name,
          type: field?.type,
          read: field && valueOf(field.name, () => compileValue({ ...field.reading, type: field.type }), values),
          parents: target.slice(0, -1),
          last: target.at(-1)!,
          children: children && compileKeys(children, values),
          path,
        },
      ];
    }),
  );
}

function valueOf(name: string, compile: () => ReadValue, values: Map<string, ReadValue>): ReadValue {
  let value = values.get(name);
  if (!value) values.set(name, (value = compile()));
  return value;
}

/** Reads the keys of `raw` into `record`; keys no field claims go into the object at `path` of it. */
function readObject(
  raw: { readonly [key: string]: JsonValue },
  steps: ReadonlyMap<string, Step>,
  path: readonly string[],
  record: OpenRecord,
  unreadable: string[],
): void {
  for (const key of Object.keys(raw)) {
    const value = raw[key]!;
    const step = steps.get(key);
    if (!step) {
      assign(reach(record, path), key, value);
      continue;
    }
    if (step.children && isObject(value)) {
      readObject(value, step.children, step.path, record, unreadable);
      if (Object.keys(value).length === 0) reach(record, step.path);
      continue;
    }
    let read: JsonValue = value;
    if (step.read) {
      const result = step.read(value);
      if (result === UNREADABLE) {
        unreadable.push(step.name!);
        read = setApart(value, step.type!);
      } else read = result;
    }
    assign(step.parents.length === 0 ? record : reach(record, step.parents), step.last, read);
  }
}

/** An unreadable value as rules may meet it: one that JSON-Logic would take for something readable is kept from them. */
function setApart(value: JsonValue, type: FieldType): JsonValue {
  return isTaken(value, type) && !UnreadValue.is(value) ? UnreadValue.of(value) : value;
}

function isTaken(value: JsonValue, type: FieldType): boolean {
  if (typeof value === 'object') return true;
  switch (type) {
    case 'number':
    case 'boolean':
      return !Number.isNaN(Number(value));
    case 'date':
    case 'datetime':
      // No such day or time, but it stands between others as a text.
      return typeof value === 'string' && /^\d{4}-\d{2}/.test(value);
    case 'text':
    case 'list':
      return false;
  }
}

/** The object at a path, made where it is missing. */
function reach(record: OpenRecord, path: readonly string[]): OpenRecord {
  let place = record;
  for (const step of path) {
    const found = Object.hasOwn(place, step) ? place[step] : undefined;
    if (isObject(found)) {
      place = found;
    } else {
      const made: OpenRecord = {};
      assign(place, step, made);
      place = made;
    }
  }
  return place;
}

function isObject(value: JsonValue | undefined): value is OpenRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !UnreadValue.is(value);
}

function assign(place: OpenRecord, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(place, key, { value, enumerable: true, configurable: true, writable: true });
  } else place[key] = value;
}
