import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compileRuleSet,
  type FieldType,
  hashRule,
  type JsonLogic,
  type JsonValue,
  type Reading,
  type RecordType,
  validateRule,
  valueAt,
} from '@lib/rules';
import { createHash } from 'node:crypto';
import { compileReading } from './compile-reading';

interface ReadingCase {
  readonly reading: Reading;
  readonly unreadable?: readonly JsonValue[];
}

const CASES = JSON.parse(
  readFileSync(join(__dirname, '../../../../test/suites/records/read-values.json'), 'utf8'),
) as readonly ReadingCase[];
const CLOCK = { now: '2026-01-15T00:00:00Z', timeZone: 'UTC' };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a rule may compare a field with: small and large, what unreadable values of the suite look like included. */
const COMPARED: { readonly [type in FieldType]?: readonly JsonValue[] } = {
  text: ['', 'a', 'Germany', 'a,b', '[object Object]', '~'],
  number: [-1e9, 0, 1, 5, 7, 1.5, 2_000_000, 1e300],
  boolean: [true, false],
  date: ['0001-01-01', '2024-05-01', '9999-12-31'],
  datetime: ['0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z'],
};
const ORDERS = ['<', '<=', '>', '>='];

describe('a value that cannot be read', () => {
  describe.each(CASES.filter(({ unreadable = [] }) => unreadable.length > 0))(
    'as $reading',
    ({ reading, unreadable }) => {
      const { type } = reading;
      const recordType: RecordType = { name: 'r', fields: [{ name: 'f', label: 'F', type, reading }] };
      const read = compileReading(recordType);
      const operators = ['==', '===', ...(type === 'boolean' ? [] : ORDERS)];
      const literals = COMPARED[type] ?? [];
      const tests: JsonLogic[] = operators.flatMap(operator =>
        literals.map(literal => ({ [operator]: [{ var: 'f' }, literal] })),
      );
      if (type === 'text') tests.push({ contains: [{ var: 'f' }, 'a'] }, { in: [{ var: 'f' }, ['a', 'Germany']] });
      const entries = tests.map((condition, index) => {
        const rule = validateRule(
          { name: `r${index}`, condition, actions: [{ type: 'addTag', value: 'x' }] },
          recordType,
        );
        if (!rule.ok) throw new Error(JSON.stringify(rule.error));
        return { id: `r${index}`, version: 1, hash: hashRule(rule.value, sha256), rule: rule.value };
      });
      const rules = compileRuleSet(entries, recordType, sha256);

      it.each((unreadable ?? []).map(raw => [raw] as const))('%j makes no comparison true and stays as it is', raw => {
        const { record, unreadable: named } = read({ f: raw });
        expect(named).toEqual(['f']);
        const met = rules.apply(record, CLOCK).matched.map(({ rule }) => tests[Number(rule.slice(1))]);
        expect(met).toEqual([]);
        expect(valueAt(record, 'f')).toEqual(raw);
        expect(JSON.parse(JSON.stringify(record))).toEqual({ f: raw });
        expect(read(record)).toEqual({ record, unreadable: ['f'] });
      });
    },
  );
});
