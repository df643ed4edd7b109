import type { Run } from '../../model/run';
import type { Steps } from '../../model/steps';
import { type Arm, anchoringOf } from './anchors';
import type { Columns } from './columns';
import { guessedFrequency } from './frequencies';
import type { Plan } from './plan';
import { isStamped, type Predicate, type Test } from './predicate';
import type { RecordSample } from './record-sample';
import { ResidualPrograms } from './residual-program';
import type { SlotTable } from './slot-table';
import type { StampIndex } from './stamp-index';
import { NEXT, TRIGGER, Triggers, UNLAID } from './triggers';
import { ValueIndex } from './value-index';

// So much is done in one step: less than a millisecond.
const RULES_PER_STEP = 64;
/** Records that are looked at for each rule's sake, as long as there are any. */
const RECORDS_PER_RULE = 4;
const RECORDS_PER_STEP = 64;

/** What a network is as long as it lasts, wherever its rules hang. */
export interface Rooted {
  readonly plans: readonly Plan[];
  readonly columns: Columns;
  readonly table: SlotTable;
  readonly stamps: StampIndex;
}

/**
 * Where the rules of a network hang, and what is left to check of them there: chosen by what a sample of records is like,
 * or by guess where there is none. Another choice finds the same rules.
 */
export class Anchoring {
  /** Room for all anchors a record may meet. */
  readonly fired: Int32Array;

  private constructor(
    /** Anchors that are stamped, and what else is found with them. */
    readonly stamps: StampIndex,
    /** Anchors that are found by a value. */
    readonly values: ValueIndex,
    /**
     * What is checked of each rule that hangs at an anchor, and which rule it is: twice its number, one more if complete. The
     * anchors are stamped ones by their number, then found ones, then none, where the rules hang that have none.
     */
    readonly triggers: Triggers,
    private readonly programs: ResidualPrograms,
    /** What is to be checked at each trigger; nothing any more where it is laid. */
    private readonly rests: (readonly Test[] | undefined)[],
    private readonly slots: Int32Array,
  ) {
    this.fired = new Int32Array(triggers.nowhere + 1);
  }

  static *inSteps(network: Rooted, sample: RecordSample): Steps<Anchoring> {
    const { plans, table } = network;
    const { stampOf } = table;
    const shareOf = yield* sharesOf(network, sample);
    const hung: Hung[] = [];
    const anchorOf = new Map<Predicate, number>();
    const found: [number, Predicate][] = [];
    const hang = (rule: number, { anchor: predicate, rest }: Arm): void => {
      let anchor = isStamped(predicate) ? stampOf.get(predicate) : anchorOf.get(predicate);
      if (anchor === undefined) {
        anchor = stampOf.size + found.length;
        anchorOf.set(predicate, anchor);
        found.push([anchor, predicate]);
      }
      hung.push({ anchor, rule, rest });
    };
    const place = (rule: number): void => {
      const { test } = plans[rule] as Plan;
      // The arms of an `or` hang each for itself: those without an anchor are checked always, the others are not.
      if (test.kind !== 'any') return placeArm(rule, test);
      for (let i = 0; i < test.tests.length; i++) placeArm(rule, test.tests[i] as Test);
    };
    const placeArm = (rule: number, arm: Test): void => {
      const arms = anchoringOf(arm, shareOf);
      if (!arms) hung.push({ anchor: NOWHERE, rule, rest: arm.kind === 'all' ? arm.tests : [arm] });
      else for (let i = 0; i < arms.length; i++) hang(rule, arms[i] as Arm);
    };
    for (let rule = 0; rule < plans.length; rule++) {
      if (rule % RULES_PER_STEP === 0) yield;
      place(rule);
    }
    const values = yield* ValueIndex.inSteps(found, table);
    const last = stampOf.size + found.length;
    const starts = startsOf(hung, last);
    const order = orderOf(hung, starts);
    const triggers = new Triggers(starts);
    const { stamps, left } = yield* network.stamps.sparing(stamp => starts[stamp] !== starts[stamp + 1]);
    const isLeft = (predicate: Predicate): boolean => left.size > 0 && left.has(stampOf.get(predicate) as number);
    const programs = new ResidualPrograms(table, shareOf, isLeft);
    const rests: (readonly Test[])[] = [];
    for (let trigger = 0; trigger < order.length; trigger++) {
      const { rule, rest } = hung[order[trigger] as number] as Hung;
      triggers.leave(trigger, 2 * rule + (plans[rule]?.complete ? 1 : 0));
      rests.push(rest);
    }
    return new Anchoring(stamps, values, triggers, programs, rests, table.slots);
  }

  /** Whether what does not fit into a met trigger holds. One that is met for the first time is laid then: of many rules most are not, for long. */
  holdsFrom(at: number, record: unknown, run: Run): boolean {
    const { triggers, programs, rests, slots } = this;
    if (triggers.packed[at + NEXT] === UNLAID) {
      programs.lay(rests[at / TRIGGER] as readonly Test[], triggers, at);
      rests[at / TRIGGER] = undefined;
      if (!triggers.isMet(at, slots)) return false;
    }
    return programs.holds(triggers.packed[at + NEXT] as number, record, run);
  }
}

/** A rule, or an arm of one, at the anchor it hangs at, and what is left to check of it there. */
interface Hung {
  readonly anchor: number;
  readonly rule: number;
  readonly rest: readonly Test[];
}

const NOWHERE = -1;

/** Where what hangs at each anchor begins; what hangs nowhere comes after the last one. */
function startsOf(hung: readonly Hung[], last: number): Int32Array {
  const starts = new Int32Array(last + 2);
  for (let i = 0; i < hung.length; i++) {
    const { anchor } = hung[i] as Hung;
    starts[(anchor === NOWHERE ? last : anchor) + 1]!++;
  }
  for (let i = 0; i <= last; i++) starts[i + 1]! += starts[i] as number;
  return starts;
}

/** What hangs, by the anchor it hangs at: what is checked together comes to lie together. */
function orderOf(hung: readonly Hung[], starts: Int32Array): Int32Array {
  const order = new Int32Array(hung.length);
  const last = starts.length - 2;
  const filled = starts.slice();
  for (let i = 0; i < hung.length; i++) {
    const { anchor } = hung[i] as Hung;
    order[filled[anchor === NOWHERE ? last : anchor]!++] = i;
  }
  return order;
}

/** How often predicates hold: by the sample, where that is enough. */
function* sharesOf(network: Rooted, sample: RecordSample): Steps<(predicate: Predicate) => number> {
  if (!sample.isEnough) return guessedFrequency;
  const { plans, columns, table, stamps } = network;
  const counted = yield* sample.countInSteps(columns);
  const fired = new Int32Array(table.stampOf.size);
  const stamped = new Float64Array(fired.length);
  let size = 0;
  // Few rules are told apart by few records.
  const records = fired.length === 0 ? [] : sample.first(RECORDS_PER_RULE * plans.length);
  for (const [i, record] of records.entries()) {
    if (i % RECORDS_PER_STEP === 0) yield;
    if (!columns.load(record)) continue;
    // Between steps other records are loaded.
    if (yield* stamps.prepare(columns)) columns.load(record);
    size++;
    const count = stamps.fire(columns, table.stamps, fired);
    for (let k = 0; k < count; k++) {
      stamped[fired[k] as number]!++;
      table.stamps[fired[k] as number] = 0;
    }
  }
  return predicate => {
    const stamp = size > 0 && isStamped(predicate) ? table.stampOf.get(predicate) : undefined;
    // What no record of the sample showed may still come: never quite nothing.
    if (stamp !== undefined) return ((stamped[stamp] as number) + 0.1) / size;
    return counted.shareOf(predicate) ?? guessedFrequency(predicate);
  };
}
