import { readSuites } from '../../../../test/suites/read-suites';
import customer from '../../../../test/fixtures/customer-type.json';
import type { JsonLogic } from '../model/json';
import { findField, type RecordType } from '../model/record-type';
import { type FieldTest, writeTest } from './field-test';
import { readCondition } from './read-condition';
import { writeCondition } from './write-condition';

interface Case {
  readonly it: string;
  readonly logic: JsonLogic;
  readonly test?: FieldTest;
}

describe.each(readSuites<Case>('json-logic'))('json-logic: %s', (_file, cases) => {
  it.each(cases.map(example => [example.it, example] as const))('%s', (_title, { logic, test }) => {
    if (test) {
      const field = findField(customer as RecordType, test.field);
      if (!field) throw new Error(`no field ${test.field}`);
      expect(writeTest(field, test)).toEqual(logic);
    }
    const read = readCondition(logic);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(JSON.stringify(writeCondition(read.value))).toBe(JSON.stringify(logic));
    expect(readCondition(writeCondition(read.value))).toEqual(read);
  });
});

it('refuses logic nested beyond its bound without overflowing the stack', () => {
  let logic: JsonLogic = { var: 'x' };
  for (let i = 0; i < 100_000; i++) logic = { '!': [logic] };
  expect(readCondition(logic)).toMatchObject({ ok: false, error: [{ code: 'too-deep', at: '/condition' }] });
});

it('refuses logic of more parts than its bound', () => {
  const logic = { in: [{ var: 'x' }, Array.from({ length: 100_001 }, (_, i) => i)] };
  expect(readCondition(logic)).toMatchObject({ ok: false, error: [{ code: 'too-large' }] });
});

it('refuses what is no JSON', () => {
  for (const value of [undefined, Number.NaN, () => 1, new Date(0), new Map()]) {
    expect(readCondition({ '==': [1, value as never] })).toMatchObject({ ok: false, error: [{ code: 'not-json' }] });
  }
});
