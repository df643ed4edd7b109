import type { End } from '../network/predicate';

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
