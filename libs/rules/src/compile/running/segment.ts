import type { Effect } from '../../model/action-row';
import type { DataRecord } from '../../model/record';
import { type Findings, type Judging, Network } from '../network/network';
import { ReaderIndex } from './reader-index';
import type { Lineage, Step } from './step';

/** Fewer rules than this are judged one by one; from here on looking anchors up is cheaper. */
export const FEWEST_FOR_NETWORK = 40;

/**
 * Some rules of a set, judged together. A segment never changes; sets made from one another share the segments they have
 * in common, and each knows by ranks of its own which of a segment's rules it still has, and where they stand.
 */
export class Segment {
  readonly network: Network | undefined;
  private madeReaders?: ReaderIndex;

  constructor(
    readonly steps: readonly Step[],
    lineage: Lineage,
  ) {
    if (steps.length >= FEWEST_FOR_NETWORK) {
      this.network = new Network(
        steps.map(({ plan }) => plan),
        lineage.columns,
        lineage.sample,
      );
    }
  }

  collect(judging: Judging, ranks: Int32Array, findings: Findings): void {
    if (this.network) return this.network.collect(judging, ranks, findings);
    for (const rank of ranks) if (rank >= 0) findings.unsure[rank >>> 5]! |= 1 << (rank & 31);
  }

  /** Marks rules after `rank` that read what an effect wrote as unsure: they are judged again when their turn comes. */
  unsettle(effect: Effect, before: DataRecord, rank: number, ranks: Int32Array, unsure: Int32Array): void {
    this.madeReaders ??= new ReaderIndex([...this.steps.entries()].map(([i, { reads }]) => [i, reads] as const));
    for (const rules of this.madeReaders.readersOf(effect, before)) {
      for (const rule of rules) {
        const reader = ranks[rule] as number;
        if (reader > rank) unsure[reader >>> 5]! |= 1 << (reader & 31);
      }
    }
  }
}
