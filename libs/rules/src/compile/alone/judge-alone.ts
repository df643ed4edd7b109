import type { Columns } from '../network/columns';
import type { Plan } from '../network/plan';
import { type Judge, testProgram } from './test-program';
import { mayGenerate } from './may-generate';
import { testSource } from './test-source';

/**
 * The fastest way to judge one rule by itself: generated code where that is allowed and wanted, else a program of looks at
 * its fields. `undefined` for logic that may fail: of it the general closures are the only judge.
 */
export function judgeAlone(plan: Plan, columns: Columns, generate = true): Judge | undefined {
  if (!plan.complete) return undefined;
  return generate && mayGenerate() ? testSource(plan.test, columns) : testProgram(plan.test, columns);
}
