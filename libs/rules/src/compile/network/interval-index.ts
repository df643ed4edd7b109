import type { Steps } from '../../model/steps';

/** Numbers of a slot from one to another, both among them, with what is to be found there. */
export interface Interval {
  readonly item: number;
  readonly low: number;
  readonly high: number;
}

/** As many entries per interval may the lists of all cells take; beyond that intervals are found along a tree. */
const MOST_PER_INTERVAL = 64;

/** The intervals of one slot. Their ends cut its numbers into cells. */
interface Slot {
  readonly slot: number;
  /** Of each number up to the highest one in any interval, the node of its cell. */
  readonly nodeOf: Int32Array;
  /** Where the items of each node begin. */
  readonly starts: Int32Array;
  readonly items: Int32Array;
  readonly isTree: boolean;
}

/**
 * Which intervals the numbers of a record's slots lie in, by stabbing. Every cell has the list of its intervals; where they
 * overlap so much that those lists would blow up, there is a tree over the cells, in which every interval hangs at a
 * logarithmic number of nodes. All slots lie in the same few arrays, and are gone through from one end to the other.
 */
export class IntervalIndex {
  /** Of each slot four: which it is, where its part of `nodeOf` begins and ends, and its tree's node zero; -1 where it has none. */
  private readonly packed: Int32Array;
  private readonly nodeOf: Int32Array;
  private readonly starts: Int32Array;
  private readonly items: Int32Array;

  private constructor(slots: readonly Slot[]) {
    const sum = (sizeOf: (slot: Slot) => number): number => slots.reduce((total, slot) => total + sizeOf(slot), 0);
    this.packed = new Int32Array(4 * slots.length);
    this.nodeOf = new Int32Array(sum(({ nodeOf }) => nodeOf.length));
    this.starts = new Int32Array(sum(({ starts }) => starts.length - 1) + 1);
    this.items = new Int32Array(sum(({ items }) => items.length));
    let [number, node, item] = [0, 0, 0];
    for (const [i, { slot, nodeOf, starts, items, isTree }] of slots.entries()) {
      this.packed.set([slot, number, number + nodeOf.length, isTree ? node : -1], 4 * i);
      for (let k = 0; k < nodeOf.length; k++) this.nodeOf[number + k] = node + (nodeOf[k] as number);
      for (let k = 0; k < starts.length; k++) this.starts[node + k] = item + (starts[k] as number);
      this.items.set(items, item);
      number += nodeOf.length;
      node += starts.length - 1;
      item += items.length;
    }
  }

  static *inSteps(intervals: ReadonlyMap<number, readonly Interval[]>): Steps<IntervalIndex> {
    const slots: Slot[] = [];
    for (const [slot, list] of intervals) {
      yield;
      slots.push(slotOf(slot, list));
    }
    return new IntervalIndex(slots);
  }

  /** Writes the items of every interval a slot's number lies in to `into`, from `at` on; gives the place after the last. */
  stab(slots: Int32Array, into: Int32Array, at: number): number {
    const { packed, nodeOf, starts, items } = this;
    let next = at;
    for (let i = 0; i < packed.length; i += 4) {
      const value = slots[packed[i] as number] as number;
      const number = (packed[i + 1] as number) + value;
      if (value < 0 || number >= (packed[i + 2] as number)) continue;
      const zero = packed[i + 3] as number;
      let node = nodeOf[number] as number;
      do {
        const end = starts[node + 1] as number;
        for (let k = starts[node] as number; k < end; k++) into[next++] = items[k] as number;
        node = zero < 0 ? zero : zero + ((node - zero) >> 1);
      } while (node > zero);
    }
    return next;
  }
}

function slotOf(slot: number, intervals: readonly Interval[]): Slot {
  const cellOf = cellsOf(intervals);
  const cells = cellOf.length === 0 ? 0 : (cellOf[cellOf.length - 1] as number) + 1;
  const filled = intervals.filter(({ low, high }) => low <= high);
  let covered = 0;
  for (const { low, high } of filled) covered += (cellOf[high] as number) - (cellOf[low] as number) + 1;
  const isTree = covered > MOST_PER_INTERVAL * filled.length;
  const each = isTree ? eachNode : eachCell;
  const nodes = isTree ? 2 * cells : cells;
  const starts = new Int32Array(nodes + 1);
  const visit = ({ low, high }: Interval, at: (node: number) => void): void =>
    each(cells, cellOf[low] as number, cellOf[high] as number, at);
  for (const interval of filled) visit(interval, node => starts[node + 1]!++);
  for (let node = 0; node < nodes; node++) starts[node + 1]! += starts[node] as number;
  const items = new Int32Array(starts[nodes] as number);
  const next = starts.slice();
  for (const interval of filled) visit(interval, node => (items[next[node]!++] = interval.item));
  return { slot, nodeOf: isTree ? cellOf.map(cell => cell + cells) : cellOf, starts, items, isTree };
}

/** Of each number up to the highest one in any interval its cell: numbers that lie in the same intervals share one. */
function cellsOf(intervals: readonly Interval[]): Int32Array {
  let size = 0;
  for (const { high } of intervals) size = Math.max(size, high + 1);
  const cells = new Int32Array(size + 1);
  for (const { low, high } of intervals) {
    if (low > high) continue;
    cells[low] = 1;
    cells[high + 1] = 1;
  }
  cells[0] = 0;
  for (let number = 1; number < size; number++) cells[number]! += cells[number - 1] as number;
  return cells.slice(0, size);
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
