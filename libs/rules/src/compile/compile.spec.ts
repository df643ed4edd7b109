import { createHash } from 'node:crypto';
import customer from '../../../../test/fixtures/customer-type.json';
import { readSuites } from '../../../../test/suites/read-suites';
import type { Change, Outcome } from '../model/outcome';
import type { JsonValue } from '../model/json';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';
import type { ValidRule } from '../model/rule';
import { validateRule } from '../validate/validate-rule';
import { canonicalJson } from './canonical-json';
import { compileCondition } from './compile-condition';
import { compileRules, type RuleSetEntry } from './compile-rules';
import { hashRule } from './hash-rule';
import { orderRules } from './order-rules';

const recordType = customer as RecordType;
const clock = { now: '2026-03-30T23:30:00.000Z', timeZone: 'Europe/Berlin' };
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function valid(draft: object): ValidRule {
  const verdict = validateRule({ name: 'r', actions: [], ...draft }, recordType);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.error));
  return verdict.value;
}

function entry(draft: { readonly id: string }): RuleSetEntry {
  const { id, ...content } = draft;
  const rule = valid(content);
  return { id, version: 1, hash: hashRule(rule, sha256), rule };
}

interface ConditionCase {
  readonly it: string;
  readonly condition: JsonValue;
  readonly records: readonly DataRecord[];
  readonly matches: readonly boolean[];
}

describe('conditions', () => {
  const [, cases] = readSuites<ConditionCase>('compile').find(([name]) => name === 'conditions') ?? ['', []];
  it.each(cases.map(example => [example.it, example] as const))('%s', (_title, { condition, records, matches }) => {
    const { test } = compileCondition(valid({ condition }), recordType);
    expect(records.map(record => test(record, clock))).toEqual(matches.map(value => ({ ok: true, value })));
  });
});

interface RuleSetCase {
  readonly it: string;
  readonly rules: readonly { readonly id: string }[];
  readonly record: DataRecord;
  readonly after: DataRecord;
  readonly matched: readonly string[];
  readonly changes: readonly Change[];
  readonly error?: Outcome['error'];
}

describe('rule sets', () => {
  const [, cases] = readSuites<RuleSetCase>('compile').find(([name]) => name === 'rule-sets') ?? ['', []];
  it.each(cases.map(example => [example.it, example] as const))(
    '%s',
    (_title, { rules, record, after, matched, changes, error }) => {
      const before = JSON.stringify(record);
      const outcome = compileRules(rules.map(entry), recordType, sha256).apply(record, clock);
      expect(outcome.record).toEqual(after);
      expect(outcome.matched.map(({ rule }) => rule)).toEqual(matched);
      expect(outcome.changes).toEqual(changes);
      if (error) expect(outcome.error).toMatchObject(error);
      else expect(outcome.error).toBeUndefined();
      expect(JSON.stringify(record)).toBe(before);
    },
  );

  it('has one hash for the same rules in any order, and another for other rules, fields or order of running', () => {
    const [a, b] = [
      entry({ id: 'a', name: 'a', condition: true } as never),
      entry({ id: 'b', name: 'b', condition: true } as never),
    ];
    const hash = (entries: readonly RuleSetEntry[], type = recordType): string =>
      compileRules(entries, type, sha256).hash;
    expect(hash([a, b])).toBe(hash([b, a]));
    expect(hash([a, b])).not.toBe(hash([a]));
    expect(hash([a], { ...recordType, fields: recordType.fields.slice(1) })).not.toBe(hash([a]));
    expect(hash([a])).toMatch(/^[0-9a-f]{64}$/);
  });
});

it('orders names by code point, not by UTF-16 unit', () => {
  const names = ['😀', '\uFF5E', 'a', 'B'];
  const ordered = orderRules(names.map((name, i) => ({ id: String(i), rule: { name, priority: 100 } })));
  expect(ordered.map(({ rule }) => rule.name)).toEqual(['B', 'a', '\uFF5E', '😀']);
});

it('writes the canonical form of RFC 8785', () => {
  const value = {
    '€': 'Euro',
    b: [1e30, 4.5, 2e-3, 1e-27, -0, Number('333333333.33333329')],
    a: { z: null, y: true },
    '\r': '\u000f\n"\\/',
  };
  expect(canonicalJson(value)).toBe(
    '{"\\r":"\\u000f\\n\\"\\\\/","a":{"y":true,"z":null},"b":[1e+30,4.5,0.002,1e-27,0,333333333.3333333],"€":"Euro"}',
  );
});

it('hashes what a rule says, and nothing else', () => {
  const rule = valid({ name: 'Tag', condition: true, actions: [{ type: 'addTag', value: 'VIP' }] });
  expect(hashRule(rule, text => text)).toBe(
    '{"actions":[{"type":"addTag","value":"VIP"}],"condition":true,"name":"Tag","priority":100,"recordType":"customer"}',
  );
  expect(hashRule({ ...rule, priority: 99 }, sha256)).not.toBe(hashRule(rule, sha256));
});
