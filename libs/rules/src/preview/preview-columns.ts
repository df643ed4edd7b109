import type { Clock } from '../model/clock';
import type { DataRecord } from '../model/record';
import { DEFAULT_BUDGET } from '../model/run';
import type { ValidRule } from '../model/rule';
import { readNode } from '../json-logic/read-condition';
import { compileCondition } from '../compile/compile-condition';
import { datesOf } from '../compile/compile-logic';
import { Columns } from '../compile/network/columns';
import { planOfCondition } from '../compile/network/plan';
import { clausesOf } from '../explain/clauses-of';
import { changesOf } from './changes-of';
import { Bits } from './columns/bits';
import { type ClauseVerdicts, judgeClause } from './columns/judge-clause';
import type { RecordColumns } from './columns/record-columns';
import { atOnce, CALLS_PER_STEP, type Steps } from '../model/steps';
import { DEFAULT_PREVIEW_LIMIT, MAX_PREVIEW_LIMIT, type Preview } from './preview';

/** What a rule would do to records: all of a preview but the problems, which are looked for in a sample. */
export type ColumnPreview = Omit<Preview, 'problems'> & {
  /** Records the rule could not be judged on. */
  readonly failed: number;
};

export interface ColumnPreviewOptions {
  readonly clock: Clock;
  /** Records listed at most; counts are always complete. */
  readonly limit?: number;
  /** How many records these stand for. Default: themselves. */
  readonly total?: number;
  readonly language?: string;
}

/** A preview over indexed records: what `previewRule` says of the same records. */
export function previewColumns(rule: ValidRule, records: RecordColumns, options: ColumnPreviewOptions): ColumnPreview {
  return atOnce(previewInSteps(rule, records, options));
}

/** The same, step by step: for `inTurns`, which lets others work in between. */
export function* previewInSteps(
  rule: ValidRule,
  records: RecordColumns,
  options: ColumnPreviewOptions,
): Steps<ColumnPreview> {
  const { recordType } = records;
  const { clock, language } = options;
  const limit = Math.max(0, Math.min(options.limit ?? DEFAULT_PREVIEW_LIMIT, MAX_PREVIEW_LIMIT));
  const clauses = clausesOf(rule, recordType, language);
  const setting = { columns: new Columns(), records, clock };
  const judged: ClauseVerdicts[] = [];
  for (const clause of clauses) judged.push(yield* judgeClause(clause, setting, DEFAULT_BUDGET));

  const failed = new Bits(records.size);
  for (const { errors } of judged) for (const row of errors.keys()) failed.set(row);
  const remaining = countRemaining(judged, records.size);
  const { matched, missed } = tally(judged, records.size);
  yield* failWhole(rule, records, clock, matched, failed);
  const misses = missed.without(failed);
  const all = { recordType, clock };
  const matches = matched.without(failed);
  return {
    now: clock.now,
    sampleOf: options.total ?? records.size,
    total: records.size,
    matched: matches.count(),
    changed: yield* countChanged(rule, records, clock, matches),
    clauses: clauses.map(({ at, text }, i) => ({
      at,
      text,
      matched: judged[i]?.held.count() ?? 0,
      remaining: remaining[i] ?? 0,
    })),
    matches: matches.first(limit).map(row => {
      const record = records.records[row] as DataRecord;
      return { record, changes: changesOf(rule, record, all) };
    }),
    nearMisses: misses.first(clauses.length > 1 ? limit : 0).map(row => ({
      record: records.records[row] as DataRecord,
      failed: clauses.filter((_, i) => !judged[i]?.held.has(row)).map(({ at, text }) => ({ at, text })),
    })),
    failed: failed.count(),
  };
}

/** How many rows meet each clause and all before it. */
function countRemaining(judged: readonly ClauseVerdicts[], size: number): readonly number[] {
  const left = Bits.all(size);
  return judged.map(({ held }) => left.and(held).count());
}

/** Rows that meet every clause, and rows that fail exactly one: failures are added up bit by bit, for 32 rows at once. */
function tally(judged: readonly ClauseVerdicts[], size: number): { readonly matched: Bits; readonly missed: Bits } {
  const all = Bits.all(size);
  const once = new Bits(size);
  const twice = new Bits(size);
  for (const { held } of judged) {
    for (let i = 0; i < all.words.length; i++) {
      const fails = all.words[i]! & ~held.words[i]!;
      twice.words[i]! |= once.words[i]! & fails;
      once.words[i]! |= fails;
    }
  }
  return { matched: all.without(once), missed: once.without(twice) };
}

/** Clauses have a budget each, the condition has one for all: where it may run out, matching records are judged as a whole. */
function* failWhole(rule: ValidRule, records: RecordColumns, clock: Clock, matched: Bits, failed: Bits): Steps<void> {
  const { recordType } = records;
  const plan = planOfCondition(
    readNode(rule.condition),
    { columns: new Columns(), dates: datesOf(recordType) },
    DEFAULT_BUDGET,
  );
  if (plan.complete) return;
  const condition = compileCondition(rule, recordType);
  for (let from = 0; from < records.size; from += CALLS_PER_STEP) {
    const judge = (row: number): void => {
      if (!condition.test(records.records[row] as DataRecord, clock).ok) failed.set(row);
    };
    matched.forEach(judge, from, Math.min(records.size, from + CALLS_PER_STEP));
    yield;
  }
}

function* countChanged(rule: ValidRule, records: RecordColumns, clock: Clock, matches: Bits): Steps<number> {
  let changed = 0;
  if (rule.actions.length === 0) return changed;
  const setting = { recordType: records.recordType, clock };
  for (let from = 0; from < records.size; from += CALLS_PER_STEP) {
    const count = (row: number): void => {
      if (changesOf(rule, records.records[row] as DataRecord, setting).length > 0) changed++;
    };
    matches.forEach(count, from, Math.min(records.size, from + CALLS_PER_STEP));
    yield;
  }
  return changed;
}
