import * as jsonLogic from 'json-logic-js';
import { isTruthy } from '../../libs/rules/src/model/coercion';
import type { Change, Outcome, RuleRef } from '../../libs/rules/src/model/outcome';
import type { DataRecord } from '../../libs/rules/src/model/record';
import type { RecordType } from '../../libs/rules/src/model/record-type';
import type { Result } from '../../libs/rules/src/model/result';
import type { Budget, EvaluationError } from '../../libs/rules/src/model/run';
import type { ValidRule } from '../../libs/rules/src/model/rule';
import { registerOperators } from '../../libs/rules/src/json-logic/register-operators';
import { applyActions } from '../../libs/rules/src/compile/apply-actions';
import { type CompiledCondition, compileCondition } from '../../libs/rules/src/compile/compile-condition';
import { compileLogic, datesOf } from '../../libs/rules/src/compile/compile-logic';
import { compileRules, type CompiledRuleSet, type RuleSetEntry } from '../../libs/rules/src/compile/compile-rules';
import type { Evaluate } from '../../libs/rules/src/compile/evaluate';
import { guarded } from '../../libs/rules/src/compile/guarded';
import { orderRules } from '../../libs/rules/src/compile/order-rules';
import { FEWEST_FOR_NETWORK } from '../../libs/rules/src/compile/running/segment';
import { WriteLog } from '../../libs/rules/src/compile/write-log';
import { compileRuleSet } from '../../libs/rules/src/explain/compile-rule-set';
import { Random } from './random';
import { FUZZ_TYPE, randomAction, randomCondition, randomRecord } from './random-rules';

export const CLOCK = { now: '2026-01-15T23:30:00.000Z', timeZone: 'Europe/Berlin' };
const RECORDS_PER_STATE = 60;
const STATES = 4;
const sha256 = (text: string): string => `${text.length}`;

registerOperators(jsonLogic, () => CLOCK);
// The reference prints what `log` is given.
jsonLogic.add_operation('log', (value: unknown) => value);

/** A rule on a record, judged by every tier: how often, and how often by json-logic-js as well. */
export interface Compared {
  readonly evaluations: number;
  readonly withReference: number;
}

/** One way of judging every rule of a set. `plain` rounds keep clear of the named deviations from json-logic-js. */
interface Tried {
  readonly entry: RuleSetEntry;
  readonly closures: Evaluate;
  readonly generated: CompiledCondition;
  readonly alone: CompiledCondition;
}

/**
 * One round of random rules on random records: a random set, changed a few times, each state of it judged by every tier.
 * Closures are what the others are compared with; where nothing deviates, json-logic-js is what they are compared with.
 */
export function compareTiers(seed: number, recordsPerState = RECORDS_PER_STATE): Compared {
  const random = new Random(seed);
  const plain = random.chance(0.75);
  // Where budgets are small, every tier has to stop at the same place.
  const budget = random.chance(0.1) ? { steps: 3 + random.below(60), output: 10 + random.below(200) } : undefined;
  return new Round(seed, random, plain, budget).run(recordsPerState);
}

class Round {
  private readonly recordType: RecordType;
  private tried = new Map<RuleSetEntry, Tried>();
  private entries: RuleSetEntry[] = [];

  constructor(
    private readonly seed: number,
    private readonly random: Random,
    private readonly plain: boolean,
    private readonly budget: Budget | undefined,
  ) {
    this.recordType = plain ? { ...FUZZ_TYPE, fields: [] } : FUZZ_TYPE;
  }

  run(recordsPerState: number): Compared {
    const { random, recordType, budget } = this;
    const many = random.chance(0.8);
    const size = many ? FEWEST_FOR_NETWORK + random.below(120) : 1 + random.below(FEWEST_FOR_NETWORK - 1);
    this.add(size, 0);
    let set = compileRules(this.entries, recordType, sha256, budget);
    let evaluations = 0;
    for (let state = 0; state < STATES; state++) {
      const order = this.inOrder(set);
      const records = Array.from({ length: recordsPerState }, () => this.record());
      for (const record of records) this.judge(set, order, record);
      if (state === 0) this.explain(order, records.slice(0, 6));
      evaluations += order.length * records.length;
      set = this.change(set, state);
    }
    return { evaluations, withReference: this.plain && !budget ? evaluations : 0 };
  }

  private judge(set: CompiledRuleSet, order: readonly Tried[], record: DataRecord): void {
    const before = JSON.stringify(record);
    const expected = order.map(({ closures }) => this.guarded(run => isTruthy(closures(record, run))));
    for (const [i, { entry, generated, alone }] of order.entries()) {
      const { condition } = entry.rule;
      const verdict = expected[i] as Result<boolean, EvaluationError>;
      this.same('generated code', generated.test(record, CLOCK), verdict, condition, before);
      this.same('closures of one rule', alone.test(record, CLOCK), verdict, condition, before);
      if (this.plain && !this.budget) this.compareWithReference(verdict, condition, record, before);
    }
    const found = set.match(record, CLOCK);
    const matches = found.ok ? [...found.value.indices.subarray(0, found.value.count)] : found.error;
    this.same('match', matches, expectedMatches(order, expected), undefined, before);
    this.same('apply', set.apply(record, CLOCK), this.applied(order, record), undefined, before);
    this.same('the record itself', JSON.stringify(record), before, undefined, before);
  }

  private compareWithReference(
    verdict: Result<boolean, EvaluationError>,
    condition: unknown,
    record: DataRecord,
    before: string,
  ): void {
    // Beyond its budget only the engine that has one stops.
    if (!verdict.ok && BUDGET_CODES.has(verdict.error.code)) return;
    let reference: boolean | 'error';
    try {
      reference = isTruthy(jsonLogic.apply(condition as never, record));
    } catch {
      reference = 'error';
    }
    this.same('json-logic-js', reference, verdict.ok ? verdict.value : 'error', condition, before);
  }

  /** What `apply` has to do: every rule in its turn on the record as it then is. */
  private applied(order: readonly Tried[], record: DataRecord): Outcome {
    const matched: RuleRef[] = [];
    const changes: Change[] = [];
    const log = new WriteLog();
    const { recordType } = this;
    let current = record;
    for (const { entry, closures } of order) {
      const { id, version, rule } = entry;
      const turn = this.guarded(run =>
        isTruthy(closures(current, run)) ? applyActions(rule.actions, current, { recordType, run }) : undefined,
      );
      if (!turn.ok) return { matched: [], changes: [], record, error: { ...turn.error, rule: id } };
      if (!turn.value) continue;
      matched.push({ rule: id, version, name: rule.name });
      for (const { action, effect } of turn.value.effects) changes.push(log.record(id, action, effect));
      current = turn.value.record;
    }
    return { matched, changes, record: current };
  }

  /** The trace names the rules that `apply` says matched. */
  private explain(order: readonly Tried[], records: readonly DataRecord[]): void {
    const entries = order.map(({ entry }) => entry);
    const set = compileRuleSet(entries, this.recordType, sha256, this.budget);
    for (const record of records) {
      const outcome = set.apply(record, CLOCK);
      if (outcome.error) continue;
      const traced = set.explain(record, CLOCK).filter(({ matched }) => matched);
      const applied = outcome.matched.map(({ rule }) => rule);
      const said = traced.map(({ rule }) => rule);
      this.same('explain', said, applied, undefined, JSON.stringify(record));
    }
  }

  private same(tier: string, got: unknown, expected: unknown, condition: unknown, record: string): void {
    if (got === expected) return;
    const [a, b] = [JSON.stringify(got), JSON.stringify(expected)];
    if (a === b) return;
    const rule = condition === undefined ? '' : `\n  rule     ${JSON.stringify(condition)}`;
    throw new Error(
      `seed ${this.seed}: ${tier} differs\n  got      ${a}\n  expected ${b}${rule}\n  record   ${record}`,
    );
  }

  private guarded<T>(evaluate: Parameters<typeof guarded<T>>[1]): Result<T, EvaluationError> {
    return guarded(CLOCK, evaluate, this.budget);
  }

  private inOrder(set: CompiledRuleSet): readonly Tried[] {
    const ordered = orderRules(this.entries);
    this.same(
      'order',
      set.rules.map(({ id }) => id),
      ordered.map(({ id }) => id),
      undefined,
      '',
    );
    const known = this.tried;
    this.tried = new Map(ordered.map(entry => [entry, known.get(entry) ?? this.compile(entry)]));
    return [...this.tried.values()];
  }

  private compile(entry: RuleSetEntry): Tried {
    const { recordType, budget } = this;
    return {
      entry,
      closures: compileLogic(entry.rule.condition, '/condition', datesOf(recordType)),
      generated: compileCondition(entry.rule, recordType, budget),
      alone: compileCondition(entry.rule, recordType, budget, { generate: false }),
    };
  }

  private change(set: CompiledRuleSet, state: number): CompiledRuleSet {
    let changed = set;
    if (this.entries.length > 1 && this.random.chance(0.5)) {
      const { id } = this.random.pick(this.entries);
      changed = changed.without(id);
      this.entries = this.entries.filter(entry => entry.id !== id);
    }
    const kept = this.entries;
    this.entries = [];
    this.add(1 + this.random.below(6), 1000 * (state + 1));
    const added = this.entries;
    this.entries = kept;
    for (const entry of added) {
      const id = this.random.chance(0.4) ? this.random.pick(this.entries).id : entry.id;
      const replaced = { ...entry, id };
      changed = changed.with(replaced);
      this.entries = [...this.entries.filter(other => other.id !== id), replaced];
    }
    return changed;
  }

  private add(count: number, from: number): void {
    const { random } = this;
    for (let i = 0; i < count; i++) {
      const id = `r${from + i}`;
      const rule = {
        recordType: FUZZ_TYPE.name,
        name: `rule ${random.below(1000)}`,
        condition: this.clear(randomCondition(random)),
        actions: random.list(2, () => randomAction(random), 1),
        priority: random.below(3),
      } as unknown as ValidRule;
      this.entries.push({ id, version: 1, hash: id, rule });
    }
  }

  private record(): DataRecord {
    return this.clear(randomRecord(this.random));
  }

  /** In plain rounds, without what the named deviations are about: inherited names, and texts of several spellings. */
  private clear<T>(value: T): T {
    if (!this.plain) return value;
    const text = JSON.stringify(value)
      .replaceAll(/constructor|__proto__|toString|"length"/g, word => (word.startsWith('"') ? '"a"' : 'a'))
      .replaceAll(/[\u0301\u212a]/g, 'x');
    return JSON.parse(text) as T;
  }
}

/** What `match` has to find: every rule's closure by itself, or the first rule's error. */
function expectedMatches(
  order: readonly Tried[],
  verdicts: readonly Result<boolean, EvaluationError>[],
): readonly number[] | (EvaluationError & { readonly rule: string }) {
  const indices: number[] = [];
  for (const [i, verdict] of verdicts.entries()) {
    if (!verdict.ok) return { ...verdict.error, rule: order[i]?.entry.id ?? '' };
    if (verdict.value) indices.push(i);
  }
  return indices;
}

const BUDGET_CODES: ReadonlySet<string> = new Set(['too-many-steps', 'too-much-output', 'too-deep']);
