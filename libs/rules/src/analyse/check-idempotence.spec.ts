import fc from 'fast-check';
import { Random } from '../../../../test/fuzz/random';
import { FUZZ_TYPE, randomAction, randomCondition, randomRecord } from '../../../../test/fuzz/random-rules';
import customer from '../../../../test/fixtures/customer-type.json';
import { compileRuleSet, type RuleSet } from '../explain/compile-rule-set';
import type { Action } from '../model/action';
import { jsonEqual } from '../model/json-equal';
import type { JsonLogic } from '../model/json';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';
import type { ValidRule } from '../model/rule';
import { validateRule } from '../validate/validate-rule';
import { checkIdempotence } from './check-idempotence';

const recordType = customer as RecordType;
const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };

interface Rule {
  readonly condition: JsonLogic;
  readonly actions: readonly Action[];
}

function setOf(...rules: readonly Rule[]): RuleSet {
  const entries = rules.map((draft, i) => {
    const verdict = validateRule({ name: `rule ${i}`, ...draft }, recordType);
    if (!verdict.ok) throw new Error(JSON.stringify(verdict.error));
    return { id: `r${i}`, version: 1, hash: `h${i}`, rule: verdict.value };
  });
  return compileRuleSet(entries, recordType, text => text);
}

const check = (set: RuleSet, ...sample: readonly DataRecord[]): readonly object[] =>
  checkIdempotence(set, sample, { recordType, clock });
const put = (field: string, value: string): Action => ({ type: 'setValue', field, value });

it('has nothing to say of rules that settle', () => {
  const set = setOf(
    { condition: true, actions: [{ type: 'trim', field: 'name' }] },
    { condition: { var: 'active' }, actions: [put('status', 'x')] },
  );
  expect(check(set, { name: ' a ', active: true }, {})).toEqual([]);
});

it('names the rule that never settles by itself', () => {
  const set = setOf({ condition: true, actions: [{ type: 'replaceText', field: 'name', find: 'a', replace: 'aa' }] });
  expect(check(set, { name: 'a' }, { name: 'b' })).toEqual([
    {
      severity: 'warning',
      code: 'unsettled',
      at: '/rules/r0/actions',
      message: '"rule 0" changes name again when the rules meet their own result (1 of 2 records tried).',
      hint: 'Say in its condition which records are done already, or let its actions change nothing in them.',
    },
  ]);
});

it('names the rule that sees the second time what a later one wrote', () => {
  const set = setOf(
    { condition: { '==': [{ var: 'status' }, 'new'] }, actions: [{ type: 'addTag', value: 'New' }] },
    { condition: { var: 'active' }, actions: [put('status', 'new')] },
  );
  expect(check(set, { active: true })).toMatchObject([
    {
      code: 'unsettled',
      at: '/rules/r0/actions',
      hint: 'What "rule 1" changed after it is what it sees the second time.',
    },
  ]);
});

it('tells rules that only undo each other from those that end elsewhere', () => {
  const set = setOf(
    { condition: true, actions: [put('status', 'x')] },
    { condition: true, actions: [put('status', 'y')] },
  );
  expect(check(set, { status: 'z' })).toMatchObject([
    { code: 'rewrites', severity: 'info', at: '/rules/r0/actions' },
    { code: 'rewrites', severity: 'info', at: '/rules/r1/actions' },
  ]);
});

it('leaves out records that cannot be judged', () => {
  const set = setOf({ condition: true, actions: [{ type: 'setValue', field: 'address.city', value: 'Bonn' }] });
  expect(check(set, { address: 'no object' })).toEqual([]);
});

it('names a rule exactly where the second time changes something', () => {
  const fields = ['name', 'country', 'status'] as const;
  const field = fc.constantFrom(...fields);
  const word = fc.constantFrom('a', 'b', 'A ', '');
  const action = fc.oneof(
    fc.record({ type: fc.constant('setValue' as const), field, value: word }),
    fc.record({ type: fc.constantFrom('trim' as const, 'upperCase' as const), field }),
    fc.record({ type: fc.constant('addTag' as const), value: fc.constantFrom('x', 'y') }),
    fc.record({ type: fc.constant('replaceText' as const), field, find: fc.constant('a'), replace: word }),
  );
  const condition = fc.oneof(
    fc.constant<JsonLogic>(true),
    fc.tuple(field, word).map(([name, value]): JsonLogic => ({ '==': [{ var: name }, value] })),
    fc.constantFrom('x', 'y').map((tag): JsonLogic => ({ in: [tag, { var: 'tags' }] })),
  );
  const rule = fc.record({ condition, actions: fc.tuple(action) });
  const record = fc.record({ name: word, country: word, status: word, tags: fc.constantFrom([], ['x']) });
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), record, (rules, one) => {
      const set = setOf(...rules);
      const first = set.apply(one, clock);
      const second = set.apply(first.record, clock);
      const named = checkIdempotence(set, [one], { recordType, clock });
      expect(named.length > 0).toBe(second.changes.length > 0);
      expect(named.some(({ code }) => code === 'unsettled')).toBe(!jsonEqual(first.record, second.record));
    }),
    { numRuns: 500, seed: 20260115 },
  );
});

it('names exactly the rules that change their own result, whatever rules and record', () => {
  let [unsettled, settled] = [0, 0];
  fc.assert(
    fc.property(fc.integer(), seed => {
      const random = new Random(seed);
      const entries = random.list(
        6,
        () => {
          const rule = {
            recordType: FUZZ_TYPE.name,
            name: `rule ${random.below(100)}`,
            condition: randomCondition(random),
            actions: random.list(3, () => randomAction(random), 1),
            priority: random.below(3),
          } as unknown as ValidRule;
          return { id: `r${random.below(1_000_000)}`, version: 1, hash: 'h', rule };
        },
        1,
      );
      const set = compileRuleSet(entries, FUZZ_TYPE, text => text);
      const record = randomRecord(random);
      const first = set.apply(record, clock);
      if (first.error) return;
      const second = set.apply(first.record, clock);
      const named = checkIdempotence(set, [record], { recordType: FUZZ_TYPE, clock });
      const places = [...new Set(second.changes.map(({ rule }) => `/rules/${rule}/actions`))];
      expect(named.map(({ at }) => at).sort()).toEqual(places.sort());
      const ends = jsonEqual(first.record, second.record);
      for (const { code } of named) expect(code).toBe(ends ? 'rewrites' : 'unsettled');
      if (named.length > 0) unsettled++;
      else if (first.changes.length > 0) settled++;
    }),
    { numRuns: 1_500, seed: 20_260_115 },
  );
  expect([unsettled > 50, settled > 50]).toEqual([true, true]);
});
