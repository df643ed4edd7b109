import type { Clock } from '../model/clock';
import { isTruthy } from '../model/coercion';
import type { Change, Outcome, RuleRef } from '../model/outcome';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';
import type { Budget } from '../model/run';
import type { ValidRule } from '../model/rule';
import { applyActions } from './apply-actions';
import { compileLogic, datesOf } from './compile-logic';
import type { Evaluate } from './evaluate';
import { guarded } from './guarded';
import { hashRuleSet, type Sha256 } from './hash-rule';
import { orderRules } from './order-rules';
import { WriteLog } from './write-log';

/** One version of a rule that is to run, under the id it is known by. */
export interface RuleSetEntry {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly rule: ValidRule;
}

/** All running versions for a record type: immutable, named by one hash, the same outcome for the same record and clock. */
export interface CompiledRuleSet {
  readonly hash: string;
  readonly entries: readonly RuleSetEntry[];
  readonly rules: readonly {
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly priority: number;
  }[];
  apply(record: DataRecord, clock: Clock): Outcome;
}

interface Step {
  readonly ref: RuleRef;
  readonly rule: ValidRule;
  readonly holds: Evaluate;
}

/** Rules in running order: each runs once and sees the record as earlier ones left it. An error leaves the record as it came. */
export function compileRules(
  entries: readonly RuleSetEntry[],
  recordType: RecordType,
  sha256: Sha256,
  budget?: Budget,
): CompiledRuleSet {
  const ordered = orderRules(entries);
  const dates = datesOf(recordType);
  const steps = ordered.map(({ id, version, rule }): Step => {
    return {
      ref: { rule: id, version, name: rule.name },
      rule,
      holds: compileLogic(rule.condition, '/condition', dates),
    };
  });
  return {
    hash: hashRuleSet(
      ordered.map(entry => entry.hash),
      recordType,
      sha256,
    ),
    entries: ordered,
    rules: ordered.map(({ id, version, rule }) => ({ id, version, name: rule.name, priority: rule.priority })),
    apply: (record, clock) => applySteps(steps, record, { recordType, clock, budget }),
  };
}

interface Setting {
  readonly recordType: RecordType;
  readonly clock: Clock;
  readonly budget: Budget | undefined;
}

function applySteps(steps: readonly Step[], record: DataRecord, { recordType, clock, budget }: Setting): Outcome {
  const matched: RuleRef[] = [];
  const changes: Change[] = [];
  const log = new WriteLog();
  let current = record;
  for (const { ref, rule, holds } of steps) {
    // Each rule has a budget of its own, so that adding a rule never takes from another's.
    const turn = guarded(
      clock,
      run => (isTruthy(holds(current, run)) ? applyActions(rule.actions, current, { recordType, run }) : undefined),
      budget,
    );
    if (!turn.ok) return { matched: [], changes: [], record, error: { ...turn.error, rule: ref.rule } };
    if (!turn.value) continue;
    matched.push(ref);
    for (const { action, effect } of turn.value.effects) changes.push(log.record(ref.rule, action, effect));
    current = turn.value.record;
  }
  return { matched, changes, record: current };
}
