import { lowestOf } from './places';

/** Numbers from one to another, both among them, with what is to be found there. */
export interface Interval {
  readonly item: number;
  readonly low: number;
  readonly high: number;
}

/** As many entries per interval may the list of every place take; beyond that intervals are found along a tree. */
const MOST_PER_INTERVAL = 64;

/**
 * Which intervals a number lies in, by stabbing. The ends cut all numbers into places, and every place has the list of its
 * intervals; where they overlap so much that those lists would blow up, a tree over the places, in which every interval
 * hangs at a logarithmic number of nodes.
 */
export class IntervalIndex {
  /** Where a new place begins, ascending. */
  private readonly cuts: Float64Array;
  private readonly starts: Int32Array;
  private readonly items: Int32Array;
  private readonly isTree: boolean;

  constructor(intervals: readonly Interval[]) {
    const above = (high: number): number => lowestOf({ value: high, open: true });
    const filled = intervals.filter(({ low, high }) => low <= high);
    const ends = new Set(filled.flatMap(({ low, high }) => [low, above(high)]));
    // Above the highest number there is nothing.
    ends.delete(Number.NaN);
    this.cuts = Float64Array.from(ends).sort();
    const size = this.cuts.length + 1;
    const runs = filled.map(({ item, low, high }) => ({ item, from: this.placeOf(low), to: this.placeOf(high) }));
    const covered = runs.reduce((sum, { from, to }) => sum + Math.max(0, to - from + 1), 0);
    this.isTree = covered > MOST_PER_INTERVAL * runs.length;
    const each = this.isTree ? eachNode : eachPlace;
    const nodes = this.isTree ? 2 * size : size;
    const starts = new Int32Array(nodes + 1);
    for (const { from, to } of runs) each(size, from, to, node => starts[node + 1]!++);
    for (let node = 0; node < nodes; node++) starts[node + 1]! += starts[node] as number;
    const items = new Int32Array(starts[nodes] as number);
    const next = starts.slice();
    for (const { item, from, to } of runs) each(size, from, to, node => (items[next[node]!++] = item));
    this.starts = starts;
    this.items = items;
  }

  /** Writes the items of every interval the number lies in to `into`, from `at` on; gives the place after the last. */
  stab(value: number, into: Int32Array, at: number): number {
    if (value !== value) return at;
    const { cuts, starts, items, isTree } = this;
    const place = this.placeOf(value);
    let next = at;
    let node = isTree ? place + cuts.length + 1 : place;
    do {
      const end = starts[node + 1] as number;
      for (let i = starts[node] as number; i < end; i++) into[next++] = items[i] as number;
      node >>= 1;
    } while (isTree && node >= 1);
    return next;
  }

  /** How many cuts are not above a number. */
  private placeOf(value: number): number {
    const { cuts } = this;
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cuts[middle] as number) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function eachPlace(_size: number, from: number, to: number, visit: (place: number) => void): void {
  for (let place = from; place <= to; place++) visit(place);
}

function eachNode(size: number, from: number, to: number, visit: (node: number) => void): void {
  let [low, high] = [from + size, to + size + 1];
  for (; low < high; low >>= 1, high >>= 1) {
    if (low & 1) visit(low++);
    if (high & 1) visit(--high);
  }
}
