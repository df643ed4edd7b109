import type { Clock } from '../model/clock';
import { isTruthy } from '../model/coercion';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';
import type { Result } from '../model/result';
import type { Budget, EvaluationError } from '../model/run';
import type { ValidRule } from '../model/rule';
import { compileLogic, datesOf } from './compile-logic';
import { guarded } from './guarded';

export interface CompiledCondition {
  /** Whether the record meets the condition, or why that cannot be said. Never throws for what a record contains. */
  test(record: DataRecord, clock: Clock): Result<boolean, EvaluationError>;
}

/** The condition of a valid rule as closures: no code is generated, so it runs under any content security policy. */
export function compileCondition(rule: ValidRule, recordType: RecordType, budget?: Budget): CompiledCondition {
  const evaluate = compileLogic(rule.condition, '/condition', datesOf(recordType));
  return { test: (record, clock) => guarded(clock, run => isTruthy(evaluate(record, run)), budget) };
}
