import type { Steps } from '../../model/steps';
import type { Part } from './part';
import { Segment } from './segment';
import type { Lineage, Step } from './step';

/**
 * Parts being put together, step by step. Sets made from one another share the work: whichever of them finds it done takes
 * the segment that came of it in place of those it was made of.
 */
export class Merging {
  /** Of each rule, the segment it comes from and its place there. */
  private readonly origins: { readonly segment: Segment; readonly place: number }[] = [];
  private readonly segments: ReadonlySet<Segment>;
  private readonly work: Steps<Segment>;
  private done?: Segment;

  constructor(parts: readonly Part[], lineage: Lineage) {
    const steps: Step[] = [];
    for (const { segment, ranks } of parts) {
      ranks.forEach((rank, place) => {
        if (rank < 0) return;
        steps.push(segment.steps[place] as Step);
        this.origins.push({ segment, place });
      });
    }
    this.segments = new Set(parts.map(({ segment }) => segment));
    this.work = Segment.inSteps(steps, lineage);
  }

  get size(): number {
    return this.origins.length;
  }

  takes(segment: Segment): boolean {
    return this.segments.has(segment);
  }

  /** Goes on by so many steps; the list with one part in place of those, once it is done. */
  replacedIn(list: readonly Part[], steps: number): readonly Part[] | undefined {
    for (let i = 0; i < steps && !this.done; i++) {
      const step = this.work.next();
      if (step.done) this.done = step.value;
    }
    if (!this.done) return undefined;
    const ranksOf = new Map(list.map(({ segment, ranks }) => [segment, ranks]));
    const ranks = Int32Array.from(this.origins, ({ segment, place }) => ranksOf.get(segment)?.[place] ?? -1);
    const live = ranks.reduce((count, rank) => count + (rank < 0 ? 0 : 1), 0);
    const kept = list.filter(({ segment }) => !this.takes(segment));
    const at = list.findIndex(({ segment }) => this.takes(segment));
    return live === 0 ? kept : kept.toSpliced(at, 0, { segment: this.done, ranks, live });
  }
}
