import type { Segment } from './segment';

/** A segment as one rule set has it: where each of its rules stands in the running order, -1 where it left the set. */
export interface Part {
  readonly segment: Segment;
  readonly ranks: Int32Array;
  readonly live: number;
}
