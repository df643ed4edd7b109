import type { Clock } from '../model/clock';
import { isTruthy } from '../model/coercion';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';
import { ok, type Result } from '../model/result';
import { type Budget, DEFAULT_BUDGET, type EvaluationError, Run } from '../model/run';
import type { ValidRule } from '../model/rule';
import { judgeAlone } from './alone/judge-alone';
import { ODD } from './alone/leaf-of';
import { compileLogic, datesOf } from './compile-logic';
import type { Evaluate } from './evaluate';
import { guarded } from './guarded';
import { Columns, isPlain } from './network/columns';
import { planOf } from './network/plan';

export interface CompiledCondition {
  /** Whether the record meets the condition, or why that cannot be said. Never throws for what a record contains. */
  test(record: DataRecord, clock: Clock): Result<boolean, EvaluationError>;
}

const MET = ok(true);
const UNMET = ok(false);

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
  const judge = judgeAlone(planOf(rule, { columns, dates }, budget), columns, options.generate);
  let made: Evaluate | undefined;
  let free: Run | undefined;
  return {
    test: (record, clock) => {
      if (judge && isPlain(record)) {
        // What is judged this way keeps within any budget, so one run serves all records of a clock.
        if (free?.clock !== clock) free = new Run(clock, { steps: Infinity, output: Infinity });
        const verdict = judge(record, free);
        if (verdict !== ODD) return verdict ? MET : UNMET;
      }
      const evaluate = (made ??= compileLogic(rule.condition, '/condition', dates));
      return guarded(clock, run => isTruthy(evaluate(record, run)), budget);
    },
  };
}
