import { type Arm, anchoringOf } from './anchors';
import type { Columns } from './columns';
import { ColumnSample, guessedFrequency } from './frequencies';
import type { Plan } from './plan';
import { isStamped, type Predicate, type Test } from './predicate';
import { type Instruction, Instructions, ResidualPrograms } from './residual-program';
import type { SlotTable } from './slot-table';
import { ValueIndex } from './value-index';

/** What a network is as long as it lasts, wherever its rules hang. */
export interface Rooted {
  readonly plans: readonly Plan[];
  readonly columns: Columns;
  readonly predicates: readonly Predicate[];
  readonly table: SlotTable;
  /** The number of a predicate among the stamped ones; -1 where it is none of them. */
  readonly stampOf: Int32Array;
  readonly stampCount: number;
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
  /** Anchors that are found by a value. */
  readonly values: ValueIndex;
  readonly programs: ResidualPrograms;
  /** Where the triggers of each anchor begin: stamped ones by their number, then found ones, then what hangs nowhere. */
  readonly starts: Int32Array;
  /** The first look at each rule that hangs at an anchor, and which rule it is: twice its number, one more if complete. */
  readonly triggers: Instructions;

  constructor(network: Rooted, sample: readonly object[]) {
    const { plans, predicates, table, stampOf, stampCount, idOf } = network;
    const shares = sharesOf(network, sample);
    const shareOf = (predicate: Predicate): number => shares[idOf(predicate)] as number;
    this.programs = new ResidualPrograms(table, idOf, shareOf);
    const hung: { readonly anchor: number; readonly rule: number; readonly first: Instruction }[] = [];
    const anchorOf = stampOf.slice();
    const found: [number, Predicate][] = [];
    const hang = (rule: number, { anchor, rest }: Arm): void => {
      const id = idOf(anchor);
      if ((anchorOf[id] as number) < 0) {
        anchorOf[id] = stampCount + found.length;
        found.push([anchorOf[id], predicates[id] as Predicate]);
      }
      hung.push({ anchor: anchorOf[id] as number, rule, first: this.programs.add(allOf(rest)) });
    };
    const always: { readonly rule: number; readonly first: Instruction }[] = [];
    for (const [rule, { test }] of plans.entries()) {
      // The arms of an `or` hang each for itself: those without an anchor are checked always, the others are not.
      for (const arm of test.kind === 'any' ? test.tests : [test]) {
        const arms = anchoringOf(arm, shareOf);
        if (arms) for (const each of arms) hang(rule, each);
        else always.push({ rule, first: this.programs.add(arm) });
      }
    }
    this.values = new ValueIndex(found, table);
    const last = stampCount + found.length;
    this.starts = new Int32Array(last + 2);
    for (const { anchor } of hung) this.starts[anchor + 1]!++;
    this.starts[last + 1] = always.length;
    for (let i = 0; i <= last; i++) this.starts[i + 1]! += this.starts[i] as number;
    this.triggers = new Instructions(hung.length + always.length);
    const filled = this.starts.slice();
    const ownerOf = (rule: number): number => 2 * rule + (plans[rule]?.complete ? 1 : 0);
    for (const { anchor, rule, first } of hung) this.triggers.set(filled[anchor]!++, first, ownerOf(rule));
    for (const { rule, first } of always) this.triggers.set(filled[last]!++, first, ownerOf(rule));
    this.programs.finish();
  }
}

/** Of each predicate, the share of records it holds of. */
function sharesOf(network: Rooted, sample: readonly object[]): Float64Array {
  const { predicates, columns, stampOf, stampCount } = network;
  const stamped = new Float64Array(stampCount);
  const seen = new ColumnSample(columns, sample, () => {
    network.unstamp(network.stamp(), stamp => stamped[stamp]!++);
  });
  return Float64Array.from(predicates, (predicate, id) => {
    // What no record of the sample showed may still come: never quite nothing.
    if (seen.size > 0 && isStamped(predicate)) return ((stamped[stampOf[id] as number] as number) + 0.1) / seen.size;
    return seen.shareOf(predicate) ?? guessedFrequency(predicate);
  });
}

function allOf(tests: readonly Test[]): Test {
  return tests.length === 1 ? (tests[0] as Test) : { kind: 'all', tests };
}
