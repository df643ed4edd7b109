import type { SourceItem, SourceRecord } from '@lib/records';
import {
  valueAt,
  type Clock,
  type DataRecord,
  type Outcome,
  type RecordType,
  type RuleSet,
  type RuleTrace,
} from '@lib/rules';

/** One record as `apply` saw it. */
export interface AppliedRecord {
  readonly item: SourceRecord;
  readonly record: DataRecord;
  readonly unreadable: readonly string[];
  readonly outcome: Outcome;
}

/** What a run came to. */
export class Tally {
  records = 0;
  matched = 0;
  changed = 0;
  unreadable = 0;
  rejected = 0;
  errors = 0;

  count({ outcome, unreadable }: AppliedRecord): void {
    this.records += 1;
    if (outcome.error) this.errors += 1;
    if (outcome.matched.length > 0) this.matched += 1;
    if (outcome.changes.length > 0) this.changed += 1;
    if (unreadable.length > 0) this.unreadable += 1;
  }

  /** One line for people. */
  toString(): string {
    const say = (count: number, words: string): string[] =>
      count > 0 ? [`${count.toLocaleString('en-US')} ${words}`] : [];
    return [
      `${this.records.toLocaleString('en-US')} records`,
      `${this.matched.toLocaleString('en-US')} matched`,
      `${this.changed.toLocaleString('en-US')} changed`,
      ...say(this.unreadable, 'with values that could not be read'),
      ...say(this.errors, 'could not be judged'),
      ...say(this.rejected, this.rejected === 1 ? 'line is no record' : 'lines are no records'),
    ].join(', ');
  }
}

/** The result of one record as a line of JSON, the same as the service answers per record. */
export function resultLine(
  index: number,
  applied: AppliedRecord,
  recordType: RecordType,
  traces?: readonly RuleTrace[],
): string {
  const { record, unreadable, outcome } = applied;
  const key = recordType.key === undefined ? undefined : valueAt(record, recordType.key);
  return JSON.stringify({
    index,
    ...(key !== undefined && { key }),
    matched: outcome.matched,
    changes: outcome.changes,
    ...(unreadable.length > 0 && { unreadable }),
    ...(traces && { explanation: traces }),
    ...(outcome.error && { error: outcome.error }),
  });
}

/** What stands in the results where a line was no record, so that lines of results and of input still pair up. */
export function rejectedLine(index: number, { line, message }: Extract<SourceItem, { kind: 'rejected' }>): string {
  return JSON.stringify({ index, matched: [], changes: [], error: { code: 'not-a-record', line, message } });
}

/** Why a record came out as it did, for people: one line per rule. */
export function sayWhy(applied: AppliedRecord, recordType: RecordType, ruleSet: RuleSet, clock: Clock): string[] {
  const key = recordType.key === undefined ? undefined : valueAt(applied.record, recordType.key);
  const who = `line ${applied.item.line}${key === undefined || key === null ? '' : ` (${typeof key === 'string' ? key : JSON.stringify(key)})`}`;
  return ruleSet.explain(applied.record, clock).map(({ name, matched, clauses }) => {
    const why = clauses.map(({ text, held }) => `${held ? '✓' : '✗'} ${text}`).join('; ');
    return `${who}: ${matched ? 'matches' : 'does not match'} “${name}”: ${why}`;
  });
}
