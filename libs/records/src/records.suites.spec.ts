import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field, JsonValue, Reading } from '@lib/rules';
import { importRecords } from './import-records';
import { nameHeaders } from './inference/field-name';
import { compileReading } from './reading/compile-reading';
import { compileValue, UNREADABLE } from './reading/read-value';
import { writeValue } from './writing/write-value';

function suite<T>(name: string): T[] {
  return JSON.parse(readFileSync(join(__dirname, '../../../test/suites/records', `${name}.json`), 'utf8')) as T[];
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

interface InferenceCase {
  name: string;
  file: string;
  encoding?: BufferEncoding;
  key?: string;
  tagsField?: string;
  fields?: Record<string, Reading>;
  first?: unknown;
}

describe('records suites', () => {
  describe.each(suite<{ headers: string[]; names: string[]; units?: (string | null)[] }>('field-names'))(
    'names of $headers',
    ({ headers, names, units }) => {
      it('are what the suite says', () => {
        const named = nameHeaders(headers);
        expect(named.map(({ name }) => name)).toEqual(names);
        if (units) expect(named.map(({ unit }) => unit ?? null)).toEqual(units);
      });
    },
  );

  describe.each(suite<{ reading: Reading; read?: [JsonValue, JsonValue][]; unreadable?: JsonValue[] }>('read-values'))(
    'reading $reading',
    ({ reading, read = [], unreadable = [] }) => {
      const value = compileValue(reading);
      it.each(read.map(pair => [pair] as const))('%j', ([raw, expected]) => {
        expect(value(raw)).toEqual(expected);
        expect(value(expected)).toEqual(expected);
      });
      it.each(unreadable.map(raw => [raw] as const))('%j cannot be read', raw => {
        expect(value(raw)).toBe(UNREADABLE);
      });
      it.each(read.map(pair => [pair] as const))(
        'what is written for %j is read as the same value',
        ([raw, expected]) => {
          const field = { name: 'f', label: 'f', type: reading.type, reading } as Field;
          const text = writeValue(field, expected, typeof raw === 'string' ? raw : '');
          const blank = expected === null || expected === '' || (Array.isArray(expected) && expected.length === 0);
          if (blank) expect(text).toBe('');
          else expect(value(text)).toEqual(Array.isArray(expected) ? expected.map(String) : expected);
        },
      );
    },
  );

  it.each(suite<InferenceCase>('inference'))(
    'infers: $name',
    async ({ file, encoding, key, tagsField, fields, first }) => {
      const result = await importRecords(once(Buffer.from(file, encoding)), { name: 'customer' });
      if (!result.ok) throw new Error(result.error.message);
      const { recordType, sample } = result.value;
      const readings = Object.fromEntries(recordType.fields.map(({ name, reading }) => [name, reading]));
      if (fields) expect(readings).toMatchObject(fields);
      for (const [name, reading] of Object.entries(fields ?? {})) expect(readings[name]).toEqual(reading);
      if (key) expect(recordType.key).toBe(key);
      if (tagsField) expect(recordType.tagsField).toBe(tagsField);
      if (first) expect(compileReading(recordType)(sample[0]!).record).toEqual(first);
    },
  );
});
