import type { Clock } from '../../model/clock';
import type { Effect } from '../../model/action-row';
import type { DataRecord } from '../../model/record';
import { Run } from '../../model/run';
import { ODD, type Verdict } from '../alone/leaf-of';
import { isPlain } from '../network/columns';
import type { Findings } from '../network/network';
import { RuleBits } from '../network/rule-bits';
import type { Part } from './part';
import type { Lineage, Step } from './step';

/** Counts that say how well anchors serve, for measurements. */
export interface Counters {
  readonly records: number;
  readonly candidates: number;
}

/** Finds, of all rules of a set at once, those a record may meet. It keeps no memory of a record beyond the next. */
export class Matcher implements Findings {
  /** Rules whose condition the record meets, and rules their closure has to judge. */
  readonly sure: RuleBits;
  readonly unsure: RuleBits;
  private records = 0;
  private readonly networked: boolean;
  private plain = true;
  /** Whether every network knows as many records as it is to learn from. */
  private settled = false;
  private run: Run | undefined;

  constructor(
    private readonly parts: readonly Part[],
    size: number,
    private readonly lineage: Lineage,
  ) {
    this.sure = new RuleBits(size);
    this.unsure = new RuleBits(size);
    this.networked = parts.some(({ segment }) => segment.network);
  }

  get counters(): Counters {
    const candidates = this.parts.reduce((sum, { segment }) => sum + (segment.network?.candidates ?? 0), 0);
    return { records: this.records, candidates };
  }

  /** Fills `sure` and `unsure` for a record. */
  find(record: DataRecord, clock: Clock): void {
    const { columns } = this.lineage;
    this.records++;
    if (!this.networked) {
      this.plain = isPlain(record);
      return this.unsure.fill();
    }
    if (!this.settled) this.learn(record);
    this.unsure.clear();
    if (!columns.load(record)) return this.unsure.fill();
    this.sure.clear();
    const run = this.runFor(clock);
    // What the network judges has its bound: rules that could run out of a budget are left to their closures.
    run.steps = Infinity;
    run.output = Infinity;
    const judging = { columns, run, record };
    for (const { segment, ranks } of this.parts) segment.collect(judging, ranks, this);
  }

  /** What a rule of few comes to, at no cost to a budget; odd where only its closure can tell. It cannot fail. */
  judgeAlone(step: Step, record: DataRecord, run: Run): Verdict {
    return !this.networked && this.plain && step.judge ? step.judge(record, run) : ODD;
  }

  /** Marks rules behind `rank` that read what was written. */
  unsettle(effect: Effect, before: DataRecord, rank: number): void {
    for (const { segment, ranks } of this.parts) segment.unsettle(effect, before, rank, ranks, this.unsure);
  }

  /** The run, with a whole budget again: each rule has its own, and so has its closure after what was judged before. */
  runFor(clock: Clock): Run {
    const { budget } = this.lineage;
    if (this.run?.clock !== clock) this.run = new Run(clock, budget);
    this.run.steps = budget.steps;
    this.run.output = budget.output;
    this.run.at = '';
    return this.run;
  }

  private learn(record: DataRecord): void {
    const { sample } = this.lineage;
    if (!sample.isEnough) sample.add(record);
    // One step with each record, so that none has to wait for all of them.
    else this.settled = this.parts.every(({ segment }) => segment.network?.learn(sample) ?? true);
  }
}
