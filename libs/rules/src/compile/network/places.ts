import { isTruthy } from '../../model/coercion';
import type { Run } from '../../model/run';
import type { Evaluate } from '../evaluate';
import type { End } from './predicate';

/** Where a text stands among ascending ones: an odd place is one of theirs, an even one lies between them. */
export function placeOfText(ends: ArrayLike<string>, value: string): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] as string) < value) low = middle + 1;
    else high = middle;
  }
  return ends[low] === value ? 2 * low + 1 : 2 * low;
}

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** The lowest number a lower end takes in; NaN where it takes in none. */
export function lowestOf({ value, open }: End): number {
  const number = value as number;
  if (!open) return number;
  if (number === Infinity) return Number.NaN;
  if (number === 0) return Number.MIN_VALUE;
  double[0] = number;
  bits[0] = (bits[0] as bigint) + (number > 0 ? 1n : -1n);
  return double[0];
}

/** The highest number an upper end takes in; NaN where it takes in none. */
export function highestOf({ value, open }: End): number {
  return -lowestOf({ value: -(value as number), open });
}

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
