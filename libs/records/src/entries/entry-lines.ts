import { readRecords } from '../source/read-records';
import type { ReadFailure } from '../source/record-source';
import { TextBlocks } from '../source/text-blocks';

/** How the entries of a list are written: a line each, the first column of a table with a header, or a JSON text a line. */
export const ENTRY_FORMATS = ['text', 'csv', 'ndjson'] as const;
export type EntryFormat = (typeof ENTRY_FORMATS)[number];

/** What stands where an entry is expected; without a text it is none. */
export interface EntryLine {
  /** From 1. */
  readonly line: number;
  readonly text?: string;
}

/** Longest line that is still looked at, in UTF-16 units. */
const LONGEST_LINE = 1_048_576;

/** The entries of a stream of bytes as they stand there, in batches; what ends it early is returned. */
export function entryLines(
  input: AsyncIterable<Uint8Array>,
  format: EntryFormat,
): AsyncGenerator<readonly EntryLine[], ReadFailure | undefined> {
  return format === 'csv' ? firstColumn(input) : lines(input, format === 'text' ? asWritten : fromJson);
}

async function* lines(
  input: AsyncIterable<Uint8Array>,
  read: (line: string) => string | undefined,
): AsyncGenerator<readonly EntryLine[], ReadFailure | undefined> {
  let line = 1;
  let carried = '';
  for await (const block of new TextBlocks(input)) {
    const parts = (carried + (line === 1 ? block.text.replace(/^\ufeff/, '') : block.text)).split(/\r\n|\n|\r/);
    carried = block.last ? '' : (parts.pop() ?? '');
    if (carried.length > LONGEST_LINE)
      return { code: 'line-too-long', message: `Line ${line + parts.length} is longer than any entry.`, line };
    const found: EntryLine[] = [];
    for (const part of parts) {
      if (part.trim() !== '') {
        const text = read(part);
        found.push(text === undefined ? { line } : { line, text });
      }
      line += 1;
    }
    yield found;
  }
  return undefined;
}

const asWritten = (line: string): string => line;

function fromJson(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    // A number is meant as its digits, which reading it as one might round.
    return typeof value === 'string' ? value : typeof value === 'number' ? line.trim() : undefined;
  } catch {
    return undefined;
  }
}

async function* firstColumn(
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly EntryLine[], ReadFailure | undefined> {
  const source = readRecords(input, { format: 'csv', maxLineBytes: LONGEST_LINE });
  for await (const batch of source.batches()) {
    const label = source.layout?.csv?.labels[0];
    yield batch.map((item): EntryLine => {
      const value = item.kind === 'record' && label !== undefined ? item.raw[label] : undefined;
      return typeof value === 'string' ? { line: item.line, text: value } : { line: item.line };
    });
  }
  return source.failure;
}
