/** A run of places, its first and its last, with what is to be found in it. */
export interface Interval {
  readonly item: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Which runs a place lies in, by stabbing: a tree over the places, in which every run hangs at a logarithmic number of
 * nodes, so that it never blows up, however much runs overlap.
 */
export class IntervalIndex {
  private readonly starts: Int32Array;
  private readonly items: Int32Array;

  /** `size` is the number of places. */
  constructor(
    private readonly size: number,
    intervals: readonly Interval[],
  ) {
    const starts = new Int32Array(2 * size + 1);
    for (const { from, to } of intervals) eachNode(size, from, to, node => starts[node + 1]!++);
    for (let node = 0; node < 2 * size; node++) starts[node + 1]! += starts[node] as number;
    const items = new Int32Array(starts[2 * size] as number);
    const filled = starts.slice();
    for (const { item, from, to } of intervals) eachNode(size, from, to, node => (items[filled[node]!++] = item));
    this.starts = starts;
    this.items = items;
  }

  /** Writes the items of every run the place lies in to `into`, from `at` on; gives the place after the last. */
  stab(place: number, into: Int32Array, at: number): number {
    const { starts, items } = this;
    let next = at;
    for (let node = place + this.size; node >= 1; node >>= 1) {
      const end = starts[node + 1] as number;
      for (let i = starts[node] as number; i < end; i++) into[next++] = items[i] as number;
    }
    return next;
  }
}

function eachNode(size: number, from: number, to: number, visit: (node: number) => void): void {
  let [low, high] = [from + size, to + size + 1];
  for (; low < high; low >>= 1, high >>= 1) {
    if (low & 1) visit(low++);
    if (high & 1) visit(--high);
  }
}
