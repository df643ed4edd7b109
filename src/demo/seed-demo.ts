import { SYSTEM } from '../auth/actor';
import type { ImportService } from '../catalog/import.service';
import type { RecordTypes } from '../catalog/record-types';
import { SAMPLE_NAMES, sampleRecords } from './sample-records';

/** Furnishes an empty catalog with the sample records, so that the first screen has something real to ask about. */
export async function seedDemo(recordTypes: RecordTypes, imports: ImportService): Promise<void> {
  if ((await recordTypes.list({ limit: 1 })).items.length > 0) return;
  for (const name of SAMPLE_NAMES) {
    const done = await imports.import(
      asLines(sampleRecords(name)),
      { name, format: 'ndjson', mode: 'replace', source: 'sample catalog' },
      SYSTEM,
    );
    if (!done.ok) throw new Error(`The sample records of ${name} could not be imported (${done.error.kind}).`);
  }
}

async function* asLines(records: Iterable<Record<string, unknown>>): AsyncGenerator<Uint8Array> {
  let lines: string[] = [];
  for (const record of records) {
    lines.push(JSON.stringify(record));
    if (lines.length < 200) continue;
    yield Buffer.from(`${lines.join('\n')}\n`);
    lines = [];
    await new Promise(resolve => setImmediate(resolve));
  }
  if (lines.length > 0) yield Buffer.from(`${lines.join('\n')}\n`);
}
