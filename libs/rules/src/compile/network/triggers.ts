import { CIRCLE } from './circle';

/** Numbers each trigger takes: two looks of three (slot, low, span), where to go on, and whose it is. */
export const TRIGGER = 8;
export const LOOK = 3;
export const [NEXT, OWNER] = [6, 7];
/** Where to go on with a trigger that is not laid yet: both its looks hold, whatever is there. */
export const UNLAID = -3;

/**
 * What is checked of every rule that hangs at an anchor that was met, in one array so that what is checked together lies
 * together. A trigger has two looks, and both are taken whatever comes of the first: which way a branch between them goes is
 * as good as a coin's toss, and guessing it wrongly costs more than the look.
 */
export class Triggers {
  readonly packed: Int32Array;
  /** Where those lie whose looks held for the record that is judged. */
  readonly met: Int32Array;
  /** How many were checked for it. */
  checked = 0;

  /** Where the numbers of each anchor's triggers begin. */
  private readonly starts: Int32Array;

  /** `starts` says which trigger is the first of each anchor. */
  constructor(starts: Int32Array) {
    const count = starts[starts.length - 1] as number;
    this.starts = starts.map(start => TRIGGER * start);
    this.packed = new Int32Array(TRIGGER * count);
    // Looks that are not there hold always.
    for (let at = 0; at < this.packed.length; at += TRIGGER) this.packed[at + 2] = this.packed[at + 5] = CIRCLE;
    // A trigger is written there before it is known whether it counts.
    this.met = new Int32Array(count + 1);
  }

  /** The anchor of what hangs nowhere: the last. */
  get nowhere(): number {
    return this.starts.length - 2;
  }

  /** Says whose a trigger is that is laid when it is first met. */
  leave(trigger: number, owner: number): void {
    const at = TRIGGER * trigger;
    this.packed[at + NEXT] = UNLAID;
    this.packed[at + OWNER] = owner;
  }

  /** Whether both looks of the trigger that begins there hold. */
  isMet(at: number, slots: Int32Array): boolean {
    const { packed } = this;
    const look = (first: number): boolean =>
      (((slots[packed[first] as number] as number) - (packed[first + 1] as number)) & CIRCLE) <=
      (packed[first + 2] as number);
    return look(at) && look(at + LOOK);
  }

  /** Of the triggers of some anchors, writes those whose looks hold to `met`; gives how many they are. */
  check(anchors: Int32Array, count: number, slots: Int32Array): number {
    const { packed, met, starts } = this;
    // Read once: an imported name is looked up wherever it stands.
    const circle = CIRCLE;
    let found = 0;
    let checked = 0;
    for (let i = 0; i < count; i++) {
      const anchor = anchors[i] as number;
      const begin = starts[anchor] as number;
      const end = starts[anchor + 1] as number;
      checked += end - begin;
      for (let at = begin; at < end; at += 8) {
        const first = ((slots[packed[at] as number] as number) - (packed[at + 1] as number)) & circle;
        const second = ((slots[packed[at + 3] as number] as number) - (packed[at + 4] as number)) & circle;
        met[found] = at;
        // Neither is negative, or one is.
        found += ~(((packed[at + 2] as number) - first) | ((packed[at + 5] as number) - second)) >>> 31;
      }
    }
    this.checked = checked >>> 3;
    return found;
  }
}
