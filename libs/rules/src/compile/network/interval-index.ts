/** Numbers from one to another, both among them, with what is to be found there. */
export interface Interval {
  readonly item: number;
  readonly low: number;
  readonly high: number;
}

/** As many entries per interval may the lists of all cells take; beyond that intervals are found along a tree. */
const MOST_PER_INTERVAL = 64;

/**
 * Which intervals a slot's number lies in, by stabbing. The ends cut the numbers into cells, and every cell has the list of its
 * intervals; where they overlap so much that those lists would blow up, a tree over the cells, in which every interval
 * hangs at a logarithmic number of nodes.
 */
export class IntervalIndex {
  /** Of each number up to the highest one in any interval, the cell it lies in. */
  private readonly cellOf: Int32Array;
  private readonly cells: number;
  private readonly starts: Int32Array;
  private readonly items: Int32Array;
  private readonly isTree: boolean;

  constructor(intervals: readonly Interval[]) {
    let highest = -1;
    for (const { high } of intervals) highest = Math.max(highest, high);
    this.cellOf = cellsOf(intervals, highest + 1);
    this.cells = highest < 0 ? 0 : (this.cellOf[highest] as number) + 1;
    const { cells, cellOf } = this;
    let covered = 0;
    for (const { low, high } of intervals) {
      if (low <= high) covered += (cellOf[high] as number) - (cellOf[low] as number) + 1;
    }
    this.isTree = covered > MOST_PER_INTERVAL * intervals.length;
    const each = this.isTree ? eachNode : eachCell;
    const nodes = this.isTree ? 2 * cells : cells;
    const starts = new Int32Array(nodes + 1);
    const visit = ({ low, high }: Interval, at: (node: number) => void): void => {
      if (low <= high) each(cells, cellOf[low] as number, cellOf[high] as number, at);
    };
    for (const interval of intervals) visit(interval, node => starts[node + 1]!++);
    for (let node = 0; node < nodes; node++) starts[node + 1]! += starts[node] as number;
    const items = new Int32Array(starts[nodes] as number);
    const next = starts.slice();
    for (const interval of intervals) visit(interval, node => (items[next[node]!++] = interval.item));
    this.starts = starts;
    this.items = items;
  }

  /** Writes the items of every interval the number lies in to `into`, from `at` on; gives the place after the last. */
  stab(value: number, into: Int32Array, at: number): number {
    const { cellOf, cells, starts, items, isTree } = this;
    if (value < 0 || value >= cellOf.length) return at;
    let next = at;
    let node = cellOf[value] as number;
    if (isTree) node += cells;
    do {
      const end = starts[node + 1] as number;
      for (let i = starts[node] as number; i < end; i++) into[next++] = items[i] as number;
      node >>= 1;
    } while (isTree && node >= 1);
    return next;
  }
}

/** Numbers that lie in the same intervals share a cell. */
function cellsOf(intervals: readonly Interval[], size: number): Int32Array {
  const cells = new Int32Array(size + 1);
  for (const { low, high } of intervals) {
    if (low > high) continue;
    cells[low] = 1;
    cells[high + 1] = 1;
  }
  let cell = 0;
  cells[0] = 0;
  for (let number = 1; number < size; number++) cells[number] = cell += cells[number] as number;
  return cells.subarray(0, size);
}

function eachCell(_cells: number, from: number, to: number, visit: (cell: number) => void): void {
  for (let cell = from; cell <= to; cell++) visit(cell);
}

function eachNode(cells: number, from: number, to: number, visit: (node: number) => void): void {
  let [low, high] = [from + cells, to + cells + 1];
  for (; low < high; low >>= 1, high >>= 1) {
    if (low & 1) visit(low++);
    if (high & 1) visit(--high);
  }
}
