import type { Columns } from '../network/columns';
import { guessedFrequency } from '../network/frequencies';
import type { Plan } from '../network/plan';
import { FAILED, HELD, type Judge } from './ways';
import { mayGenerate } from './may-generate';
import { orderTests } from './order-tests';
import { testClosure } from './test-closure';
import { testSource } from './test-source';

/**
 * The fastest way to judge one rule by itself: generated code where that is allowed and wanted, else closures.
 * `undefined` for logic that may fail: of it the general closures are the only judge.
 */
export function judgeAlone(plan: Plan, columns: Columns, generate = true): Judge | undefined {
  if (!plan.complete) return undefined;
  if (generate && mayGenerate()) return testSource(plan.test, columns);
  return testClosure(orderTests(plan.test, guessedFrequency), columns, { yes: HELD, no: FAILED });
}
