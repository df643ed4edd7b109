/** The place of what no order is true of. */
export const NOWHERE = -1;

/** Where a text stands among ascending ones, those before `from` being less: an odd place is one of theirs, an even one lies between them. */
export function placeOfText(ends: ArrayLike<string>, value: string, from = 0): number {
  let low = from;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] as string) < value) low = middle + 1;
    else high = middle;
  }
  return ends[low] === value ? 2 * low + 1 : 2 * low;
}

/** So few ends are gone through one by one: that is sooner done than halving them. */
const FEW = 8;

/**
 * The same for a number among those from one index to before another, `NOWHERE` where it is none. No step branches: on which
 * side of an end it lies cannot be guessed, and a branch that was guessed wrongly costs more than a look at every end that is left.
 */
export function placeOfNumber(ends: Float64Array, from: number, to: number, value: number): number {
  if (value !== value) return NOWHERE;
  let below = from;
  let left = to - from;
  while (left > FEW) {
    const half = left >>> 1;
    below = (below + (half & -Number((ends[below + half - 1] as number) < value))) | 0;
    left -= half;
  }
  const end = below + left;
  for (let i = below; i < end; i++) below = (below + Number((ends[i] as number) < value)) | 0;
  // What lies behind the last belongs to others.
  return 2 * (below - from) + (below < to ? Number(ends[below] === value) : 0);
}
