import { anchoringOf } from './anchors';
import type { Columns } from './columns';
import { ColumnSample, guessedFrequency } from './frequencies';
import type { Plan } from './plan';
import { isStamped, type Predicate, predicatesOf, type Test } from './predicate';
import { HOLDS, type Judging, ResidualPrograms } from './residual-program';
import { StampIndex } from './stamp-index';
import { ValueIndex } from './value-index';

/** Where a network puts what it found, a bit per rule by rank: rules that match, and rules only their closure can tell. */
export interface Findings {
  readonly sure: Int32Array;
  readonly unsure: Int32Array;
}

/** A rule, by its number in the network, and the program that judges it once its anchor was found. */
interface Trigger {
  readonly rule: number;
  readonly start: number;
}

/**
 * Many rules judged at once. Each rule hangs at its anchor: the predicate of it that fewest records meet. A record finds
 * the anchors it meets by lookup, and only the rules hanging there are checked: the work follows the number of rules that
 * nearly match, not the number there are.
 */
export class Network {
  /** Rules checked so far: what anchoring is good for is seen by comparing with how many matched. */
  candidates = 0;

  private readonly ids = new Map<string, number>();
  private readonly predicates: Predicate[] = [];
  private readonly stampIndex: StampIndex;
  private readonly stamps: Int32Array;
  private readonly fired: Int32Array;
  private readonly complete: Uint8Array;
  /** Rules that read a column, by column: where its value is odd, their closures judge. */
  private readonly readers: number[][] = [];
  private epoch = 0;

  private valueIndex!: ValueIndex;
  private programs!: ResidualPrograms;
  private triggerStarts!: Int32Array;
  private triggerRules!: Int32Array;
  private triggerPrograms!: Int32Array;
  private always!: readonly Trigger[];

  constructor(
    private readonly plans: readonly Plan[],
    private readonly columns: Columns,
    sample: readonly object[],
  ) {
    for (const [rule, plan] of plans.entries()) {
      for (const predicate of predicatesOf(plan.test)) this.idOf(predicate);
      for (const column of plan.columns) (this.readers[column] ??= []).push(rule);
    }
    this.stamps = new Int32Array(this.predicates.length);
    this.fired = new Int32Array(this.predicates.length + 1);
    this.stampIndex = new StampIndex([...this.predicates.entries()].filter(([, predicate]) => isStamped(predicate)));
    this.complete = Uint8Array.from(plans, ({ complete }) => (complete ? 1 : 0));
    this.anchor(sample);
  }

  /** Chooses anchors by what these records are like, or by guess where there are none. What matches is not concerned. */
  anchor(sample: readonly object[]): void {
    const stamped = new Float64Array(this.predicates.length);
    const seen = new ColumnSample(this.columns, sample, () => {
      const count = this.stampIndex.fire(this.columns, this.stamps, ++this.epoch, this.fired);
      for (let i = 0; i < count; i++) stamped[this.fired[i] as number]! += 1;
    });
    const shares = this.predicates.map((predicate, id) => {
      if (seen.size > 0 && isStamped(predicate)) return ((stamped[id] as number) + 0.1) / seen.size;
      return seen.shareOf(predicate) ?? guessedFrequency(predicate);
    });
    const shareOf = (predicate: Predicate): number => shares[this.idOf(predicate)] as number;
    this.programs = new ResidualPrograms(this.idOf, shareOf);
    this.hang(shareOf);
    this.programs.finish();
  }

  /** Finds the rules a loaded record meets. `ranks` gives each rule's bit, negative for rules that left the set. */
  collect(judging: Omit<Judging, 'stamps' | 'epoch'>, ranks: Int32Array, { sure, unsure }: Findings): void {
    const { columns, stamps, fired, complete, triggerStarts, triggerRules, triggerPrograms } = this;
    const epoch = ++this.epoch;
    const state: Judging = { ...judging, stamps, epoch };
    const stamped = this.stampIndex.fire(columns, stamps, epoch, fired);
    const count = this.valueIndex.fire(columns, fired, stamped);
    for (const column of columns.odd) for (const rule of this.readers[column] ?? []) set(unsure, ranks[rule] as number);
    let checked = 0;
    for (let i = 0; i < count; i++) {
      const id = fired[i] as number;
      const end = triggerStarts[id + 1] as number;
      for (let t = triggerStarts[id] as number; t < end; t++) {
        const rule = triggerRules[t] as number;
        const rank = ranks[rule] as number;
        if (rank < 0 || isSet(sure, rank) || isSet(unsure, rank)) continue;
        checked++;
        const start = triggerPrograms[t] as number;
        if (start !== HOLDS && !this.programs.holds(start, state)) continue;
        set(complete[rule] === 1 ? sure : unsure, rank);
      }
    }
    for (const { rule, start } of this.always) {
      const rank = ranks[rule] as number;
      if (rank < 0 || isSet(sure, rank) || isSet(unsure, rank)) continue;
      checked++;
      if (start === HOLDS || this.programs.holds(start, state)) {
        set(complete[rule] === 1 ? sure : unsure, rank);
      }
    }
    this.candidates += checked;
  }

  private readonly idOf = (predicate: Predicate): number => {
    // Looked up by its key once; after that the predicate itself remembers, until another network asks.
    if (predicate.known.by === this) return predicate.known.id;
    let id = this.ids.get(predicate.key);
    if (id === undefined) {
      this.ids.set(predicate.key, (id = this.predicates.length));
      this.predicates.push(predicate);
    }
    predicate.known.by = this;
    predicate.known.id = id;
    return id;
  };

  private hang(shareOf: (predicate: Predicate) => number): void {
    const hung: Trigger[][] = [];
    const always: Trigger[] = [];
    for (const [rule, { test }] of this.plans.entries()) {
      // The arms of an `or` hang each for itself: those without an anchor are checked always, the others are not.
      for (const arm of test.kind === 'any' ? test.tests : [test]) {
        const anchoring = anchoringOf(arm, shareOf);
        if (!anchoring) always.push({ rule, start: this.programs.add(arm) });
        for (const { anchor, rest } of anchoring ?? []) {
          (hung[this.idOf(anchor)] ??= []).push({ rule, start: this.programs.add(allOf(rest)) });
        }
      }
    }
    this.always = always;
    this.triggerStarts = new Int32Array(this.predicates.length + 1);
    for (let id = 0; id < this.predicates.length; id++) {
      this.triggerStarts[id + 1] = (this.triggerStarts[id] as number) + (hung[id]?.length ?? 0);
    }
    const triggers = hung.flat();
    this.triggerRules = Int32Array.from(triggers, ({ rule }) => rule);
    this.triggerPrograms = Int32Array.from(triggers, ({ start }) => start);
    this.valueIndex = new ValueIndex(
      [...this.predicates.entries()].filter(([id, predicate]) => hung[id] && !isStamped(predicate)),
    );
  }
}

function allOf(tests: readonly Test[]): Test {
  return tests.length === 1 ? (tests[0] as Test) : { kind: 'all', tests };
}

function set(bits: Int32Array, rank: number): void {
  if (rank >= 0) bits[rank >>> 5]! |= 1 << (rank & 31);
}

function isSet(bits: Int32Array, rank: number): boolean {
  return ((bits[rank >>> 5] as number) & (1 << (rank & 31))) !== 0;
}
