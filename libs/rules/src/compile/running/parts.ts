import { atOnce } from '../../model/steps';
import { Merging } from './merging';
import type { Part } from './part';
import { Segment } from './segment';
import type { Lineage, Step } from './step';

/** Parts of no more rules than this are put together at once; larger ones in steps, a few with each change. */
const SMALL = 64;
const STEPS_PER_CHANGE = 2;

/** Every rule of a set, by parts. Never changed: a change gives others, which share the segments. */
export class Parts {
  private constructor(
    readonly list: readonly Part[],
    private readonly lineage: Lineage,
    /** Parts that are being put together, while each of them still serves. */
    private readonly merging?: Merging,
  ) {}

  /** All rules, given in running order, as one part. */
  static of(steps: readonly Step[], lineage: Lineage): Parts {
    if (steps.length === 0) return new Parts([], lineage);
    const segment = atOnce(Segment.inSteps(steps, lineage));
    return new Parts([{ segment, ranks: Int32Array.from(steps.keys()), live: steps.length }], lineage);
  }

  /** The parts after a rule came in at a rank. */
  with(step: Step, rank: number): Parts {
    const { lineage } = this;
    const segment = atOnce(Segment.inSteps([step], lineage));
    const moved = this.list.map(part => ({ ...part, ranks: shifted(part.ranks, rank, 1) }));
    return this.settled([...moved, { segment, ranks: Int32Array.of(rank), live: 1 }]);
  }

  /** The parts after the rule at a rank left. */
  without(rank: number): Parts {
    const list = this.list.map(({ segment, ranks: old, live: before }) => {
      const place = old.indexOf(rank);
      const ranks = shifted(old, rank + 1, -1);
      if (place >= 0) ranks[place] = -1;
      return { segment, ranks, live: before - (place < 0 ? 0 : 1) };
    });
    return this.settled(list.filter(({ live }) => live > 0));
  }

  /** The same rules in as few parts as the work a single change may take allows. */
  private settled(parts: readonly Part[]): Parts {
    const { lineage } = this;
    let list = parts;
    let merging = this.merging;
    for (let due = dueIn(list, merging); due; due = dueIn(list, merging)) {
      const next = new Merging(due, lineage);
      if (next.size > SMALL) {
        if (merging) break;
        merging = next;
      } else list = next.replacedIn(list, Infinity) ?? list;
    }
    const merged = merging?.replacedIn(list, STEPS_PER_CHANGE);
    return merged ? new Parts(merged, lineage) : new Parts(list, lineage, merging);
  }
}

/** Parts that should be one: small ones at the end, or one that is mostly gone. None that are being put together. */
function dueIn(list: readonly Part[], merging: Merging | undefined): readonly Part[] | undefined {
  const free = list.filter(({ segment }) => !merging?.takes(segment));
  // Like counting in binary: a rule is put into a larger part once each time its part has doubled.
  let from = free.length - 1;
  for (let size = free.at(-1)?.live ?? 0; from > 0 && (free[from - 1] as Part).live <= 2 * size; from--) {
    size += (free[from - 1] as Part).live;
  }
  if (from < free.length - 1) return free.slice(from);
  const gone = free.find(({ live, ranks }) => live * 2 < ranks.length);
  return gone && [gone];
}

/** A copy of the ranks in which those from `from` on are moved. */
function shifted(ranks: Int32Array, from: number, by: number): Int32Array {
  const copy = new Int32Array(ranks.length);
  for (let i = 0; i < ranks.length; i++) {
    const rank = ranks[i] as number;
    copy[i] = rank >= from ? rank + by : rank;
  }
  return copy;
}
