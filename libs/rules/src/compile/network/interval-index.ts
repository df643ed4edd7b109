/** A run of places, its first and its last, with what is to be found in it. */
export interface Interval {
  readonly item: number;
  readonly from: number;
  readonly to: number;
}

/** As many entries per run may the list of every place take; beyond that runs are found along a tree. */
const MOST_PER_INTERVAL = 64;

/**
 * Which runs a place lies in, by stabbing. Every place has the list of its runs; where runs overlap so much that those lists
 * would blow up, a tree over the places, in which every run hangs at a logarithmic number of nodes.
 */
export class IntervalIndex {
  private readonly starts: Int32Array;
  private readonly items: Int32Array;
  private readonly isTree: boolean;

  /** `size` is the number of places. */
  constructor(
    private readonly size: number,
    intervals: readonly Interval[],
  ) {
    const covered = intervals.reduce((sum, { from, to }) => sum + Math.max(0, to - from + 1), 0);
    this.isTree = covered > MOST_PER_INTERVAL * intervals.length;
    const each = this.isTree ? eachNode : eachPlace;
    const nodes = this.isTree ? 2 * size : size;
    const starts = new Int32Array(nodes + 1);
    for (const { from, to } of intervals) each(size, from, to, node => starts[node + 1]!++);
    for (let node = 0; node < nodes; node++) starts[node + 1]! += starts[node] as number;
    const items = new Int32Array(starts[nodes] as number);
    const filled = starts.slice();
    for (const { item, from, to } of intervals) each(size, from, to, node => (items[filled[node]!++] = item));
    this.starts = starts;
    this.items = items;
  }

  /** Writes the items of every run the place lies in to `into`, from `at` on; gives the place after the last. */
  stab(place: number, into: Int32Array, at: number): number {
    const { starts, items, isTree } = this;
    let next = at;
    let node = isTree ? place + this.size : place;
    do {
      const end = starts[node + 1] as number;
      for (let i = starts[node] as number; i < end; i++) into[next++] = items[i] as number;
      node >>= 1;
    } while (isTree && node >= 1);
    return next;
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
