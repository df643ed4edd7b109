import type { End } from './predicate';

/** A range of values with what is to be found in it; an end left out is without end. */
export interface Interval {
  readonly item: number;
  readonly low?: End;
  readonly high?: End;
}

/**
 * Which ranges a value lies in, by stabbing: a tree over the ends in their order, in which every range hangs at a
 * logarithmic number of places, so that it never blows up, however much ranges overlap. Numbers and texts alike.
 */
export class IntervalIndex<T extends number | string> {
  private readonly ends: readonly T[];
  private readonly size: number;
  private readonly starts: Int32Array;
  private readonly items: Int32Array;

  constructor(intervals: readonly Interval[]) {
    const values = intervals.flatMap(({ low, high }) => [low, high].flatMap(end => (end ? [end.value as T] : [])));
    this.ends = [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    // A place for each end and one for each gap around them: a range is a run of places.
    this.size = 2 * this.ends.length + 1;
    const hung: number[][] = Array.from({ length: 2 * this.size }, () => []);
    for (const { item, low, high } of intervals) {
      const from = low ? this.placeOf(low.value as T) + (low.open ? 1 : 0) : 0;
      const to = high ? this.placeOf(high.value as T) - (high.open ? 1 : 0) : this.size - 1;
      hang(hung, this.size, from, to, item);
    }
    this.starts = Int32Array.from({ length: hung.length + 1 }, () => 0);
    hung.forEach((list, i) => (this.starts[i + 1] = (this.starts[i] as number) + list.length));
    this.items = Int32Array.from(hung.flat());
  }

  /** Writes the items of every range the value lies in to `into`, from `at` on; gives the place after the last. */
  stab(value: T, into: Int32Array, at: number): number {
    const { starts, items } = this;
    let next = at;
    for (let node = this.placeOf(value) + this.size; node >= 1; node >>= 1) {
      const end = starts[node + 1] as number;
      for (let i = starts[node] as number; i < end; i++) into[next++] = items[i] as number;
    }
    return next;
  }

  private placeOf(value: T): number {
    const { ends } = this;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] as T) < value) low = middle + 1;
      else high = middle;
    }
    return ends[low] === value ? 2 * low + 1 : 2 * low;
  }
}

function hang(hung: number[][], size: number, from: number, to: number, item: number): void {
  let [low, high] = [from + size, to + size + 1];
  for (; low < high; low >>= 1, high >>= 1) {
    if (low & 1) hung[low++]?.push(item);
    if (high & 1) hung[--high]?.push(item);
  }
}
