import { readRecords, type SourceItem } from '@lib/records';

import { applyRecord, rejected, type ApplyOptions, type ApplyResult } from './apply-record';
import type { RunningRuleSet } from './running-rule-set';
import { Turns } from '../runtime/turns';

/** What stands in the last line: without it an answer is incomplete. */
export interface StreamTotals {
  records: number;
  matched: number;
  changed: number;
  errors: number;
}

export interface StreamOptions extends ApplyOptions {
  readonly maxLineBytes: number;
  readonly signal: AbortSignal;
  /** Told how many records each batch had, also of a stream that ends early. */
  readonly onBatch?: (records: number) => void;
}

/** Text goes out in pieces of about this size: large enough to be cheap, small enough to stay flat in memory. */
const PIECE_CHARACTERS = 32 * 1024;

/**
 * NDJSON in, NDJSON out: one line per record, in order, then the totals. Pulled by whoever writes it out, so a reader who
 * is slow slows the reading down; at most one batch of records and one piece of text are held.
 */
export async function* applyStream(
  input: AsyncIterable<Uint8Array>,
  running: RunningRuleSet,
  options: StreamOptions,
): AsyncGenerator<string, StreamTotals> {
  const totals: StreamTotals = { records: 0, matched: 0, changed: 0, errors: 0 };
  const source = readRecords(input, { format: 'ndjson', maxLineBytes: options.maxLineBytes, signal: options.signal });
  const turns = new Turns();
  for await (const batch of source.batches()) {
    options.onBatch?.(batch.length);
    let piece = '';
    for (const item of batch) {
      const result = resultOf(item, totals.records, running, options);
      count(totals, result);
      piece += `${JSON.stringify(result)}\n`;
      if (piece.length >= PIECE_CHARACTERS) {
        yield piece;
        piece = '';
      }
      if (turns.isOver) await turns.giveUp();
      if (options.signal.aborted) return totals;
    }
    if (piece !== '') yield piece;
  }
  if (options.signal.aborted) return totals;
  if (source.failure) {
    // Nothing after this place was read, so the answer is incomplete and says so by having no last line.
    const { code, message, line } = source.failure;
    yield `${JSON.stringify(rejected(totals.records, code, message, line))}\n`;
    return totals;
  }
  yield `${JSON.stringify({ end: true, ...totals })}\n`;
  return totals;
}

function resultOf(item: SourceItem, index: number, running: RunningRuleSet, options: ApplyOptions): ApplyResult {
  return item.kind === 'record'
    ? applyRecord(running, item.raw, index, options)
    : rejected(index, 'broken-line', item.message, item.line);
}

function count(totals: StreamTotals, result: ApplyResult): void {
  totals.records += 1;
  if (result.error) totals.errors += 1;
  if (result.matched.length > 0) totals.matched += 1;
  if (result.changes.length > 0) totals.changed += 1;
}
