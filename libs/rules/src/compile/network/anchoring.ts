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
import { Triggers } from './triggers';
import { ValueIndex } from './value-index';

// So much is done in one step: less than a millisecond.
const RULES_PER_STEP = 64;
/** Records that are looked at for each rule's sake, as long as there are any. */
const RECORDS_PER_RULE = 4;
const RECORDS_PER_STEP = 64;
const PREDICATES_PER_STEP = 256;

/** What a network is as long as it lasts, wherever its rules hang. */
export interface Rooted {
  readonly plans: readonly Plan[];
  readonly columns: Columns;
  readonly predicates: readonly Predicate[];
  readonly table: SlotTable;
  /** The number of a predicate among the stamped ones; -1 where it is none of them. */
  readonly stampOf: Int32Array;
  readonly stampCount: number;
  readonly stamps: StampIndex;
  readonly idOf: (predicate: Predicate) => number;
  /** Stamps what the loaded record meets and gives how many predicates did; `unstamp` has to follow. */
  stamp(): number;
  unstamp(count: number, each?: (stamp: number) => void): void;
}

/**
 * Where the rules of a network hang, and what is left to check of them there: chosen by what a sample of records is like,
 * or by guess where there is none. Another choice finds the same rules.
 */
export class Anchoring {
  private constructor(
    /** Anchors that are stamped, and what else is found with them. */
    readonly stamps: StampIndex,
    /** Anchors that are found by a value. */
    readonly values: ValueIndex,
    readonly programs: ResidualPrograms,
    /**
     * What is checked of each rule that hangs at an anchor, and which rule it is: twice its number, one more if complete. The
     * anchors are stamped ones by their number, then found ones, then none, where the rules hang that have none.
     */
    readonly triggers: Triggers,
  ) {}

  static *inSteps(network: Rooted, sample: RecordSample): Steps<Anchoring> {
    const { plans, predicates, table, stampOf, stampCount, idOf } = network;
    const shares = yield* sharesOf(network, sample);
    const shareOf = (predicate: Predicate): number => shares[idOf(predicate)] as number;
    const hung: Hung[] = [];
    const anchorOf = stampOf.slice();
    const found: [number, number][] = [];
    const hang = (rule: number, { anchor, rest }: Arm): void => {
      const id = idOf(anchor);
      if ((anchorOf[id] as number) < 0) {
        anchorOf[id] = stampCount + found.length;
        found.push([anchorOf[id], id]);
      }
      hung.push({ anchor: anchorOf[id] as number, rule, rest: allOf(rest) });
    };
    const place = (rule: number): void => {
      const { test } = plans[rule] as Plan;
      // The arms of an `or` hang each for itself: those without an anchor are checked always, the others are not.
      if (test.kind !== 'any') return placeArm(rule, test);
      for (let i = 0; i < test.tests.length; i++) placeArm(rule, test.tests[i] as Test);
    };
    const placeArm = (rule: number, arm: Test): void => {
      const arms = anchoringOf(arm, shareOf);
      if (!arms) hung.push({ anchor: NOWHERE, rule, rest: arm });
      else for (let i = 0; i < arms.length; i++) hang(rule, arms[i] as Arm);
    };
    for (let rule = 0; rule < plans.length; rule++) {
      if (rule % RULES_PER_STEP === 0) yield;
      place(rule);
    }
    const values = yield* ValueIndex.inSteps(found, predicates, table);
    const last = stampCount + found.length;
    const starts = startsOf(hung, last);
    const order = orderOf(hung, starts);
    const triggers = new Triggers(starts);
    const { stamps, left } = yield* network.stamps.sparing(stamp => starts[stamp] !== starts[stamp + 1]);
    const isLeft = (id: number): boolean => left.size > 0 && left.has(stampOf[id] as number);
    const programs = new ResidualPrograms(table, idOf, shareOf, isLeft);
    const lay = (trigger: number): void => {
      const { rule, rest } = hung[order[trigger] as number] as Hung;
      programs.lay(rest, triggers, trigger, 2 * rule + (plans[rule]?.complete ? 1 : 0));
    };
    for (let trigger = 0; trigger < order.length; trigger++) {
      if (trigger % RULES_PER_STEP === 0) yield;
      lay(trigger);
    }
    yield;
    programs.finish();
    return new Anchoring(stamps, values, programs, triggers);
  }
}

/** A rule, or an arm of one, at the anchor it hangs at, and what is left to check of it there. */
interface Hung {
  readonly anchor: number;
  readonly rule: number;
  readonly rest: Test;
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

/** Of each predicate, the share of records it holds of. */
function* sharesOf(network: Rooted, sample: RecordSample): Steps<Float64Array> {
  const { plans, predicates, columns, stampOf, stampCount, stamps } = network;
  const counted = sample.isEnough ? yield* sample.countInSteps(columns) : undefined;
  const stamped = new Float64Array(stampCount);
  let size = 0;
  if (counted && stampCount > 0) {
    // Few rules are told apart by few records.
    for (const [i, record] of sample.first(RECORDS_PER_RULE * plans.length).entries()) {
      if (i % RECORDS_PER_STEP === 0) yield;
      if (!columns.load(record)) continue;
      // Between steps other records are loaded.
      if (yield* stamps.prepare(columns)) columns.load(record);
      size++;
      network.unstamp(network.stamp(), stamp => stamped[stamp]!++);
    }
  }
  const shareOf = (id: number): number => {
    const predicate = predicates[id] as Predicate;
    // What no record of the sample showed may still come: never quite nothing.
    if (size > 0 && isStamped(predicate)) return ((stamped[stampOf[id] as number] as number) + 0.1) / size;
    return counted?.shareOf(predicate) ?? guessedFrequency(predicate);
  };
  const shares = new Float64Array(predicates.length);
  for (let id = 0; id < shares.length; id++) {
    if (id % PREDICATES_PER_STEP === 0) yield;
    shares[id] = shareOf(id);
  }
  return shares;
}

function allOf(tests: readonly Test[]): Test {
  return tests.length === 1 ? (tests[0] as Test) : { kind: 'all', tests };
}
