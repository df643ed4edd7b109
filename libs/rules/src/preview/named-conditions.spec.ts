import { createHash } from 'node:crypto';
import customer from '../../../../test/fixtures/customer-type.json';
import { readSuites } from '../../../../test/suites/read-suites';
import { hashRule } from '../compile/hash-rule';
import { useList, usesIn, useTerm } from '../json-logic/name-tests';
import { describedTable, EntryTableBuilder } from '../model/entry-table';
import type { Glossary, GlossaryUse } from '../model/glossary';
import type { JsonLogic } from '../model/json';
import type { Field, RecordType } from '../model/record-type';
import { previewRule } from './preview-rule';
import { validateRule } from '../validate/validate-rule';
import { compileRuleSet } from '../explain/compile-rule-set';
import { explainChange } from '../explain/explain-change';
import { explainRule } from '../explain/explain-rule';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
const entries = ['de1', 'de2'];
const builder = new EntryTableBuilder(entries.length);
entries.forEach(entry => builder.add(entry));
const blocked = builder.build(sha256('de1\nde2\n'));
const recordType: RecordType = { ...(customer as RecordType), lists: new Map([['blocked@2', blocked]]) };
const country = recordType.fields.find(({ name }) => name === 'country') as Field;

const above = (limit: number): JsonLogic => ({
  and: [{ '!=': [{ var: 'annualRevenue' }, null] }, { '>': [{ var: 'annualRevenue' }, limit] }],
});
const vip: JsonLogic = { and: [above(1_000_000), { '==': [{ var: 'status' }, 'Gold member'] }] };
const values = ['Denmark', 'Norway', 'Sweden'];
const glossary: Glossary = {
  terms: [
    { name: 'VIP customer', version: 3, condition: vip },
    { name: 'big spender', version: 1, condition: above(5) },
  ],
  lists: [
    { name: 'Nordics', version: 1, size: 3, sha256: sha256('x'), values },
    { name: 'blocked', version: 2, size: 2, sha256: blocked.sha256 },
  ],
};
const [vipUse, richUse] = glossary.terms.map(useTerm) as [GlossaryUse, GlossaryUse];
const nordics = useList(glossary.lists[0] as Glossary['lists'][0], country);
const uses = [vipUse, richUse, nordics];
const NAMES: { readonly [name: string]: JsonLogic } = {
  VIP: vip,
  RICH: above(5),
  NORDICS: nordics.condition,
};

/** A suite's condition, in which names stand for what they mean. */
function spelled(condition: JsonLogic): JsonLogic {
  if (typeof condition === 'string') return NAMES[condition] ?? condition;
  if (Array.isArray(condition)) return condition.map(part => spelled(part as JsonLogic));
  if (typeof condition !== 'object' || condition === null) return condition;
  return Object.fromEntries(Object.entries(condition).map(([key, part]) => [key, spelled(part)]));
}

interface Sentence {
  readonly it: string;
  readonly condition: JsonLogic;
  readonly language?: string;
  readonly text: string;
}

describe.each(readSuites<Sentence>('names'))('named parts: %s', (_file, cases) => {
  it.each(cases.map(example => [example.it, example] as const))('%s', (_title, { condition, language, text }) => {
    const logic = spelled(condition);
    const rule = { recordType: 'customer', name: 'r', condition: logic, actions: [], glossary: usesIn(logic, uses) };
    expect(explainRule(rule, recordType, language).text).toBe(text);
    expect(validateRule(rule, { ...recordType, glossary }).ok).toBe(true);
  });
});

const draft = (condition: JsonLogic, glossaryOf: unknown = uses): object => ({
  name: 'r',
  condition,
  actions: [{ type: 'addTag', value: 'x' }],
  glossary: glossaryOf,
});

describe('the names a rule was made with', () => {
  it('are kept where its condition contains them, and in no other rule', () => {
    const verdict = validateRule(draft({ and: [vip, true] }), recordType);
    expect(verdict.ok && verdict.value.glossary).toEqual([vipUse]);
    const without = validateRule(draft({ '==': [{ var: 'country' }, 'x'] }), recordType);
    expect(without.ok && 'glossary' in without.value).toBe(false);
  });

  it('are part of its hash', () => {
    const hash = (named: unknown): string => {
      const verdict = validateRule(draft(vip, named), recordType);
      if (!verdict.ok) throw new Error(JSON.stringify(verdict.error));
      return hashRule(verdict.value, sha256);
    };
    expect(new Set([hash([]), hash([vipUse]), hash([{ ...vipUse, version: 4 }])]).size).toBe(3);
    expect(hash([vipUse, richUse])).toBe(hash([vipUse]));
  });

  it('are refused where the glossary says otherwise', () => {
    const known = { ...recordType, glossary };
    const codes = (named: unknown, condition: JsonLogic = vip): readonly string[] => {
      const verdict = validateRule(draft(condition, named), known);
      return verdict.ok ? [] : verdict.error.map(({ code, at }) => `${code} ${at}`);
    };
    expect(codes([vipUse])).toEqual([]);
    expect(codes([{ ...vipUse, version: 2 }])).toEqual(['unknown-term /glossary/0']);
    expect(codes([{ ...vipUse, term: 'Poor customer' }])).toEqual(['unknown-term /glossary/0']);
    expect(codes([{ ...nordics, sha256: 'other' }], nordics.condition)).toEqual(['unknown-list /glossary/0']);
    expect(codes([{ ...nordics, condition: vip }])).toEqual(['unknown-list /glossary/0']);
  });

  it('are refused where they are none', () => {
    for (const wrong of ['x', [5], [{ term: 'x' }], [{ list: 'x', version: 1, condition: {} }]]) {
      expect(validateRule(draft(true, wrong), recordType)).toMatchObject({
        ok: false,
        error: [{ code: 'bad-glossary' }],
      });
    }
  });

  it('show in what a version changes', () => {
    const [before, after] = [vip, above(5)].map(condition => {
      const rule = { recordType: 'customer', name: 'r', condition, actions: [] };
      return { ...rule, glossary: usesIn(condition, uses) };
    }) as [never, never];
    expect(explainChange(before, after, recordType).filter(({ kind }) => kind === 'added')).toEqual([
      { kind: 'added', text: 'it counts as "big spender" (annual revenue is greater than 5 EUR)' },
    ]);
  });
});

describe('a long list', () => {
  const onList: JsonLogic = { inList: [{ var: 'vatId' }, 'blocked@2'] };

  it('is named by the rule with what it held', () => {
    const verdict = validateRule(draft(onList, undefined), recordType);
    expect(verdict.ok && verdict.value.glossary).toEqual([
      { list: 'blocked', version: 2, size: 2, sha256: blocked.sha256, condition: onList },
    ]);
  });

  it('is looked up when rules are previewed and applied', () => {
    const verdict = validateRule(draft({ '!': [onList] }), recordType);
    if (!verdict.ok) throw new Error(JSON.stringify(verdict.error));
    const records = [{ vatId: 'de1' }, { vatId: 'DE1' }, { vatId: null }, { vatId: 'de3' }];
    expect(previewRule(verdict.value, records, { recordType, clock }).matched).toBe(3);
    const rules = compileRuleSet([{ id: 'a', version: 1, hash: 'h', rule: verdict.value }], recordType, sha256);
    expect(records.map(record => rules.apply(record, clock).matched.length)).toEqual([0, 1, 1, 1]);
  });

  it('that is not there is a problem, never a record that does not match', () => {
    for (const reference of ['blocked@1', 'nobody', 'x@1', 5]) {
      const condition = { inList: [{ var: 'vatId' }, reference] } as JsonLogic;
      expect(validateRule(draft(condition), recordType)).toMatchObject({
        ok: false,
        error: [{ at: '/condition/inList/1' }],
      });
    }
    const verdict = validateRule(draft(onList), recordType);
    if (!verdict.ok) throw new Error('valid');
    const rules = compileRuleSet(
      [{ id: 'a', version: 1, hash: 'h', rule: verdict.value }],
      customer as RecordType,
      sha256,
    );
    expect(rules.apply({ vatId: 'de1' }, clock).error).toMatchObject({ code: 'no-such-list', rule: 'a' });
  });

  it('that is only described can be checked, not looked into', () => {
    const described = { ...recordType, lists: new Map([['blocked@2', describedTable(blocked)]]) };
    const verdict = validateRule(draft(onList), described);
    if (!verdict.ok) throw new Error('valid');
    const rules = compileRuleSet([{ id: 'a', version: 1, hash: 'h', rule: verdict.value }], described, sha256);
    expect(rules.apply({ vatId: 'de1' }, clock).error).toMatchObject({ code: 'no-such-list' });
  });

  it('that holds something else than before is a problem', () => {
    const use = { list: 'blocked', version: 2, size: 2, sha256: 'before', condition: onList };
    expect(validateRule(draft(onList, [use]), recordType)).toMatchObject({
      ok: false,
      error: [{ code: 'list-differs' }],
    });
  });
});
