import type { Clock } from '../model/clock';
import { isTruthy } from '../model/coercion';
import type { Change } from '../model/outcome';
import type { Problem } from '../model/problem';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';
import type { ValidRule } from '../model/rule';
import { applyActions } from '../compile/apply-actions';
import { guarded } from '../compile/guarded';
import type { JsonLogicEngine } from '../json-logic/register-operators';
import { type Clause, clausesOf } from '../explain/clauses-of';
import { previewProblems } from './preview-problems';

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

/** What a rule would do to a sample, clause by clause. Pure: no record is altered, and the same input gives the same answer. */
export function previewRule(rule: ValidRule, sample: readonly DataRecord[], options: PreviewOptions): Preview {
  const { clock, recordType } = options;
  const limit = Math.max(0, Math.min(options.limit ?? DEFAULT_PREVIEW_LIMIT, MAX_PREVIEW_LIMIT));
  const clauses = clausesOf(rule, recordType, options.language);
  const counts = clauses.map(() => ({ matched: 0, remaining: 0 }));
  const matches: { record: DataRecord; changes: readonly Change[] }[] = [];
  const nearMisses: { record: DataRecord; failed: { at: string; text: string }[] }[] = [];
  const failures: { record: DataRecord; problem: Problem }[] = [];
  const judged: boolean[] = [];
  let matched = 0;
  let changed = 0;
  for (const record of sample) {
    const tried = tryClauses(clauses, record, clock);
    const failed = clauses.filter((_, i) => !tried.held[i]);
    tried.held.forEach((held, i) => {
      const count = counts[i];
      if (!count) return;
      if (held) count.matched++;
      if (tried.held.slice(0, i + 1).every(Boolean)) count.remaining++;
    });
    judged.push(failed.length === 0);
    if (tried.error) failures.push({ record, problem: tried.error });
    else if (failed.length === 0) {
      const changes = changesOf(rule, record, options);
      matched++;
      if (changes.length > 0) changed++;
      if (matches.length < limit) matches.push({ record, changes });
    } else if (failed.length === 1 && clauses.length > 1 && nearMisses.length < limit) {
      nearMisses.push({ record, failed: failed.map(({ at, text }) => ({ at, text })) });
    }
  }
  return {
    now: clock.now,
    sampleOf: options.total ?? sample.length,
    total: sample.length,
    matched,
    changed,
    clauses: clauses.map(({ at, text }, i) => ({ at, text, ...(counts[i] ?? { matched: 0, remaining: 0 }) })),
    matches,
    nearMisses,
    problems: previewProblems(rule, sample, { ...options, judged, failures: failures.map(({ problem }) => problem) }),
  };
}

function tryClauses(
  clauses: readonly Clause[],
  record: DataRecord,
  clock: Clock,
): { held: readonly boolean[]; error?: Problem } {
  let error: Problem | undefined;
  const held = clauses.map(({ holds, at }) => {
    const result = guarded(clock, run => isTruthy(holds(record, run)));
    if (result.ok) return result.value;
    error ??= {
      severity: 'warning',
      code: result.error.code,
      at: result.error.at ?? at,
      message: result.error.message,
    };
    return false;
  });
  return error ? { held, error } : { held };
}

function changesOf(rule: ValidRule, record: DataRecord, { recordType, clock }: PreviewOptions): readonly Change[] {
  const turn = guarded(clock, run => applyActions(rule.actions, record, { recordType, run }));
  return turn.ok ? turn.value.effects.map(({ action, effect }) => ({ rule: DRAFT_ID, action, ...effect })) : [];
}
