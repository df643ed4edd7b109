import type { Effect } from '../../model/action-row';
import type { DataRecord } from '../../model/record';
import type { Steps } from '../../model/steps';
import { type Findings, type Judging, Network } from '../network/network';
import type { Plan } from '../network/plan';
import type { RuleBits } from '../network/rule-bits';
import { ReaderIndex } from './reader-index';
import type { Lineage, Step } from './step';

/** Fewer rules than this are judged one by one; from here on looking anchors up is cheaper. */
export const FEWEST_FOR_NETWORK = 40;

const PLANS_PER_STEP = 64;

/**
 * Some rules of a set, judged together. A segment never changes; sets made from one another share the segments they have
 * in common, and each knows by ranks of its own which of a segment's rules it still has, and where they stand.
 */
export class Segment {
  private madeReaders?: ReaderIndex;

  private constructor(
    readonly steps: readonly Step[],
    readonly network: Network | undefined,
  ) {}

  static *inSteps(steps: readonly Step[], lineage: Lineage): Steps<Segment> {
    if (steps.length < FEWEST_FOR_NETWORK) return new Segment(steps, undefined);
    const plans: Plan[] = [];
    for (let i = 0; i < steps.length; i++) {
      if (i % PLANS_PER_STEP === 0) yield;
      plans.push((steps[i] as Step).plan);
    }
    return new Segment(steps, yield* Network.inSteps(plans, lineage.columns, lineage.sample));
  }

  collect(judging: Judging, ranks: Int32Array, findings: Findings): void {
    if (this.network) return this.network.collect(judging, ranks, findings);
    for (const rank of ranks) if (rank >= 0) findings.unsure.add(rank);
  }

  /** Marks rules after `rank` that read what an effect wrote as unsure: they are judged again when their turn comes. */
  unsettle(effect: Effect, before: DataRecord, rank: number, ranks: Int32Array, unsure: RuleBits): void {
    this.madeReaders ??= new ReaderIndex([...this.steps.entries()].map(([i, { reads }]) => [i, reads] as const));
    for (const rules of this.madeReaders.readersOf(effect, before)) {
      for (const rule of rules) {
        const reader = ranks[rule] as number;
        if (reader > rank) unsure.add(reader);
      }
    }
  }
}
