import type { Run } from '../../model/run';
import type { Steps } from '../../model/steps';
import { Anchoring, type Rooted } from './anchoring';
import type { Columns } from './columns';
import type { Plan } from './plan';
import { isStamped, type Predicate, type Test } from './predicate';
import { PredicateIds } from './predicate-ids';
import type { RecordSample } from './record-sample';
import { HOLDS } from './residual-program';
import { BLOCK_SHIFT, type RuleBits } from './rule-bits';
import { SlotTable } from './slot-table';
import { StampIndex } from './stamp-index';
import { NEXT, OWNER } from './triggers';

const RULES_PER_STEP = 128;
const PREDICATES_PER_STEP = 512;

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

  readonly predicates: Predicate[] = [];
  readonly table: SlotTable;
  stampCount = 0;
  stampOf = new Int32Array(0);
  stamps!: StampIndex;
  private readonly ids = new PredicateIds();
  private fired = new Int32Array(1);
  /** Rules that read a column, by column: where its value is odd, their closures judge. */
  private readonly readers: number[][] = [];
  private anchoring!: Anchoring;
  /** Whether anchors were chosen by enough records, and the work of choosing them so. */
  private isLearned = false;
  private learning: Steps<Anchoring> | undefined;

  private constructor(
    readonly plans: readonly Plan[],
    readonly columns: Columns,
  ) {
    this.table = new SlotTable(columns, this.predicates);
  }

  /** Makes a network; its anchors are chosen by the sample, or by guess as long as that is not enough. */
  static *inSteps(plans: readonly Plan[], columns: Columns, sample: RecordSample): Steps<Network> {
    const made = new Network(plans, columns);
    const { predicates, table } = made;
    // What is done to each is a function of its own: this one runs once, and would never be compiled.
    for (let rule = 0; rule < plans.length; rule++) {
      if (rule % RULES_PER_STEP === 0) yield;
      made.name(rule);
    }
    for (let id = 0; id < predicates.length; id++) {
      if (id % PREDICATES_PER_STEP === 0) yield;
      table.survey(predicates[id] as Predicate);
    }
    table.lay();
    made.stampOf = new Int32Array(predicates.length).fill(-1);
    const stamped: [number, Predicate][] = [];
    for (let id = 0; id < predicates.length; id++) {
      if (id % PREDICATES_PER_STEP === 0) yield;
      made.settle(id, stamped);
    }
    made.stampCount = stamped.length;
    made.stamps = yield* StampIndex.inSteps(stamped);
    made.fired = new Int32Array(predicates.length + 1);
    made.isLearned = sample.isEnough;
    made.anchoring = yield* Anchoring.inSteps(made, sample);
    return made;
  }

  /** Gives a rule's predicates their numbers. */
  private name(rule: number): void {
    const { test, columns } = this.plans[rule] as Plan;
    this.nameAll(test);
    for (let i = 0; i < columns.length; i++) (this.readers[columns[i] as number] ??= []).push(rule);
  }

  private nameAll(test: Test): void {
    if (test.kind === 'leaf') this.idOf(test.predicate);
    else if (test.kind !== 'constant') for (let i = 0; i < test.tests.length; i++) this.nameAll(test.tests[i] as Test);
  }

  /** Finds a predicate's place in the table, and among the stamped ones where it is one of them. */
  private settle(id: number, stamped: [number, Predicate][]): void {
    const predicate = this.predicates[id] as Predicate;
    if (isStamped(predicate)) this.stampOf[id] = stamped.push([stamped.length, predicate]) - 1;
    this.table.settle(id, this.stampOf[id] as number);
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

  stamp(): number {
    return this.stamps.fire(this.columns, this.table.stamps, this.fired);
  }

  unstamp(count: number, each?: (stamp: number) => void): void {
    const { fired, table } = this;
    for (let i = 0; i < count; i++) {
      table.stamps[fired[i] as number] = 0;
      each?.(fired[i] as number);
    }
  }

  /** Finds the rules a loaded record meets. `ranks` gives each rule's bit, negative for rules that left the set. */
  collect({ columns, record, run }: Judging, ranks: Int32Array, { sure, unsure }: Findings): void {
    const { table, fired, anchoring } = this;
    table.fill();
    for (const column of columns.odd) {
      for (const rule of this.readers[column] ?? []) {
        const rank = ranks[rule] as number;
        if (rank >= 0) unsure.add(rank);
      }
    }
    const stamped = anchoring.stamps.fire(columns, table.stamps, fired);
    const count = anchoring.values.fire(columns, fired, stamped);
    const { triggers, programs } = anchoring;
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
      if (next !== HOLDS && !programs.holds(next, record, run)) continue;
      const owner = packed[at + OWNER] as number;
      const rank = ranks[owner >>> 1] as number;
      if (rank < 0) continue;
      if ((owner & 1) === 1) {
        words[rank >>> 5]! |= 1 << (rank & 31);
        if (isSparse) blocks[rank >>> blockShift] = 1;
      } else unsure.add(rank);
    }
    this.candidates += triggers.checked;
    this.unstamp(stamped);
  }

  readonly idOf = (predicate: Predicate): number => {
    // Looked up once; after that the predicate itself remembers, until another network asks.
    if (predicate.known.by === this) return predicate.known.id;
    const id = this.ids.of(predicate);
    if (id === this.predicates.length) this.predicates.push(predicate);
    predicate.known.by = this;
    predicate.known.id = id;
    return id;
  };
}
