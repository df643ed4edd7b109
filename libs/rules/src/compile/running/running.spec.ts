import * as jsonLogic from 'json-logic-js';
import { Random } from '../../../../../test/fuzz/random';
import { FUZZ_TYPE, randomAction, randomCondition, randomRecord } from '../../../../../test/fuzz/random-rules';
import { registerOperators } from '../../json-logic/register-operators';
import { isTruthy } from '../../model/coercion';
import type { Change, Outcome, RuleRef } from '../../model/outcome';
import type { DataRecord } from '../../model/record';
import type { ValidRule } from '../../model/rule';
import type { Budget } from '../../model/run';
import { applyActions } from '../apply-actions';
import { compileCondition } from '../compile-condition';
import { compileLogic, datesOf } from '../compile-logic';
import { compileRules, type RuleSetEntry } from '../compile-rules';
import type { Evaluate } from '../evaluate';
import { guarded } from '../guarded';
import { orderRules } from '../order-rules';
import { WriteLog } from '../write-log';
import { FEWEST_FOR_NETWORK } from './segment';

const CLOCK = { now: '2026-01-15T23:30:00.000Z', timeZone: 'Europe/Berlin' };
const EVALUATIONS = Number(process.env['FUZZ_EVALUATIONS'] ?? 1_000_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_120);
const RECORDS = 100;
const DATES = datesOf(FUZZ_TYPE);

registerOperators(jsonLogic, () => CLOCK);
const sha256 = (text: string): string => `${text.length}`;

function randomEntries(random: Random, count: number, from = 0): readonly RuleSetEntry[] {
  return Array.from({ length: count }, (_, i) => {
    const id = `r${from + i}`;
    const rule = {
      recordType: FUZZ_TYPE.name,
      name: `rule ${random.below(1000)}`,
      condition: randomCondition(random),
      actions: random.list(2, () => randomAction(random), 1),
      priority: random.below(3),
    } as unknown as ValidRule;
    return { id, version: 1, hash: id, rule };
  });
}

interface Reference {
  readonly entry: RuleSetEntry;
  readonly holds: Evaluate;
}

function referencesOf(entries: readonly RuleSetEntry[]): readonly Reference[] {
  return orderRules(entries).map(entry => ({ entry, holds: compileLogic(entry.rule.condition, '/condition', DATES) }));
}

/** What `match` has to find: every rule's closure by itself. */
function matchedOneByOne(references: readonly Reference[], record: DataRecord, budget?: Budget): unknown {
  const indices: number[] = [];
  for (const [i, { entry, holds }] of references.entries()) {
    const verdict = guarded(CLOCK, run => isTruthy(holds(record, run)), budget);
    if (!verdict.ok) return { error: { ...verdict.error, rule: entry.id } };
    if (verdict.value) indices.push(i);
  }
  return { indices };
}

/** What `apply` has to do: every rule in its turn on the record as it then is. */
function appliedOneByOne(references: readonly Reference[], record: DataRecord, budget?: Budget): Outcome {
  const matched: RuleRef[] = [];
  const changes: Change[] = [];
  const log = new WriteLog();
  let current = record;
  for (const { entry, holds } of references) {
    const { id, version, rule } = entry;
    const turn = guarded(
      CLOCK,
      run =>
        isTruthy(holds(current, run)) ? applyActions(rule.actions, current, { recordType: FUZZ_TYPE, run }) : undefined,
      budget,
    );
    if (!turn.ok) return { matched: [], changes: [], record, error: { ...turn.error, rule: id } };
    if (!turn.value) continue;
    matched.push({ rule: id, version, name: rule.name });
    for (const { action, effect } of turn.value.effects) changes.push(log.record(id, action, effect));
    current = turn.value.record;
  }
  return { matched, changes, record: current };
}

/** One round: a random set, changed a few times, each state of it judged on random records. Gives the evaluations made. */
function round(seed: number, budget?: Budget): number {
  const random = new Random(seed);
  let entries = [...randomEntries(random, FEWEST_FOR_NETWORK + random.below(120))];
  let set = compileRules(entries, FUZZ_TYPE, sha256, budget);
  let evaluations = 0;
  for (let state = 0; state < 4; state++) {
    const references = referencesOf(entries);
    expect(set.rules.map(({ id }) => id)).toEqual(references.map(({ entry }) => entry.id));
    for (let i = 0; i < RECORDS; i++) {
      const record = randomRecord(random);
      const before = JSON.stringify(record);
      const found = set.match(record, CLOCK);
      const got = found.ok
        ? { indices: [...found.value.indices.subarray(0, found.value.count)] }
        : { error: found.error };
      const context = `FUZZ_SEED=${seed} state ${state}, record ${before}`;
      if (JSON.stringify(got) !== JSON.stringify(matchedOneByOne(references, record, budget))) {
        expect({ context, ...got }).toEqual({ context, ...(matchedOneByOne(references, record, budget) as object) });
      }
      const applied = set.apply(record, CLOCK);
      const expected = appliedOneByOne(references, record, budget);
      if (JSON.stringify(applied) !== JSON.stringify(expected))
        expect({ context, applied }).toEqual({ context, applied: expected });
      expect(JSON.stringify(record)).toBe(before);
      evaluations += 2 * references.length;
    }
    const changed = random.chance(0.5) ? [random.pick(entries).id] : [];
    for (const id of changed) {
      set = set.without(id);
      entries = entries.filter(entry => entry.id !== id);
    }
    for (const entry of randomEntries(random, 1 + random.below(6), 1000 * (state + 1))) {
      const replaced = { ...entry, id: random.chance(0.4) ? random.pick(entries).id : entry.id };
      set = set.with(replaced);
      entries = [...entries.filter(({ id }) => id !== replaced.id), replaced];
    }
  }
  return evaluations;
}

beforeAll(() => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});

it(
  `judges many rules at once as it judges each alone (${EVALUATIONS} evaluations from seed ${SEED})`,
  () => {
    let done = 0;
    for (let seed = SEED; done < EVALUATIONS; seed++) done += round(seed);
  },
  24 * 3_600_000,
);

it('and so it does where budgets are small', () => {
  for (let seed = SEED; seed < SEED + 6; seed++) round(seed, { steps: 3 + (seed % 40), output: 10 + (seed % 200) });
});

it('finds what json-logic-js finds', () => {
  const random = new Random(SEED);
  for (let i = 0; i < 20; i++) {
    const entries = orderRules(randomEntries(random, 60));
    const set = compileRules(entries, { ...FUZZ_TYPE, fields: [] }, sha256);
    for (let k = 0; k < 50; k++) {
      // What json-logic-js calls or inherits is a deviation of its own.
      const record = JSON.parse(
        JSON.stringify(randomRecord(random)).replaceAll(/"(toString|length)"/g, '"a"'),
      ) as DataRecord;
      const found = set.match(record, CLOCK);
      if (!found.ok || /[\u0301\u212a]/.test(JSON.stringify(record))) continue;
      const indices = new Set(found.value.indices.subarray(0, found.value.count));
      for (const [index, { rule }] of entries.entries()) {
        const condition = JSON.stringify(rule.condition);
        if (/constructor|__proto__|toString|[\u0301\u212a]/.test(condition)) continue;
        const context = `seed ${SEED}: ${condition} on ${JSON.stringify(record)}`;
        const expected = isTruthy(jsonLogic.apply(rule.condition as never, record));
        if (indices.has(index) !== expected)
          expect(`${indices.has(index)}: ${context}`).toBe(`${expected}: ${context}`);
      }
    }
  }
});

describe('one rule by itself', () => {
  it.each([
    ['generated code', true],
    ['closures made for its shape', false],
  ])('is judged by %s as by general closures', (_tier, generate) => {
    const random = new Random(SEED);
    for (let i = 0; i < 1500; i++) {
      const [{ rule }] = randomEntries(random, 1) as [RuleSetEntry];
      const evaluate = compileLogic(rule.condition, '/condition', DATES);
      const condition = compileCondition(rule, FUZZ_TYPE, undefined, { generate });
      for (let k = 0; k < 40; k++) {
        const record = randomRecord(random);
        const expected = guarded(CLOCK, run => isTruthy(evaluate(record, run)));
        const got = condition.test(record, CLOCK);
        const context = `${JSON.stringify(rule.condition)} on ${JSON.stringify(record)}`;
        if (JSON.stringify(got) !== JSON.stringify(expected))
          expect({ context, ...got }).toEqual({ context, ...expected });
      }
    }
  });
});

it('judges few rules, one by one, as it judges each alone', () => {
  const random = new Random(SEED);
  for (let i = 0; i < 200; i++) {
    const entries = randomEntries(random, 1 + random.below(FEWEST_FOR_NETWORK - 1));
    const set = compileRules(entries, FUZZ_TYPE, sha256);
    const references = referencesOf(entries);
    for (let k = 0; k < 20; k++) {
      const record = randomRecord(random);
      expect(set.apply(record, CLOCK)).toEqual(appliedOneByOne(references, record));
    }
  }
});

it('sees nothing that is inherited, whoever tampered with objects', () => {
  const entries = [
    { '==': [{ var: 'a' }, 'x'] },
    { '==': [{ var: 'constructor' }, null] },
    { '!!': { var: 'toString' } },
  ];
  const rules = Array.from({ length: FEWEST_FOR_NETWORK }, (_, i) => ({
    id: `r${i}`,
    version: 1,
    hash: '',
    rule: { name: `${10 + i}`, priority: 1, actions: [], condition: entries[i % 3], recordType: 'thing' } as never,
  }));
  for (const set of [compileRules(rules, FUZZ_TYPE, sha256), compileRules(rules.slice(0, 3), FUZZ_TYPE, sha256)]) {
    const found = set.match(Object.create({ a: 'x' }) as DataRecord, CLOCK);
    expect(found.ok && set.rules[found.value.indices[0] ?? 0]?.id).toBe('r1');
    try {
      (Object.prototype as { a?: string }).a = 'x';
      const polluted = set.match({}, CLOCK);
      expect(polluted.ok && set.rules[polluted.value.indices[0] ?? 0]?.id).toBe('r1');
    } finally {
      delete (Object.prototype as { a?: string }).a;
    }
  }
});
