import { type EntryTable, EntryTableBuilder, fail, ok, type Result } from '@lib/rules';

import type { ReadFailure } from '../source/record-source';
import { type EntryFormat, type EntryLine, entryLines } from './entry-lines';

/** Most entries a list may have. */
export const MAX_ENTRIES = 1_000_000;
/** Longest entry, in UTF-16 units. */
export const MAX_ENTRY_LENGTH = 1_000;
const MOST_REJECTED = 100;

export interface EntryOptions {
  readonly format: EntryFormat;
  /** Entries are kept in lower case, and those that differ in case only are one. */
  readonly anyCase?: boolean;
  /** Takes every entry as kept, each ended by a line feed; what it comes to is the list's hash. */
  readonly hash: { update(text: string): unknown; digest(encoding: 'hex'): string };
}

export interface ReadEntries {
  readonly table: EntryTable;
  /** Entries that were there already. */
  readonly duplicates: number;
  /** The first of those that are no entries. */
  readonly rejected: readonly { readonly line: number; readonly message: string }[];
  readonly rejectedCount: number;
}

export interface EntryFailure extends Omit<ReadFailure, 'code'> {
  readonly code: ReadFailure['code'] | 'too-many-entries' | 'no-entries';
}

/** Reads a list from a stream of bytes: entries are trimmed, each is kept once, in the order they came. */
export async function readEntries(
  input: AsyncIterable<Uint8Array>,
  { format, anyCase = false, hash }: EntryOptions,
): Promise<Result<ReadEntries, EntryFailure>> {
  const builder = new EntryTableBuilder(MAX_ENTRIES + 1);
  const rejected: { line: number; message: string }[] = [];
  let size = 0;
  let duplicates = 0;
  let rejectedCount = 0;
  let last = 0;
  const batches = entryLines(input, format);
  for (let next = await batches.next(); ; next = await batches.next()) {
    if (next.done) {
      if (next.value) return fail(next.value);
      break;
    }
    let kept = '';
    for (const item of next.value) {
      last = item.line;
      const entry = entryOf(item, anyCase);
      if (entry === '') continue;
      if (typeof entry === 'object') {
        rejectedCount += 1;
        if (rejected.length < MOST_REJECTED) rejected.push({ line: item.line, ...entry });
      } else if (builder.add(entry)) {
        size += 1;
        if (size > MAX_ENTRIES) return fail(tooMany(item.line));
        kept += `${entry}\n`;
      } else duplicates += 1;
    }
    hash.update(kept);
  }
  if (size === 0) return fail({ code: 'no-entries', message: 'There is no entry in it.', line: last + 1 });
  return ok({ table: builder.build(hash.digest('hex')), duplicates, rejected, rejectedCount });
}

function entryOf({ text }: EntryLine, anyCase: boolean): string | { readonly message: string } {
  if (text === undefined) return { message: 'This is no entry: one is a text.' };
  const entry = text.normalize('NFC').trim();
  if (entry.length > MAX_ENTRY_LENGTH) return { message: `An entry has at most ${MAX_ENTRY_LENGTH} characters.` };
  if (/[\u0000-\u001f\u007f]/.test(entry)) return { message: 'An entry is one line, without control characters.' };
  return anyCase ? entry.toLowerCase() : entry;
}

function tooMany(line: number): EntryFailure {
  return { code: 'too-many-entries', message: `A list has at most ${MAX_ENTRIES.toLocaleString('en')} entries.`, line };
}
