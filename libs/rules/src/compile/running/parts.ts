import { Segment } from './segment';
import type { Lineage, Step } from './step';

/** A segment as one rule set has it: where each of its rules stands in the running order, -1 where it left the set. */
export interface Part {
  readonly segment: Segment;
  readonly ranks: Int32Array;
  readonly live: number;
}

/** All rules, given in running order, as one part. */
export function partOf(steps: readonly Step[], lineage: Lineage): readonly Part[] {
  if (steps.length === 0) return [];
  return [{ segment: new Segment(steps, lineage), ranks: Int32Array.from(steps.keys()), live: steps.length }];
}

/** The parts after a rule came in at a rank. Small parts are put together, so that there are never many of them. */
export function withStep(parts: readonly Part[], step: Step, rank: number, lineage: Lineage): readonly Part[] {
  const moved = parts.map(part => ({ ...part, ranks: shifted(part.ranks, rank, 1) }));
  const added: Part = { segment: new Segment([step], lineage), ranks: Int32Array.of(rank), live: 1 };
  // Like counting in binary: a rule is put into a larger part once each time its part has doubled.
  const last: Part[] = [added];
  let size = 1;
  for (let before = moved.at(-1); before && before.live <= 2 * size; before = moved.at(-1)) {
    size += before.live;
    last.unshift(before);
    moved.pop();
  }
  return last.length === 1 ? [...moved, added] : [...moved, joined(last, lineage)];
}

/** The parts after the rule at a rank left. A part that is mostly gone is made anew without what left. */
export function withoutRank(parts: readonly Part[], rank: number, lineage: Lineage): readonly Part[] {
  return parts.flatMap(({ segment, ranks: old, live: before }) => {
    const place = old.indexOf(rank);
    const live = before - (place < 0 ? 0 : 1);
    const ranks = shifted(old, rank + 1, -1);
    if (place >= 0) ranks[place] = -1;
    if (live === 0) return [];
    const part = { segment, ranks, live };
    return live * 2 < ranks.length ? [joined([part], lineage)] : [part];
  });
}

function joined(parts: readonly Part[], lineage: Lineage): Part {
  const steps: Step[] = [];
  const ranks: number[] = [];
  for (const part of parts) {
    part.ranks.forEach((rank, i) => {
      if (rank < 0) return;
      steps.push(part.segment.steps[i] as Step);
      ranks.push(rank);
    });
  }
  return { segment: new Segment(steps, lineage), ranks: Int32Array.from(ranks), live: steps.length };
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
