import type { Clock } from '../model/clock';
import { isTruthy } from '../model/coercion';
import type { Outcome } from '../model/outcome';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';
import type { Budget } from '../model/run';
import { applyActions } from '../compile/apply-actions';
import { compileRules, type RuleSetEntry } from '../compile/compile-rules';
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
  readonly hash: string;
  /** In running order. */
  readonly rules: readonly {
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly priority: number;
  }[];
  apply(record: DataRecord, clock: Clock): Outcome;
  /** Every rule's clauses, tried on the record as the rules before it left it. Costs nothing until it is asked for. */
  explain(record: DataRecord, clock: Clock, language?: string): readonly RuleTrace[];
}

export function compileRuleSet(
  entries: readonly RuleSetEntry[],
  recordType: RecordType,
  sha256: Sha256,
  budget?: Budget,
): RuleSet {
  const { entries: ordered, ...compiled } = compileRules(entries, recordType, sha256, budget);
  const clauses = new Map<string, readonly (readonly Clause[])[]>();
  const clausesIn = (language = 'en'): readonly (readonly Clause[])[] => {
    const known = clauses.get(language) ?? ordered.map(({ rule }) => clausesOf(rule, recordType, language));
    clauses.set(language, known);
    return known;
  };
  return {
    ...compiled,
    explain: (record, clock, language) =>
      traceRules(ordered, clausesIn(language), record, { recordType, clock, budget }),
  };
}

interface Setting {
  readonly recordType: RecordType;
  readonly clock: Clock;
  readonly budget: Budget | undefined;
}

function traceRules(
  entries: readonly RuleSetEntry[],
  clauses: readonly (readonly Clause[])[],
  record: DataRecord,
  { recordType, clock, budget }: Setting,
): readonly RuleTrace[] {
  let current = record;
  return entries.map(({ id, version, rule }, i) => {
    const tried = (clauses[i] ?? []).map(({ at, text, holds }) => {
      const held = guarded(clock, run => isTruthy(holds(current, run)), budget);
      return { at, text, held: held.ok && held.value };
    });
    const matched = tried.every(({ held }) => held);
    if (matched) {
      const turn = guarded(clock, run => applyActions(rule.actions, current, { recordType, run }), budget);
      if (turn.ok) current = turn.value.record;
    }
    return { rule: id, version, name: rule.name, matched, clauses: tried };
  });
}
