import customer from '../../../../test/fixtures/customer-type.json';
import { readSuites } from '../../../../test/suites/read-suites';
import type { Action } from '../model/action';
import { ACTIONS } from '../model/action-table';
import type { Effect } from '../model/action-row';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';
import { Run } from '../model/run';
import { applyActions } from './apply-actions';

interface Case {
  readonly it: string;
  readonly action: Action;
  readonly record: DataRecord;
  readonly changes: readonly Effect[];
  readonly after: DataRecord;
}

const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };

describe.each(readSuites<Case>('actions'))('actions: %s', (_file, cases) => {
  it.each(cases.map(example => [example.it, example] as const))('%s', (_title, { action, record, changes, after }) => {
    const context = { recordType: customer as RecordType, run: new Run(clock) };
    const before = JSON.stringify(record);
    const result = applyActions([action], record, context);
    expect(result.effects.map(({ effect }) => effect)).toEqual(changes);
    expect(result.record).toEqual(after);
    expect(JSON.stringify(record)).toBe(before);
    expect(applyActions([action], result.record, context).effects).toEqual(
      action.type.startsWith('replace') ? expect.anything() : [],
    );
  });
});

it('every action of the table has a case', () => {
  const covered = readSuites<Case>('actions').flatMap(([, cases]) => cases.map(({ action }) => action.type));
  expect(new Set(covered)).toEqual(new Set(ACTIONS.map(({ type }) => type)));
});

it('writes no prototype', () => {
  const context = { recordType: customer as RecordType, run: new Run(clock) };
  const record = JSON.parse('{"__proto__":{"a":1},"name":"x"}') as DataRecord;
  const { record: after } = applyActions(
    [{ type: 'setValue', field: '__proto__.polluted', value: 'yes' }],
    record,
    context,
  );
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
  expect(Object.getPrototypeOf(after)).toBe(Object.prototype);
  expect(JSON.stringify(after)).toBe('{"__proto__":{"a":1,"polluted":"yes"},"name":"x"}');
});
