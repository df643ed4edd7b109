import type { JsonLogicEngine } from '../json-logic/register-operators';
import type { Clock } from '../model/clock';
import type { Change } from '../model/outcome';
import type { Problem } from '../model/problem';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';

export const DEFAULT_PREVIEW_LIMIT = 20;
export const MAX_PREVIEW_LIMIT = 1_000;
/** Stands for the rule's id in the changes of a preview: a draft has none yet. */
export const DRAFT_ID = 'draft';

export interface PreviewOptions {
  readonly recordType: RecordType;
  readonly clock: Clock;
  /** Records listed at most; counts are always complete. */
  readonly limit?: number;
  /** How many records the sample stands for. Default: itself. */
  readonly total?: number;
  /** The engine conditions are compared with; our operators are registered into it. */
  readonly reference?: JsonLogicEngine;
  readonly language?: string;
}

/** What a draft would do to a sample. */
export interface Preview {
  readonly now: string;
  /** How many records the sample was taken from. */
  readonly sampleOf: number;
  /** How many records were looked at. */
  readonly total: number;
  readonly matched: number;
  /** Matched records that an action would change. */
  readonly changed: number;
  /** `matched` is a clause's own count, `remaining` that of it and all before it. */
  readonly clauses: readonly {
    readonly at: string;
    readonly text: string;
    readonly matched: number;
    readonly remaining: number;
  }[];
  readonly matches: readonly { readonly record: DataRecord; readonly changes: readonly Change[] }[];
  /** Records that fail exactly one of several clauses. */
  readonly nearMisses: readonly {
    readonly record: DataRecord;
    readonly failed: readonly { readonly at: string; readonly text: string }[];
  }[];
  /** What only records can show: see `previewProblems`. */
  readonly problems: readonly Problem[];
}

/** What a preview found out while it judged the sample. */
export interface Judged extends PreviewOptions {
  /** Per record, whether the rule matches it. */
  readonly judged: readonly boolean[];
  readonly failures: readonly Problem[];
}
