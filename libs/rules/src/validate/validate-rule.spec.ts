import { readSuites } from '../../../../test/suites/read-suites';
import customer from '../../../../test/fixtures/customer-type.json';
import type { JsonValue } from '../model/json';
import type { Problem } from '../model/problem';
import type { RecordType } from '../model/record-type';
import { nearest } from './nearest';
import { MAX_PROBLEMS, validateRule } from './validate-rule';

const recordType = customer as RecordType;

interface Case {
  readonly it: string;
  readonly condition?: JsonValue;
  readonly actions?: JsonValue;
  readonly problems: readonly Partial<Problem>[];
}

function problemsOf(draft: unknown): readonly Problem[] {
  const verdict = validateRule(draft, recordType);
  return verdict.ok ? verdict.problems : verdict.error;
}

describe.each(readSuites<Case>('validate'))('validate: %s', (_file, cases) => {
  it.each(cases.map(example => [example.it, example] as const))(
    '%s',
    (_title, { condition = true, actions = [], problems }) => {
      const found = problemsOf({ name: 'r', condition, actions });
      const byCode = (a: Partial<Problem>, b: Partial<Problem>): number =>
        `${a.code}${a.severity}`.localeCompare(`${b.code}${b.severity}`);
      expect([...found].sort(byCode)).toMatchObject([...problems].sort(byCode));
      expect(found).toHaveLength(problems.length);
    },
  );
});

it('refuses what is no rule at all', () => {
  for (const draft of [null, 5, 'rule', [], undefined])
    expect(problemsOf(draft)).toMatchObject([{ code: 'not-a-rule', at: '' }]);
});

it('tells everything that is wrong with the shape at once', () => {
  expect(problemsOf({ recordType: 'product', priority: 1.5, actions: {} })).toMatchObject([
    { code: 'other-record-type' },
    { code: 'no-name' },
    { code: 'bad-priority' },
    { code: 'no-condition' },
    { code: 'bad-actions' },
  ]);
});

it('tells the problems of the condition beside those of the shape', () => {
  expect(
    problemsOf({ condition: { '==': [{ var: 'contry' }, 'x'] }, actions: [{ type: 'nope' }] }).map(({ code }) => code),
  ).toEqual(['no-name', 'unknown-action', 'unknown-field']);
});

it('tells a bounded number of problems', () => {
  const condition = { and: Array.from({ length: 500 }, () => ({ '==': [{ var: 'nope' }, 1] })) };
  expect(problemsOf({ name: 'r', condition })).toHaveLength(MAX_PROBLEMS);
});

it('refuses conditions and values nested beyond all bounds', () => {
  let deep: JsonValue = 1;
  for (let i = 0; i < 10_000; i++) deep = [deep];
  expect(problemsOf({ name: 'r', condition: { '==': [deep, 1] } })).toMatchObject([
    { code: 'too-deep', at: '/condition' },
  ]);
  expect(
    problemsOf({ name: 'r', condition: true, actions: [{ type: 'setValue', field: 'status', value: deep }] }),
  ).toMatchObject([{ code: 'too-deep', at: '/actions/0' }]);
});

it('keeps a copy of its own that nobody can change', () => {
  const draft = {
    name: ' r ',
    condition: { '==': [{ var: 'country' }, 'DK'] },
    actions: [{ type: 'addTag', value: 'x' }],
  };
  const verdict = validateRule(draft, recordType);
  draft.condition['=='][1] = 'SE';
  if (!verdict.ok) throw new Error('it is valid');
  expect(verdict.value).toEqual({
    recordType: 'customer',
    name: 'r',
    condition: { '==': [{ var: 'country' }, 'DK'] },
    actions: [{ type: 'addTag', value: 'x' }],
    priority: 100,
  });
  expect(Object.isFrozen(verdict.value.actions[0])).toBe(true);
});

it('finds the nearest word and none where nothing is near', () => {
  expect(nearest('contry', ['country', 'county'])).toBe('country');
  expect(nearest('zzzz', ['country', 'status'])).toBeUndefined();
});

it('takes no name with characters that nobody sees', () => {
  for (const hidden of ['\n', '\u202e', '\u200b', '\u200d', '\u00ad']) {
    const problems = problemsOf({ name: `Tag${hidden}VIPs`, condition: true });
    expect(problems.map(({ code }) => code)).toContain('control-character');
  }
});
