import { fail, ok, type DataRecord, type RecordType, type Result } from '@lib/rules';
import { type AssumedField, FieldCollector, type TextField } from './inference/field-collector';
import { proposeKey, proposeTagsField } from './inference/propose-key';
import { Reservoir } from './profile/reservoir';
import { readRecords } from './source/read-records';
import type { ReadFailure, ReadOptions, RecordFormat } from './source/record-source';
import { Turns } from './turns';

export type ImportMode = 'append' | 'replace';

export interface ImportOptions extends ReadOptions {
  /** Name of the record type. */
  readonly name: string;
  /** The record type these records extend: its fields keep their reading, new ones are added. */
  readonly existing?: RecordType;
  /** `replace` starts the profile of an existing record type anew. A function is asked once all records are read. Default `append`. */
  readonly mode?: ImportMode | (() => ImportMode);
  /** Called with every record as it stands in the file. */
  readonly onRecord?: (raw: DataRecord) => void;
  /** Records kept for previews. Default 10,000. */
  readonly sampleSize?: number;
  /** The same seed over the same records keeps the same sample. Default 1. */
  readonly seed?: number;
  /** Called now and then with the number of records so far. */
  readonly onProgress?: (records: number) => void;
}

/** What an import found out. */
export interface Imported {
  readonly recordType: RecordType;
  readonly format: RecordFormat;
  readonly imported: number;
  /** The first thousand of what was no record; `rejectedCount` counts all. */
  readonly rejected: readonly { readonly line: number; readonly message: string }[];
  readonly rejectedCount: number;
  /** New fields that are text because of a few values, with where those stand. */
  readonly asText: readonly TextField[];
  /** New fields whose values can be read in two ways, with the one taken. */
  readonly assumed: readonly AssumedField[];
  /** Raw records, as `compileReading` takes them. */
  readonly sample: readonly DataRecord[];
}

export interface ImportFailure {
  readonly code: ReadFailure['code'] | 'no-records' | 'aborted';
  readonly message: string;
  readonly line?: number;
  readonly rejected: Imported['rejected'];
}

const MAX_REJECTED = 1_000;
/** Characters from which on a row is most of the block it was cut from, so that a copy of it would free nothing. */
const WIDE_ROW = 16_384;

/** Reads records once, in bounded memory, into a record type with how each field is read, its profile, and a sample. */
export async function importRecords(
  input: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<Result<Imported, ImportFailure>> {
  const source = readRecords(input, options);
  const sample = new Reservoir<DataRecord>(options.sampleSize ?? 10_000, options.seed ?? 1);
  const rejected: { line: number; message: string }[] = [];
  const base: RecordType = options.existing ?? { name: options.name, fields: [] };
  let fields: FieldCollector | undefined;
  const turns = new Turns();
  let imported = 0;
  let rejectedCount = 0;
  const reject = (line: number, message: string): void => {
    rejectedCount += 1;
    if (rejected.length < MAX_REJECTED) rejected.push({ line, message });
  };
  for await (const batch of source.batches()) {
    fields ??= new FieldCollector(base, source.layout?.csv?.labels, source.layout?.csv?.delimiter);
    const isCsv = source.layout?.format === 'csv';
    for (const item of batch) {
      if (item.kind === 'rejected') reject(item.line, item.message);
      else {
        imported += 1;
        fields.add(item.raw, item.line);
        options.onRecord?.(item.raw);
        sample.add(() => (isCsv && item.text.length < WIDE_ROW ? ownCopy(item.raw) : item.raw));
        if (fields.isDue) await fields.judge(turns);
      }
      if (turns.isOver) await turns.giveUp();
    }
    options.onProgress?.(imported);
  }
  if (options.signal?.aborted) return fail({ code: 'aborted', message: 'The import was stopped.', rejected });
  // A file that could not be read to its end is not the file somebody sent: nothing of it is taken.
  if (source.failure) return fail({ ...source.failure, rejected });
  if (imported === 0 || !fields) return fail({ code: 'no-records', message: 'There are no records in it.', rejected });
  const { mode = 'append' } = options;
  const found = await fields.finish(typeof mode === 'function' ? mode() : mode, turns);
  const key = base.key ?? proposeKey(found, options.name);
  const tagsField = base.tagsField ?? proposeTagsField(found);
  const recordType: RecordType = {
    ...base,
    ...(key !== undefined && { key }),
    ...(tagsField !== undefined && { tagsField }),
    fields: found,
  };
  const format = source.layout?.format ?? 'csv';
  const asText = fields.textFields(found);
  const assumed = fields.assumedFields(found);
  return ok({ recordType, format, imported, rejected, rejectedCount, asText, assumed, sample: sample.records });
}

/** A copy whose texts do not hold on to the block they were cut from. */
function ownCopy(record: DataRecord): DataRecord {
  return JSON.parse(JSON.stringify(record)) as DataRecord;
}
