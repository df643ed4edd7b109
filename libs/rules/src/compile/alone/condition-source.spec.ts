import type { JsonLogic } from '../../model/json';
import type { DataRecord } from '../../model/record';
import type { ValidRule } from '../../model/rule';
import { compileCondition } from '../compile-condition';

const CLOCK = { now: '2026-01-15T12:00:00.000Z', timeZone: 'UTC' };

// The first of them fails for what is missing, so that it is judged before the record is looked at; the second does not.
const CONDITIONS: readonly JsonLogic[] = [
  { and: [{ '==': [{ var: 'a' }, 'x'] }, { '==': [{ var: 'b' }, null] }] },
  { and: [{ '!=': [{ var: 'a' }, 'x'] }, { '==': [{ var: 'b' }, null] }] },
  { '==': [{ var: 'a' }, 'x'] },
  { '==': [{ var: 'o.p' }, 'x'] },
  { '<': [{ var: 'o.p' }, 5] },
];

const nothing = ['unmet', 'met', 'unmet', 'unmet', 'met'];

describe.each([true, false])('a condition alone (code generated: %s)', generate => {
  const judged = (record: object): readonly string[] =>
    CONDITIONS.map(condition => {
      const rule = { recordType: 'thing', name: 'r', condition, actions: [], priority: 1 } as unknown as ValidRule;
      const { test } = compileCondition(rule, { name: 'thing', fields: [] }, undefined, { generate });
      const verdict = test(record as DataRecord, CLOCK);
      return verdict.ok ? (verdict.value ? 'met' : 'unmet') : verdict.error.code;
    });

  it('sees what is the record’s own', () => {
    expect(judged({ a: 'x', o: { p: 'x' } })).toEqual(['met', 'unmet', 'met', 'met', 'unmet']);
    expect(judged(Object.assign(Object.create(null) as object, { a: 'x' }))[2]).toBe('met');
  });

  it('sees nothing a record inherits', () => {
    expect(judged(Object.create({ a: 'x', b: 1, o: { p: 'x' } }) as object)).toEqual(nothing);
    class Thing {
      get a(): string {
        return 'x';
      }
    }
    expect(judged(new Thing())).toEqual(nothing);
  });

  it('sees what is the record’s own beside what it inherits', () => {
    const given = Object.assign(Object.create({ a: 'x', b: 1, o: { p: 3 } }) as object, { a: 'x' });
    expect(judged(given)).toEqual(['met', 'unmet', 'met', 'unmet', 'met']);
    expect(judged(Object.assign(Object.create({ b: null, o: { p: 9 } }) as object, { a: 'y' }))).toEqual([
      'unmet',
      'met',
      'unmet',
      'unmet',
      'met',
    ]);
  });

  it('sees nothing that was put where every object inherits it', () => {
    const polluted = Object.prototype as { a?: string; b?: number; o?: object; p?: string };
    try {
      polluted.a = 'x';
      expect(judged({})).toEqual(nothing);
      polluted.p = 'x';
      expect(judged({ o: {} })).toEqual(nothing);
    } finally {
      delete polluted.a;
      delete polluted.p;
    }
    expect(judged({})).toEqual(nothing);
  });
});
