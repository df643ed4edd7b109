import { isTruthy } from '../../model/coercion';
import type { Run } from '../../model/run';
import type { Evaluate } from '../evaluate';

/** Logic judged once per record, however many rules ask for it; `counted` changes from record to record. */
export function oncePerRecord(
  evaluate: Evaluate,
  counted: { readonly epoch: number },
): (record: unknown, run: Run) => boolean {
  let epoch = -1;
  let held = false;
  return (record, run) => {
    if (epoch !== counted.epoch) {
      epoch = counted.epoch;
      held = isTruthy(evaluate(record, run));
    }
    return held;
  };
}
