import customer from '../../../../test/fixtures/customer-type.json';
import { readSuites } from '../../../../test/suites/read-suites';
import type { RuleSetEntry } from '../compile/compile-rules';
import type { Problem } from '../model/problem';
import type { RecordType } from '../model/record-type';
import { validateRule } from '../validate/validate-rule';
import { analyseRuleSet } from './analyse-rule-set';

const recordType = customer as RecordType;

function entry({ id, ...draft }: { readonly id: string }): RuleSetEntry {
  const verdict = validateRule({ name: id, ...draft }, recordType);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.error));
  return { id, version: 1, hash: id, rule: verdict.value };
}

interface Case {
  readonly it: string;
  readonly rules: readonly { readonly id: string }[];
  readonly problems: readonly Partial<Problem>[];
}

describe.each(readSuites<Case>('analyse'))('analyse: %s', (_file, cases) => {
  it.each(cases.map(example => [example.it, example] as const))('%s', (_title, { rules, problems }) => {
    const found = analyseRuleSet(rules.map(entry), recordType);
    expect(found).toMatchObject(problems);
    expect(found).toHaveLength(problems.length);
  });
});

it('grows with the rules, not with their pairs', () => {
  const rules = Array.from({ length: 3_000 }, (_, i) =>
    entry({
      id: `r${i}`,
      condition: { '==': [{ var: 'riskScore' }, i] },
      actions: [{ type: 'setValue', field: 'status', value: `s${i}` }],
    } as never),
  );
  expect(analyseRuleSet(rules, recordType)).toHaveLength(2_999);
});
