import { isTruthy } from '../model/coercion';
import type { Problem } from '../model/problem';
import type { DataRecord } from '../model/record';
import { DEFAULT_BUDGET, Run } from '../model/run';
import type { ValidRule } from '../model/rule';
import { compileLogic } from '../compile/compile-logic';
import { registerOperators } from '../json-logic/register-operators';
import type { Judged } from './preview';
import type { Steps } from '../model/steps';

/** Records compared at most. */
const MAX_COMPARED = 500;
/** Steps our own engine may take over all of them, and for one: the reference has no budget, so this is what bounds it. */
const MAX_STEPS = 200_000;
const MAX_STEPS_EACH = 300;

/** Whether another JSON-Logic engine judges the sample as we do; any difference is told. */
export function* portability(
  rule: ValidRule,
  sample: readonly DataRecord[],
  options: Judged,
): Steps<readonly Problem[]> {
  const { reference, clock, judged } = options;
  const { lists } = options.recordType;
  if (!reference) return [];
  registerOperators(
    reference,
    () => clock,
    () => lists,
  );
  const evaluate = compileLogic(rule.condition, '/condition', { has: () => false, ...(lists && { lists }) });
  let steps = MAX_STEPS;
  let differing = 0;
  let compared = 0;
  for (const [i, record] of sample.slice(0, MAX_COMPARED).entries()) {
    const budget = Math.min(steps, MAX_STEPS_EACH);
    const run = new Run(clock, { ...DEFAULT_BUDGET, steps: budget });
    try {
      evaluate(record, run);
    } catch {
      // What is too much for us would be unbounded there.
      continue;
    }
    steps -= budget - run.steps;
    compared++;
    if (judgeElsewhere(() => reference.apply(rule.condition, record)) !== judged[i]) differing++;
    yield;
  }
  if (differing === 0) return [];
  const message = `Other JSON-Logic engines judge ${differing} of ${compared} records differently.`;
  return [{ severity: 'warning', code: 'not-portable', at: '/condition', message }];
}

function judgeElsewhere(judge: () => unknown): boolean | undefined {
  try {
    return isTruthy(judge());
  } catch {
    return undefined;
  }
}
