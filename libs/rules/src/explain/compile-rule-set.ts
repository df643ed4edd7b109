import type { Clock } from '../model/clock';
import { isTruthy } from '../model/coercion';
import type { Outcome } from '../model/outcome';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';
import type { Budget } from '../model/run';
import { applyActions } from '../compile/apply-actions';
import { compileLogic, datesOf } from '../compile/compile-logic';
import { type CompiledRuleSet, compileRules, type RuleSetEntry } from '../compile/compile-rules';
import type { Evaluate } from '../compile/evaluate';
import { guarded } from '../compile/guarded';
import type { Sha256 } from '../compile/hash-rule';
import { type Clause, clausesOf } from './clauses-of';

/** Why one rule did or did not match a record. */
export interface RuleTrace {
  readonly rule: string;
  readonly version: number;
  readonly name: string;
  readonly matched: boolean;
  readonly clauses: readonly { readonly at: string; readonly text: string; readonly held: boolean }[];
}

/** All running rules of a record type, compiled: immutable, and a pure function of record and clock. */
export interface RuleSet {
  /** Made when it is first asked for. */
  readonly hash: string;
  /** In running order. */
  readonly rules: readonly {
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly priority: number;
  }[];
  apply(record: DataRecord, clock: Clock): Outcome;
  /** Places in `rules` of those whose condition the record meets as it came. Nothing is changed; read it before the next call. */
  match(record: DataRecord, clock: Clock): ReturnType<CompiledRuleSet['match']>;
  /** Every rule's clauses, tried on the record as the rules before it left it. Costs nothing until it is asked for. */
  explain(record: DataRecord, clock: Clock, language?: string): readonly RuleTrace[];
  /** A set with one rule added, or replaced where its id is there already. This one stays as it is, and both share the rest. */
  with(entry: RuleSetEntry): RuleSet;
  /** A set without the rule of this id. */
  without(id: string): RuleSet;
  /** How much was judged so far: records, and rules that had to be checked for them. */
  readonly counters: CompiledRuleSet['counters'];
}

export function compileRuleSet(
  entries: readonly RuleSetEntry[],
  recordType: RecordType,
  sha256: Sha256,
  budget?: Budget,
): RuleSet {
  return explainable(compileRules(entries, recordType, sha256, budget), recordType, budget);
}

function explainable(compiled: CompiledRuleSet, recordType: RecordType, budget: Budget | undefined): RuleSet {
  const made = new Map<string, readonly Traceable[]>();
  const traceable = (language = 'en'): readonly Traceable[] => {
    const known = made.get(language) ?? compiled.entries.map(entry => traceableOf(entry, recordType, language));
    made.set(language, known);
    return known;
  };
  return {
    get hash() {
      return compiled.hash;
    },
    get rules() {
      return compiled.rules;
    },
    get counters() {
      return compiled.counters;
    },
    apply: (record, clock) => compiled.apply(record, clock),
    match: (record, clock) => compiled.match(record, clock),
    with: entry => explainable(compiled.with(entry), recordType, budget),
    without: id => explainable(compiled.without(id), recordType, budget),
    explain: (record, clock, language) => traceRules(traceable(language), record, { recordType, clock, budget }),
  };
}

/** A rule ready to be traced: its condition as it is judged, and clause by clause. */
interface Traceable {
  readonly entry: RuleSetEntry;
  readonly holds: Evaluate;
  readonly clauses: readonly Clause[];
}

function traceableOf(entry: RuleSetEntry, recordType: RecordType, language: string): Traceable {
  const { rule } = entry;
  return {
    entry,
    holds: compileLogic(rule.condition, '/condition', datesOf(recordType)),
    clauses: clausesOf(rule, recordType, language),
  };
}

interface Setting {
  readonly recordType: RecordType;
  readonly clock: Clock;
  readonly budget: Budget | undefined;
}

function traceRules(
  rules: readonly Traceable[],
  record: DataRecord,
  { recordType, clock, budget }: Setting,
): readonly RuleTrace[] {
  let current = record;
  return rules.map(({ entry: { id, version, rule }, holds, clauses }) => {
    const tried = clauses.map(clause => {
      const held = guarded(clock, run => isTruthy(clause.holds(current, run)), budget);
      return { at: clause.at, text: clause.text, held: held.ok && held.value };
    });
    // Whether it matched is what `apply` says: condition and actions take of one budget, each clause has one to itself.
    const turn = guarded(
      clock,
      run => (isTruthy(holds(current, run)) ? applyActions(rule.actions, current, { recordType, run }) : undefined),
      budget,
    );
    const done = turn.ok ? turn.value : undefined;
    if (done) current = done.record;
    return { rule: id, version, name: rule.name, matched: done !== undefined, clauses: tried };
  });
}
