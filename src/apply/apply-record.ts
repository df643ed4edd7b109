import { editRecord, isWithinDepth, MAX_RECORD_DEPTH } from '@lib/records';
import {
  valueAt,
  type Change,
  type Clock,
  type DataRecord,
  type JsonValue,
  type RuleRef,
  type RuleTrace,
} from '@lib/rules';

import type { RunningRuleSet } from './running-rule-set';

/** What a call to apply asks for beside matches and changes. */
export interface ApplyOptions {
  readonly mode: 'changes' | 'records';
  readonly explain: boolean;
  readonly clock: Clock;
}

/** What applying did to one record: one line of a stream, one item of `results`. */
export interface ApplyResult {
  readonly index: number;
  readonly key?: JsonValue;
  readonly matched: readonly RuleRef[];
  readonly changes: readonly Change[];
  /** Fields whose value could not be read; no comparison with them is true. */
  readonly unreadable?: readonly string[];
  /** As it came in, with the changes made in it. */
  readonly record?: DataRecord;
  readonly explanation?: readonly RuleTrace[];
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly rule?: string;
    readonly at?: string;
    readonly line?: number;
  };
}

/** Reads one raw record and applies the rule set to it. A record that cannot be judged is a result with an error; it never throws for what is in the data. */
export function applyRecord(running: RunningRuleSet, raw: unknown, index: number, options: ApplyOptions): ApplyResult {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw))
    return rejected(index, 'not-a-record', 'A record is a JSON object.');
  if (!isWithinDepth(raw as DataRecord, MAX_RECORD_DEPTH))
    return rejected(index, 'too-deep', `Nested deeper than ${MAX_RECORD_DEPTH} levels.`);
  const { record, unreadable } = running.read(raw as DataRecord);
  const outcome = running.ruleSet.apply(record, options.clock);
  const key = running.key === undefined ? undefined : valueAt(record, running.key);
  return {
    index,
    ...(key !== undefined && key !== null ? { key } : {}),
    matched: outcome.matched,
    changes: outcome.changes,
    ...(unreadable.length > 0 ? { unreadable } : {}),
    ...(options.mode === 'records'
      ? { record: editRecord(raw as DataRecord, outcome, running.source.recordType) }
      : {}),
    ...(options.explain ? { explanation: running.ruleSet.explain(record, options.clock) } : {}),
    ...(outcome.error ? { error: outcome.error } : {}),
  };
}

/** The result of what stood where a record was expected. */
export function rejected(index: number, code: string, message: string, line?: number): ApplyResult {
  return { index, matched: [], changes: [], error: { code, message, ...(line === undefined ? {} : { line }) } };
}
