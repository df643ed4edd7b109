import { createHash } from 'node:crypto';
import * as jsonLogic from 'json-logic-js';
import { expandRecipe } from '../../../test/suites/expand-recipe';
import { readSuites } from '../../../test/suites/read-suites';
import { compileCondition } from './compile/compile-condition';
import { compileLogic, datesOf } from './compile/compile-logic';
import type { RuleSetEntry } from './compile/compile-rules';
import { guarded } from './compile/guarded';
import { FEWEST_FOR_NETWORK } from './compile/running/segment';
import { compileRuleSet } from './explain/compile-rule-set';
import { registerOperators } from './json-logic/register-operators';
import type { Action } from './model/action';
import { isTruthy } from './model/coercion';
import type { JsonLogic, JsonValue } from './model/json';
import type { DataRecord } from './model/record';
import type { RecordType } from './model/record-type';
import type { Result } from './model/result';
import { type Budget, DEFAULT_BUDGET, type EvaluationError } from './model/run';
import type { ValidRule } from './model/rule';
import { indexRecords } from './preview/columns/record-columns';
import { previewColumns } from './preview/preview-columns';
import { previewRule } from './preview/preview-rule';
import { validateRule } from './validate/validate-rule';

// What is known to go wrong in rule engines, as cases of test/suites/hazards: each is run by every tier, and all have to
// give the same answers. `otherwise` says how json-logic-js differs; where nothing is said it gives the same answers too.

interface Hazard {
  readonly it: string;
  readonly condition: JsonValue;
  readonly actions?: readonly Action[];
  readonly records?: readonly JsonValue[];
  /** Per record: whether it matches, or how judging it ends. */
  readonly answers?: readonly Answer[];
  /** Codes of errors of the validator; without them the rule has to be valid, but for fields nobody knows. */
  readonly invalid?: readonly string[];
  readonly otherwise?: string;
  /** Steps and output, where a case is about running out of them: fewer than by default, to be there sooner. */
  readonly budget?: number;
}

type Answer = boolean | { readonly error: string; readonly at?: string };

const CLOCK = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
const RECORD_TYPE: RecordType = {
  name: 'thing',
  fields: (
    [
      ['name', 'text'],
      ['alias', 'text'],
      ['age', 'number'],
      ['riskScore', 'number'],
      ['lastOrder', 'date'],
      ['tags', 'list'],
      ['items', 'list'],
      ['address.city', 'text'],
    ] as const
  ).map(([name, type]) => ({ name, label: name, type, reading: { type } })),
};
/** What would run code, break a pattern or end a text, wherever a case says `$payload`. */
const PAYLOADS = [
  '"+(globalThis.injected=1)+"',
  "'+(globalThis.injected=1)+'",
  '`${globalThis.injected=1}`',
  '${globalThis.injected=1}',
  '");globalThis.injected=1;("',
  '\\");globalThis.injected=1;//',
  '*/globalThis.injected=1;/*',
  '\n;globalThis.injected=1;\n',
  '\u2028globalThis.injected=1\u2028',
  ']];globalThis.injected=1;[[',
  '</script><script>globalThis.injected=1</script>',
  '\u0000globalThis.injected=1',
  '$&$1$$',
  '\ud800globalThis.injected=1',
];
// A name with a dot in it is a path.
const AS_NAME = PAYLOADS.map(payload => payload.replaceAll('.', ''));

/** How JSON is written where a text holds half a character. */
const HALF = /\\ud[89a-f]/;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
registerOperators(jsonLogic, () => CLOCK);

afterEach(() => expect((globalThis as { injected?: unknown }).injected).toBeUndefined());

describe.each(readSuites<Hazard>('hazards'))('hazards: %s', (_file, hazards) => {
  it.each(hazards.flatMap(spelt))('%s', (_title, hazard) => {
    const condition = expandRecipe(hazard.condition);
    const records = (hazard.records ?? []).map(record => expandRecipe(record) as DataRecord);
    const { answers = [], invalid = [] } = hazard;
    const actions = (expandRecipe(hazard.actions ?? []) ?? []) as unknown as readonly Action[];

    // Half a character in a text is refused before anything else is asked; what runs all the same stays harmless.
    const isBroken = HALF.test(JSON.stringify([hazard.condition, hazard.actions]));
    expect(errorsOf(condition, actions)).toEqual(isBroken ? ['not-json'] : invalid);
    const rule = { recordType: 'thing', name: 'hazard', condition, actions, priority: 1 } as unknown as ValidRule;
    if (records.length === 0) return;
    const budget = hazard.budget === undefined ? DEFAULT_BUDGET : { steps: hazard.budget, output: hazard.budget };
    for (const [tier, answer] of tiersFor(rule, budget)) {
      expect({ tier, answers: records.map(answer) }).toEqual({ tier, answers: answers.map(expected) });
    }
    if (invalid.length === 0 && !isBroken && hazard.budget === undefined) previewAgrees(rule, records, answers);
    if (hazard.otherwise !== undefined || actions.length > 0) return;
    const theirs = records.map(record => isTruthy(jsonLogic.apply(condition as never, record)));
    expect({ tier: 'json-logic-js', answers: theirs }).toEqual({ tier: 'json-logic-js', answers });
  });
});

/** One test per case, or one per payload where the case has a place for one. */
function spelt(hazard: Hazard): readonly (readonly [string, Hazard])[] {
  const written = JSON.stringify(hazard);
  if (!written.includes('$payload')) return [[hazard.it, hazard]];
  const isName = /"var":"[^"]*\$payload|"\$payload":|"missing":\["\$payload/.test(written);
  return (isName ? AS_NAME : PAYLOADS).map(payload => {
    const inside = JSON.stringify(payload).slice(1, -1);
    const spelled = JSON.parse(written.replaceAll('$payload', () => inside)) as Hazard;
    return [`${hazard.it}: ${JSON.stringify(payload)}`, spelled];
  });
}

/** Errors of the validator, but for those that only say that the fields of a case are made up. */
function errorsOf(condition: JsonLogic, actions: readonly Action[]): readonly string[] {
  const verdict = validateRule({ name: 'hazard', condition, actions }, RECORD_TYPE);
  if (verdict.ok) return [];
  const codes = verdict.error.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  for (const { at } of verdict.error) expect(at).toMatch(/^\/(condition|actions)/);
  return [...new Set(codes)].filter(code => code !== 'unknown-field');
}

type Judge = (record: DataRecord) => unknown;

/** Every way a rule is run, from the closures that are the meaning to the tier for many rules. */
function tiersFor(rule: ValidRule, budget: Budget): readonly (readonly [string, Judge])[] {
  const { condition, actions } = rule;
  const inSet = (count: number): Judge => {
    const set = compileRuleSet([entry('hazard', rule), ...others(count)], RECORD_TYPE, sha256, budget);
    return record => {
      const { error, matched } = set.apply(record, CLOCK);
      if (error) return answerOf({ ok: false, error: error as EvaluationError });
      const applied = matched.some(({ rule: id }) => id === 'hazard');
      const traced = set.explain(record, CLOCK).some(({ rule: id, matched: met }) => id === 'hazard' && met);
      return applied === traced ? applied : 'the trace says otherwise';
    };
  };
  const sets: readonly (readonly [string, Judge])[] = [
    ['one rule', inSet(0)],
    ['few rules', inSet(8)],
    ['many rules', inSet(FEWEST_FOR_NETWORK + 20)],
  ];
  if (actions.length > 0) return sets;
  const closures = compileLogic(condition, '/condition', datesOf(RECORD_TYPE));
  const generated = compileCondition(rule, RECORD_TYPE, budget);
  const shaped = compileCondition(rule, RECORD_TYPE, budget, { generate: false });
  return [
    ['closures', record => answerOf(guarded(CLOCK, run => isTruthy(closures(record, run)), budget))],
    ['generated code', record => answerOf(generated.test(record, CLOCK))],
    ['shaped closures', record => answerOf(shaped.test(record, CLOCK))],
    ...sets,
  ];
}

/** Rules beside the one that is looked at, which no case's record meets. */
function others(count: number): readonly RuleSetEntry[] {
  return Array.from({ length: count }, (_, i) => {
    const condition = { '==': [{ var: i % 2 === 0 ? 'name' : 'riskScore' }, i % 2 === 0 ? `other ${i}` : -i] };
    return entry(`other ${i}`, {
      recordType: 'thing',
      name: 'other',
      condition,
      actions: [],
      priority: 2,
    } as unknown as ValidRule);
  });
}

function entry(id: string, rule: ValidRule): RuleSetEntry {
  return { id, version: 1, hash: id, rule };
}

function answerOf(verdict: Result<boolean, EvaluationError>): unknown {
  if (verdict.ok) return verdict.value;
  const { code, message, at } = verdict.error;
  expect(message).toMatch(/^[A-Z"m].+\.$/s);
  return { error: code, at: at ?? 'nowhere' };
}

function expected(answer: Answer): unknown {
  if (typeof answer === 'boolean') return answer;
  return { error: answer.error, at: answer.at ?? expect.stringMatching(/^(\/condition|nowhere$)/) };
}

/** Counts of a preview, by records one after the other and by columns. Actions have their errors when they are applied. */
function previewAgrees(rule: ValidRule, records: readonly DataRecord[], answers: readonly Answer[]): void {
  if (rule.actions.length > 0) return;
  const matched = answers.filter(answer => answer === true).length;
  const failed = answers.filter(answer => typeof answer === 'object').length;
  const plain = previewRule(rule, records, { recordType: RECORD_TYPE, clock: CLOCK });
  const columns = previewColumns(rule, indexRecords(records, RECORD_TYPE), { clock: CLOCK });
  expect([plain.matched, columns.matched, columns.failed]).toEqual([matched, matched, failed]);
}
