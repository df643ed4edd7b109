import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { type EntryFormat, readEntries } from '@lib/records';
import { fail, ok, type EntryTable, type Problem, type Result } from '@lib/rules';
import { isFileError, sayFileError, sayImportFailure } from './records-file';

/** Where the entries of a version of a list stand: in the file that names it, or in one of their own. */
export interface ListSource {
  readonly name: string;
  readonly version: number;
  readonly anyCase?: boolean;
  readonly values?: readonly string[];
  /** As it is written: beside the file that names it. */
  readonly file?: string;
  /** The folder of the file that names it. */
  readonly folder: string;
}

const FORMATS: Readonly<Record<string, EntryFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

const SHAPE = 'A list is { "name", "version"?, "anyCase"?, "values": […] } or the same with "file": "entries.txt".';

/** The lists that a file names. */
export function readListSources(given: unknown, folder: string): Result<readonly ListSource[], Problem> {
  const wrong = (at: string): Result<never, Problem> =>
    fail({ severity: 'error', code: 'wrong-list', at, message: 'This is not a list of entries.', hint: SHAPE });
  if (given === undefined) return ok([]);
  if (!Array.isArray(given)) return wrong('/lists');
  const sources: ListSource[] = [];
  for (const [index, one] of (given as readonly unknown[]).entries()) {
    const source = readSource(one, folder);
    if (!source) return wrong(`/lists/${index}`);
    sources.push(source);
  }
  return ok(sources);
}

function readSource(given: unknown, folder: string): ListSource | undefined {
  const { name, version = 1, anyCase, values, file } = (given ?? {}) as { readonly [member: string]: unknown };
  if (typeof name !== 'string' || typeof version !== 'number' || !Number.isSafeInteger(version)) return undefined;
  const source = { name, version, ...(anyCase === true && { anyCase }), folder };
  if (typeof file === 'string' && values === undefined) return { ...source, file };
  const isText = (value: unknown): value is string => typeof value === 'string';
  return Array.isArray(values) && values.every(isText) ? { ...source, values } : undefined;
}

/** The entries themselves, read as the service reads an uploaded list. */
export async function openList({ file, values, folder, anyCase }: ListSource): Promise<Result<EntryTable, string>> {
  const where = file === undefined ? undefined : path.resolve(folder, file);
  const format = where === undefined ? 'ndjson' : (FORMATS[path.extname(where).toLowerCase()] ?? 'text');
  const bytes = where === undefined ? linesOf(values ?? []) : createReadStream(where);
  try {
    const read = await readEntries(bytes, { format, hash: createHash('sha256'), ...(anyCase && { anyCase }) });
    if (!read.ok) return fail(`${where ?? 'values'}: ${sayImportFailure(read.error)}`);
    const [first] = read.value.rejected;
    return first ? fail(`${where ?? 'values'}: line ${first.line}: ${first.message}`) : ok(read.value.table);
  } catch (error) {
    if (where === undefined || !isFileError(error)) throw error;
    return fail(sayFileError(where, error));
  }
}

async function* linesOf(values: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const value of values) yield Buffer.from(`${JSON.stringify(value)}\n`);
}

/** How a file in another folder names the same list. */
export function sourceFrom({ folder, file, ...source }: ListSource, other: string): object {
  return file === undefined ? source : { ...source, file: path.relative(other, path.resolve(folder, file)) };
}
