import type { Run } from '../../model/run';
import type { Steps } from '../../model/steps';
import { Anchoring, type Rooted } from './anchoring';
import type { Columns } from './columns';
import { columnsOf, type Plan } from './plan';
import type { Test } from './predicate';
import type { RecordSample } from './record-sample';
import { HOLDS } from './residual-program';
import { BLOCK_SHIFT, type RuleBits } from './rule-bits';
import { SlotTable } from './slot-table';
import { StampIndex } from './stamp-index';
import { NEXT, OWNER } from './triggers';

const RULES_PER_STEP = 128;

/** Where a network puts what it found: rules that match, and rules only their closure can tell. */
export interface Findings {
  readonly sure: RuleBits;
  readonly unsure: RuleBits;
}

/** What is judged: a record that its columns have loaded, and the run it is judged in. */
export interface Judging {
  readonly columns: Columns;
  readonly run: Run;
  readonly record: unknown;
}

/**
 * Many rules judged at once. Each rule hangs at its anchor: the predicate of it that fewest records meet. A record finds
 * the anchors it meets by lookup, and only the rules hanging there are checked: the work follows the number of rules that
 * nearly match, not the number there are.
 */
export class Network implements Rooted {
  /** Rules checked so far: what anchoring is good for is seen by comparing with how many matched. */
  candidates = 0;

  readonly table: SlotTable;
  stamps!: StampIndex;
  private madeReaders?: readonly (readonly number[])[];
  private anchoring!: Anchoring;
  /** Whether anchors were chosen by enough records, and the work of choosing them so. */
  private isLearned = false;
  private learning: Steps<Anchoring> | undefined;

  private constructor(
    readonly plans: readonly Plan[],
    readonly columns: Columns,
  ) {
    this.table = new SlotTable(columns);
  }

  /** Makes a network; its anchors are chosen by the sample, or by guess as long as that is not enough. */
  static *inSteps(plans: readonly Plan[], columns: Columns, sample: RecordSample): Steps<Network> {
    const made = new Network(plans, columns);
    // What is done to each is a function of its own: this one runs once, and would never be compiled.
    for (let rule = 0; rule < plans.length; rule++) {
      if (rule % RULES_PER_STEP === 0) yield;
      made.survey((plans[rule] as Plan).test);
    }
    made.table.lay();
    made.stamps = yield* StampIndex.inSteps(made.table.stampOf);
    made.isLearned = sample.isEnough;
    made.anchoring = yield* Anchoring.inSteps(made, sample);
    return made;
  }

  /** Tells the table what is asked, once of all that ask the same. */
  private survey(test: Test): void {
    if (test.kind === 'leaf') {
      const { predicate } = test;
      if (predicate.seenBy === this) return;
      predicate.seenBy = this;
      this.table.survey(predicate);
    } else if (test.kind !== 'constant') for (let i = 0; i < test.tests.length; i++) this.survey(test.tests[i] as Test);
  }

  /** Rules that read a column, by column: where its value is odd, their closures judge. */
  private get readers(): readonly (readonly number[])[] {
    if (this.madeReaders) return this.madeReaders;
    const readers: number[][] = [];
    for (const [rule, { test }] of this.plans.entries()) {
      for (const column of columnsOf(test)) (readers[column] ??= []).push(rule);
    }
    return (this.madeReaders = readers);
  }

  /** Chooses anchors by the records seen, one step with each call: true once that is done. What matches is not concerned. */
  learn(sample: RecordSample): boolean {
    if (this.isLearned) return true;
    this.learning ??= Anchoring.inSteps(this, sample);
    const step = this.learning.next();
    if (!step.done) return false;
    this.anchoring = step.value;
    this.isLearned = true;
    this.learning = undefined;
    return true;
  }

  /** Finds the rules a loaded record meets. `ranks` gives each rule's bit, negative for rules that left the set. */
  collect({ columns, record, run }: Judging, ranks: Int32Array, { sure, unsure }: Findings): void {
    const { table, anchoring } = this;
    table.fill();
    for (const column of columns.odd) {
      for (const rule of this.readers[column] ?? []) {
        const rank = ranks[rule] as number;
        if (rank >= 0) unsure.add(rank);
      }
    }
    const { triggers, fired } = anchoring;
    const stamped = anchoring.stamps.fire(columns, table.stamps, fired);
    const count = anchoring.values.fire(columns, fired, stamped);
    const { packed, met } = triggers;
    const { words, blocks } = sure;
    const blockShift = BLOCK_SHIFT;
    // What hangs nowhere is checked for every record.
    fired[count] = triggers.nowhere;
    const held = triggers.check(fired, count + 1, table.slots);
    // Where about every block has its rules, marking each again and again costs more than it saves.
    const isSparse = held < blocks.length;
    if (!isSparse) sure.markAll();
    for (let i = 0; i < held; i++) {
      const at = met[i] as number;
      const next = packed[at + NEXT] as number;
      if (next !== HOLDS && !anchoring.holdsFrom(at, record, run)) continue;
      const owner = packed[at + OWNER] as number;
      const rank = ranks[owner >>> 1] as number;
      if (rank < 0) continue;
      if ((owner & 1) === 1) {
        words[rank >>> 5]! |= 1 << (rank & 31);
        if (isSparse) blocks[rank >>> blockShift] = 1;
      } else unsure.add(rank);
    }
    this.candidates += triggers.checked;
    for (let i = 0; i < stamped; i++) table.stamps[fired[i] as number] = 0;
  }
}
