import customer from '../../../../test/fixtures/customer-type.json';
import { readSuites } from '../../../../test/suites/read-suites';
import type { Action } from '../model/action';
import type { JsonLogic, JsonValue } from '../model/json';
import type { RecordType } from '../model/record-type';
import { validateRule } from '../validate/validate-rule';
import type { ValidRule } from '../model/rule';
import { clausesOf } from './clauses-of';
import { compileRuleSet } from './compile-rule-set';
import { explainChange } from './explain-change';
import { explainRule } from './explain-rule';

const recordType = customer as RecordType;
const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };

function valid(draft: object): ValidRule {
  const verdict = validateRule({ name: 'r', actions: [], ...draft }, recordType);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.error));
  return verdict.value;
}

interface Sentence {
  readonly it: string;
  readonly condition: JsonLogic;
  readonly actions?: readonly Action[];
  readonly text: string;
}

function casesOf<T>(name: string): readonly T[] {
  return readSuites<T>('explain').find(([file]) => file === name)?.[1] ?? [];
}

/** What a JSON pointer points to. */
function pointedTo(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, step) => (value as { readonly [key: string]: unknown } | undefined)?.[step], root);
}

describe('sentences', () => {
  it.each(casesOf<Sentence>('sentences').map(example => [example.it, example] as const))(
    '%s',
    (_title, { condition, actions = [], text }) => {
      const rule = { recordType: 'customer', name: 'r', condition, actions };
      const explanation = explainRule(rule, recordType);
      expect(explanation.text).toBe(text);
      expect(explanation.tokens.map(token => token.text).join('')).toBe(text);
      for (const { at } of explanation.tokens) if (at !== undefined) expect(pointedTo(rule, at)).toBeDefined();
    },
  );

  it('name the part of the rule each piece tells', () => {
    const condition: JsonLogic = { and: [{ '!': [{ var: 'email' }] }, { '>': [{ var: 'riskScore' }, 5] }] };
    const { tokens } = explainRule(
      { recordType: 'customer', name: 'r', condition, actions: [{ type: 'addTag', value: 'VIP' }] },
      recordType,
    );
    expect(tokens.filter(({ kind }) => kind !== 'text')).toEqual([
      { kind: 'field', text: 'E-mail', at: '/condition/and/0/!/0' },
      { kind: 'operator', text: 'is empty', at: '/condition/and/0' },
      { kind: 'field', text: 'risk score', at: '/condition/and/1/>/0' },
      { kind: 'operator', text: 'is greater than', at: '/condition/and/1' },
      { kind: 'value', text: '5', at: '/condition/and/1/>/1' },
      { kind: 'action', text: 'add tag ', at: '/actions/0' },
      { kind: 'value', text: '"VIP"', at: '/actions/0/value' },
    ]);
  });

  it('are English where a language has no lexicon yet', () => {
    const rule = { recordType: 'customer', name: 'r', condition: true, actions: [] };
    expect(explainRule(rule, recordType, 'fi-FI')).toEqual(explainRule(rule, recordType, 'en'));
  });

  it.each([
    ['de-AT', 'Wenn risk score'],
    ['fr', 'Si risk score est supérieur à 1 000'],
    ['es', 'añadir la etiqueta "VIP"'],
    ['it', 'aggiungere il tag "VIP"'],
    ['pt-BR', 'é maior que 1.000'],
    ['nl', 'is groter dan 1.000'],
    ['da', 'er større end 1.000'],
    ['sv', 'är större än 1 000'],
    ['zh', '添加标签"VIP"'],
    ['ja', '"VIP" タグを追加'],
  ])('speak %s', (language, words) => {
    const rule = {
      recordType: 'customer',
      name: 'r',
      condition: { '>': [{ var: 'riskScore' }, 1000] },
      actions: [{ type: 'addTag' as const, value: 'VIP' }],
    };
    expect(explainRule(rule, recordType, language).text.toLowerCase()).toContain(words.toLowerCase());
  });

  it('are made of anything, valid or not', () => {
    let deep: JsonValue = 1;
    for (let i = 0; i < 10_000; i++) deep = { '!': [deep] };
    for (const condition of [
      deep,
      {},
      { '<': [] },
      { '!': [] },
      { in: [] },
      { and: [] },
      { or: [] },
      { today: [5] },
      { '==': [1] },
      [],
      null,
      { lower: [] },
    ]) {
      const { text } = explainRule(
        { recordType: 'customer', name: 'r', condition, actions: [{ type: 'nope' } as never] },
        recordType,
      );
      expect(text).toMatch(/^When .+: .+\.$/s);
    }
  });
});

describe('clauses', () => {
  interface ClauseCase {
    readonly it: string;
    readonly condition: JsonLogic;
    readonly clauses: readonly { readonly at: string; readonly text: string }[];
  }
  it.each(casesOf<ClauseCase>('clauses').map(example => [example.it, example] as const))(
    '%s',
    (_title, { condition, clauses }) => {
      expect(clausesOf(valid({ condition }), recordType).map(({ at, text }) => ({ at, text }))).toEqual(clauses);
    },
  );
});

it('tells why each rule matched or not, each on the record as the rules before it left it', () => {
  const rules = [
    { id: 'a', rule: valid({ name: 'a', condition: true, actions: [{ type: 'addTag', value: 'New' }] }) },
    { id: 'b', rule: valid({ name: 'b', condition: { and: [{ in: ['New', { var: 'tags' }] }, { var: 'active' }] } }) },
  ].map(entry => ({ ...entry, version: 2, hash: entry.id }));
  const set = compileRuleSet(rules, recordType, text => text);
  expect(set.explain({ active: false }, clock)).toEqual([
    { rule: 'a', version: 2, name: 'a', matched: true, clauses: [{ at: '/condition', text: 'always', held: true }] },
    {
      rule: 'b',
      version: 2,
      name: 'b',
      matched: false,
      clauses: [
        { at: '/condition/and/0', text: 'tags include "New"', held: true },
        { at: '/condition/and/1', text: 'active is true', held: false },
      ],
    },
  ]);
});

it('tells what a version adds, drops and keeps', () => {
  const before = valid({
    name: 'r',
    condition: { and: [{ '==': [{ var: 'country' }, 'Italy'] }, { '>': [{ var: 'riskScore' }, 5] }] },
    actions: [{ type: 'addTag', value: 'A' }],
  });
  const after = valid({
    name: 'r',
    priority: 50,
    condition: { and: [{ '==': [{ var: 'country' }, 'Italy'] }, { '>': [{ var: 'riskScore' }, 9] }] },
    actions: [
      { type: 'addTag', value: 'A' },
      { type: 'trim', field: 'name' },
    ],
  });
  expect(explainChange(before, after, recordType)).toEqual([
    { kind: 'kept', text: 'Name: r' },
    { kind: 'removed', text: 'Priority: 100' },
    { kind: 'added', text: 'Priority: 50' },
    { kind: 'kept', text: 'country is Italy' },
    { kind: 'removed', text: 'risk score is greater than 5' },
    { kind: 'added', text: 'risk score is greater than 9' },
    { kind: 'kept', text: 'add tag "A"' },
    { kind: 'added', text: 'trim name' },
  ]);
  expect(explainChange(undefined, before, recordType).every(({ kind }) => kind === 'added')).toBe(true);
});
