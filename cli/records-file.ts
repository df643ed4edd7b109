import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ImportFailure, ReadFailure, RecordFormat } from '@lib/records';
import { fail, ok, type Result } from '@lib/rules';

/** Bytes of records, and what their name says about them. */
export interface RecordsInput {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Left open where the name does not say: then the first characters decide. */
  readonly format?: RecordFormat;
  /** Whole size where known, to say how far we are. */
  readonly size?: number;
  /** Bytes read so far. */
  readonly read: () => number;
}

const FORMATS: Readonly<Record<string, RecordFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

/** Opens a file of records, or standard input for `-`. */
export async function openRecords(file: string): Promise<Result<RecordsInput, string>> {
  if (file === '-') return ok(counted(process.stdin));
  const found = await describe(file);
  if (!found.ok) return found;
  const format = FORMATS[path.extname(file).toLowerCase()];
  return ok({ ...counted(createReadStream(file)), ...(format && { format }), size: found.value });
}

async function describe(file: string): Promise<Result<number, string>> {
  try {
    const about = await stat(file);
    return about.isDirectory() ? fail(`${file} is a folder, not a file of records.`) : ok(about.size);
  } catch (error) {
    return fail(sayFileError(file, error));
  }
}

/** Whether the machine refused something about a file; anything else is a mistake of ours. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** Why a file cannot be used, in words. */
export function sayFileError(file: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return `There is no file ${file}.`;
  if (code === 'EACCES' || code === 'EPERM') return `${file} may not be opened: permission denied.`;
  if (code === 'ENOSPC') return `${file} could not be written: the disk is full.`;
  if (code === 'EISDIR') return `${file} is a folder.`;
  return `${file}: ${error instanceof Error ? error.message : String(error)}`;
}

/** Why records could not be read to their end, and where. */
export function sayImportFailure({ message, line }: Pick<ImportFailure | ReadFailure, 'message' | 'line'>): string {
  return line === undefined ? message : `line ${line}: ${message}`;
}

function counted(stream: AsyncIterable<Uint8Array>): Pick<RecordsInput, 'bytes' | 'read'> {
  let read = 0;
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      read += chunk.byteLength;
      yield chunk;
    }
  };
  return { bytes: bytes(), read: () => read };
}

/** A record type's name where none was given: the file's own, as a name. */
export function recordTypeNameOf(file: string): string {
  const base = file === '-' ? '' : path.basename(file).replace(/\.[^.]+$/, '');
  const name = base
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return name || 'record';
}
