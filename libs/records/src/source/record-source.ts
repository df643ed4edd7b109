import type { DataRecord } from '@lib/rules';
import type { TextEncoding } from './encoding';
import { MAX_RECORD_DEPTH } from './is-within-depth';

export const RECORD_FORMATS = ['csv', 'ndjson', 'json'] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

/** Where a cell stands in the text of its row, quotes included. */
export interface CellSpan {
  readonly start: number;
  readonly end: number;
}

/** One record as it came in, nothing read into it yet. */
export interface SourceRecord {
  readonly kind: 'record';
  /** Line of the file it starts on, from 1. */
  readonly line: number;
  /** CSV: header to text. JSON: as parsed, with integers beyond 2^53 as the text of their digits. */
  readonly raw: DataRecord;
  /** The record as it stood, without what ends its line. */
  readonly text: string;
  /** What stood between the record before and this one: line ends, blank lines, commas, the header, a byte order mark. */
  readonly before: string;
}

/** What stood where a record was expected but is none; the rest of the file goes on. */
export interface RejectedRecord {
  readonly kind: 'rejected';
  readonly line: number;
  readonly message: string;
  readonly text: string;
  readonly before: string;
}

export type SourceItem = SourceRecord | RejectedRecord;

/** How a file is laid out; what a writer needs to give it back as it came. */
export interface RecordLayout {
  readonly format: RecordFormat;
  readonly encoding: TextEncoding;
  /** What ends the first line (`\n` where there is only one). */
  readonly lineEnd: string;
  readonly csv?: CsvLayout;
}

export interface CsvLayout {
  readonly delimiter: string;
  /** What ends a row: `\n`, alone or after `\r`, or `\r` in files that use it alone. */
  readonly lineFeed: string;
  /** One distinct label per column. */
  readonly labels: readonly string[];
  /** The header row as it stood; it is the end of `before` of the first item, up to its line end. */
  readonly headerText: string;
}

export interface ReadOptions {
  /** Found from the first characters where not given. */
  readonly format?: RecordFormat;
  /** Longest record, in UTF-16 units; longer ones are rejected by line. Default 1,048,576. */
  readonly maxLineBytes?: number;
  /** Most columns a CSV header may have. Default 10,000. */
  readonly maxColumns?: number;
  /** Deepest nesting of a JSON record. Default 100. */
  readonly maxDepth?: number;
  readonly signal?: AbortSignal;
}

/** Why a file could not be read to its end. What was read before that stands. */
export interface ReadFailure {
  readonly code: 'too-many-columns' | 'line-too-long' | 'wrong-encoding' | 'wrong-shape';
  readonly message: string;
  readonly line: number;
}

/**
 * The records of a stream, pulled: nothing is read ahead of who iterates. `before` and `text` of all items and then
 * `trailing`, put together, are the file as it came.
 */
export interface RecordSource extends AsyncIterable<SourceItem> {
  /** The same items in batches as they arrive; much cheaper than one by one. Iterate once, one way or the other. */
  batches(): AsyncIterable<readonly SourceItem[]>;
  /** Known once the first batch has come, or iteration has ended. */
  readonly layout: RecordLayout | undefined;
  /** What stands after the last item; complete once iteration has ended. */
  readonly trailing: string;
  /** Set where iteration ended before the file did. */
  readonly failure: ReadFailure | undefined;
}

/** Cuts text into items: what a format is to the reader. */
export interface Framer {
  /** Takes as many whole items as there are. `kept` is where the text that is still needed starts. */
  frame(text: string, last: boolean): Framed;
  layout(encoding: TextEncoding): RecordLayout | undefined;
  /** Text already given up by `kept` that belongs to no item: it stands before what comes next. */
  takePassed(): string;
}

export interface Framed {
  readonly items: readonly SourceItem[];
  readonly kept: number;
  readonly failure?: ReadFailure;
}

export const DEFAULT_LIMITS = { maxLineBytes: 1_048_576, maxColumns: 10_000, maxDepth: MAX_RECORD_DEPTH } as const;

/** What may be held of a single line that is being skipped. */
export const SKIP_LIMIT = 64 * 1_048_576;
