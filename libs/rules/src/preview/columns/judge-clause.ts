import { isTruthy } from '../../model/coercion';
import type { Condition } from '../../model/condition';
import { type Budget, type EvaluationError } from '../../model/run';
import { datesOf } from '../../compile/compile-logic';
import type { Evaluate } from '../../compile/evaluate';
import { guarded } from '../../compile/guarded';
import { planOfCondition } from '../../compile/network/plan';
import { Bits } from './bits';
import type { Setting } from './judge-leaf';
import { judgeTest } from './judge-test';
import { CALLS_PER_STEP, type Steps } from '../../model/steps';

/** Where one clause holds, and the rows it could not be judged on. */
export interface ClauseVerdicts {
  readonly held: Bits;
  readonly errors: ReadonlyMap<number, EvaluationError>;
  /** Whether no record can stop it, so that together with others like it it keeps within a budget. */
  readonly total: boolean;
}

/** One clause on every record: by columns as far as it can be taken apart, by its closure where only that can tell. */
export function* judgeClause(
  { condition, holds }: { readonly condition: Condition; readonly holds: Evaluate },
  setting: Setting,
  budget: Budget,
): Steps<ClauseVerdicts> {
  const { records, columns, clock } = setting;
  const plan = planOfCondition(condition, { columns, dates: datesOf(records.recordType) }, budget);
  const { held, odd } = yield* judgeTest(plan.test, Bits.all(records.size), setting);
  const errors = new Map<number, EvaluationError>();
  // Where the beginning of an `and` does not hold, what may stop the rest is never met.
  const left = plan.complete ? odd : odd.or(held);
  for (let from = 0; from < records.size; from += CALLS_PER_STEP) {
    const to = Math.min(records.size, from + CALLS_PER_STEP);
    const judge = (row: number): void => {
      const verdict = guarded(clock, run => isTruthy(holds(records.records[row], run)), budget);
      if (!verdict.ok) errors.set(row, verdict.error);
      if (verdict.ok && verdict.value) held.set(row);
      else held.words[row >>> 5]! &= ~(1 << (row & 31));
    };
    if (left.isEmpty()) break;
    left.forEach(judge, from, to);
    yield;
  }
  return { held, errors, total: plan.complete };
}
