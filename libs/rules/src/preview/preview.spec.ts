import * as jsonLogic from 'json-logic-js';
import * as fc from 'fast-check';
import customer from '../../../../test/fixtures/customer-type.json';
import { readSuites } from '../../../../test/suites/read-suites';
import { compileCondition } from '../compile/compile-condition';
import type { Action } from '../model/action';
import type { JsonLogic } from '../model/json';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';
import type { ValidRule } from '../model/rule';
import { validateRule } from '../validate/validate-rule';
import { impactInSteps, impactOf } from './impact-of';
import { previewRule, previewRuleInSteps } from './preview-rule';
import { inTurns } from '../model/steps';

const recordType = customer as RecordType;
const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
const options = { recordType, clock, reference: jsonLogic };

function valid(draft: object): ValidRule {
  const verdict = validateRule({ name: 'r', actions: [], ...draft }, recordType);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.error));
  return verdict.value;
}

interface Case {
  readonly it: string;
  readonly condition: JsonLogic;
  readonly actions?: readonly Action[];
  readonly sample: readonly DataRecord[];
  readonly preview: object;
}

describe.each(readSuites<Case>('preview'))('preview: %s', (_file, cases) => {
  it.each(cases.map(example => [example.it, example] as const))(
    '%s',
    (_title, { condition, actions = [], sample, preview }) => {
      expect(previewRule(valid({ condition, actions }), sample, options)).toMatchObject(preview);
    },
  );
});

it('keeps lists within the limit and counts complete', () => {
  const sample = Array.from({ length: 50 }, (_, i) => ({ riskScore: i, country: 'Italy' }));
  const rule = valid({
    condition: { and: [{ '==': [{ var: 'country' }, 'Italy'] }, { '>=': [{ var: 'riskScore' }, 25] }] },
  });
  const preview = previewRule(rule, sample, { ...options, limit: 3, total: 1_000 });
  expect(preview).toMatchObject({ now: clock.now, sampleOf: 1_000, total: 50, matched: 25 });
  expect(preview.matches).toHaveLength(3);
  expect(preview.nearMisses).toHaveLength(3);
  expect(previewRule(rule, sample, { ...options, limit: 0 })).toMatchObject({ matched: 25, matches: [] });
});

it('judges the other records where one cannot be judged', () => {
  let deep: unknown = 'x';
  for (let i = 0; i < 10_000; i++) deep = [deep];
  const rule = valid({ condition: { contains: [{ var: 'name' }, 'x'] } });
  const sample = [{ name: deep }, { name: 'max' }, { name: 'y' }] as readonly DataRecord[];
  expect(previewRule(rule, [{ name: { toString: 1 } }, { name: 'max' }], options)).toMatchObject({ matched: 1 });
  expect(
    previewRule(valid({ condition: { '==': [{ var: 'name' }, 'x'] } }), sample, { recordType, clock }),
  ).toMatchObject({
    problems: [{ code: 'too-deep' }, { code: 'never-true' }],
  });
  expect(previewRule(rule, sample, { recordType, clock }).matched).toBe(1);
});

it('bounds what it asks of the reference engine', () => {
  let asked = 0;
  const reference = { apply: () => (asked++, false), add_operation: () => undefined };
  const sample = Array.from({ length: 5_000 }, () => ({
    colours: Array.from({ length: 100 }, (_, i) => i),
  })) as readonly DataRecord[];
  previewRule(valid({ condition: { none: [{ var: 'colours' }, { '>': [{ var: '' }, 1_000] }] } }), sample, {
    ...options,
    reference,
  });
  expect(asked).toBeLessThanOrEqual(500);
});

it('matches exactly the records all of whose clauses hold, and those the compiled condition does', () => {
  const test = fc.constantFrom<JsonLogic[]>(
    { '==': [{ var: 'country' }, 'Italy'] },
    { '!': [{ var: 'country' }] },
    { '<': [{ var: 'creditLimit' }, 3] },
    { '!=': [{ var: 'creditLimit' }, null] },
    { '!=': [{ var: 'annualRevenue' }, null] },
    { '>': [{ var: 'creditLimit' }, { var: 'annualRevenue' }] },
    { and: [{ '!=': [{ var: 'creditLimit' }, null] }, { '<': [{ var: 'creditLimit' }, 3] }] },
    { var: 'active' },
  );
  const value = fc.constantFrom(null, 0, 1, 2, 5);
  const record = fc.record(
    { country: fc.constantFrom('Italy', null), creditLimit: value, annualRevenue: value, active: fc.boolean() },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(
      fc.array(test, { minLength: 1, maxLength: 5 }),
      fc.array(record, { maxLength: 20 }),
      (tests, sample) => {
        const rule = valid({ condition: { and: tests } });
        const preview = previewRule(rule, sample, { ...options, limit: 100 });
        const { test: holds } = compileCondition(rule, recordType);
        const matching = sample.filter(one => {
          const result = holds(one, clock);
          return result.ok && result.value;
        });
        expect(preview.matches.map(match => match.record)).toEqual(matching);
        expect(preview.clauses.at(-1)?.remaining).toBe(preview.matched);
        expect(preview.problems.some(({ code }) => code === 'not-portable')).toBe(false);
      },
    ),
    { numRuns: 300 },
  );
});

it('tells what another version gains, loses and does differently', () => {
  const sample = [1, 2, 3, 4].map(riskScore => ({ riskScore, name: 'x' }));
  const before = valid({ condition: { '<=': [{ var: 'riskScore' }, 3] }, actions: [{ type: 'addTag', value: 'A' }] });
  const after = valid({ condition: { '>=': [{ var: 'riskScore' }, 2] }, actions: [{ type: 'addTag', value: 'B' }] });
  expect(impactOf(before, after, sample, options)).toEqual({
    now: clock.now,
    sampleOf: 4,
    total: 4,
    gained: 1,
    lost: 1,
    kept: 2,
    different: 2,
    examples: {
      gained: [sample[3]],
      lost: [sample[0]],
      kept: [sample[1], sample[2]],
      different: [sample[1], sample[2]],
    },
  });
  expect(impactOf(undefined, after, sample, options)).toMatchObject({ gained: 3, lost: 0, kept: 0 });
});

it('lets others work after every record, and then says the same', async () => {
  const sample = Array.from({ length: 50 }, (_, i) => ({
    riskScore: i % 7 === 0 ? null : i,
    name: i % 5 === 0 ? 'x' : 'y',
  }));
  const rule = valid({ condition: { and: [{ '<': [{ var: 'riskScore' }, 30] }, { '==': [{ var: 'name' }, 'x'] }] } });
  let pauses = 0;
  const pause = (): Promise<void> | undefined => (++pauses % 2 === 0 ? Promise.resolve() : undefined);
  expect(await inTurns(previewRuleInSteps(rule, sample, options), pause)).toEqual(previewRule(rule, sample, options));
  expect(pauses).toBeGreaterThan(2 * sample.length);
  pauses = 0;
  expect(await inTurns(impactInSteps(undefined, rule, sample, options), pause)).toEqual(
    impactOf(undefined, rule, sample, options),
  );
  expect(pauses).toBe(sample.length);
});
