import type { Clock } from '../model/clock';
import { isTruthy } from '../model/coercion';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';
import { ok, type Result } from '../model/result';
import { type Budget, DEFAULT_BUDGET, type EvaluationError, Run } from '../model/run';
import type { ValidRule } from '../model/rule';
import { conditionClosure } from './alone/condition-closure';
import { conditionSource } from './alone/condition-source';
import { mayGenerate } from './alone/may-generate';
import { compileLogic, datesOf } from './compile-logic';
import type { Evaluate } from './evaluate';
import { guarded } from './guarded';
import { Columns } from './network/columns';
import { planOf } from './network/plan';

export interface CompiledCondition {
  /** Whether the record meets the condition, or why that cannot be said. Never throws for what a record contains. */
  test(record: DataRecord, clock: Clock): Verdict;
}

type Verdict = Result<boolean, EvaluationError>;

const MET: Verdict = ok(true);
const UNMET: Verdict = ok(false);
/** What closures say, as an answer; none where only the general ones can tell. */
const ANSWERS = [UNMET, MET, undefined] as const;

/**
 * The condition of a valid rule, ready to judge records. Code is generated where that is allowed, unless it is not wanted;
 * under any content security policy closures give the same answers.
 */
export function compileCondition(
  rule: ValidRule,
  recordType: RecordType,
  budget: Budget = DEFAULT_BUDGET,
  options: { readonly generate?: boolean } = {},
): CompiledCondition {
  const columns = new Columns();
  const dates = datesOf(recordType);
  const plan = planOf(rule, { columns, dates }, budget);
  let made: Evaluate | undefined;
  const odd = (record: DataRecord, clock: Clock): Verdict => {
    const evaluate = (made ??= compileLogic(rule.condition, '/condition', dates));
    return guarded(clock, run => isTruthy(evaluate(record, run)), budget);
  };
  if (!plan.complete) return { test: odd };
  // What is judged ahead of the closures keeps within any budget, so one run serves all records of a clock.
  let free: Run | undefined;
  const runOf = (clock: Clock): Run => {
    if (free?.clock !== clock) free = new Run(clock, { steps: Infinity, output: Infinity });
    return free;
  };
  if (options.generate !== false && mayGenerate()) {
    return { test: conditionSource(plan.test, columns, { met: MET, unmet: UNMET, odd, runOf }) };
  }
  const judge = conditionClosure(plan.test, columns);
  return { test: (record, clock) => ANSWERS[judge(record, runOf(clock))] ?? odd(record, clock) };
}
