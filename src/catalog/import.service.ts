import { Injectable } from '@nestjs/common';
import { type ImportFailure, type Imported, importRecords, type RecordFormat } from '@lib/records';
import { type DataRecord, fail, ok, type RecordType, type Result } from '@lib/rules';

import { AuditTrail } from '../audit/audit-trail';
import type { Actor } from '../auth/actor';
import { LIMITS } from '../config/limits';
import { Database } from '../database/database';
import { KnownKeys } from './known-keys';
import { mergeSamples } from './merge-samples';
import { RecordTypeWatch } from './record-type-watch';
import { RecordTypes, type StoredRecordType } from './record-types';
import { Samples } from './samples';

export interface ImportRequest {
  readonly name: string;
  readonly format?: RecordFormat;
  readonly mode: 'append' | 'replace';
  readonly source?: string;
  readonly signal?: AbortSignal;
}

export interface Import {
  readonly stored: StoredRecordType;
  readonly imported: number;
  /** How many records that were there gave way to new ones with their key. */
  readonly replaced: number;
  readonly rejected: Imported['rejected'];
  readonly rejectedCount: number;
  readonly asText: Imported['asText'];
  readonly assumed: Imported['assumed'];
}

export type ImportRefusal =
  | { readonly kind: 'unreadable'; readonly failure: ImportFailure }
  /** Somebody changed the record type while the records came in. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'running' }
  /** There is one whose name differs in case only: on a database that does not tell them apart they would be one. */
  | { readonly kind: 'other-spelling'; readonly name: string };

/** Brings records in: every one enters the profile, a bounded sample of them is kept. */
@Injectable()
export class ImportService {
  private readonly running = new Set<string>();

  constructor(
    private readonly recordTypes: RecordTypes,
    private readonly samples: Samples,
    private readonly watch: RecordTypeWatch,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async import(
    input: AsyncIterable<Uint8Array>,
    request: ImportRequest,
    by: Actor,
  ): Promise<Result<Import, ImportRefusal>> {
    const key = request.name.toLowerCase();
    if (this.running.has(key)) return fail({ kind: 'running' });
    this.running.add(key);
    try {
      return await this.run(input, request, by);
    } finally {
      this.running.delete(key);
    }
  }

  /** Takes profiles anew from the sample, after its values are read differently. */
  async profileAnew(recordType: RecordType): Promise<RecordType> {
    const sample = await this.samples.read(recordType.name);
    return sample.length === 0 ? recordType : withProfilesOf(recordType, sample);
  }

  private async run(
    input: AsyncIterable<Uint8Array>,
    { name, format, mode, source, signal }: ImportRequest,
    by: Actor,
  ): Promise<Result<Import, ImportRefusal>> {
    const spelling = await this.recordTypes.spellingOf(name);
    if (spelling !== undefined && spelling !== name) return fail({ kind: 'other-spelling', name: spelling });
    const before = await this.recordTypes.find(name);
    const older = mode === 'append' && before ? await this.drawn(name) : [];
    const known = before && new KnownKeys(before.recordType, older);
    const read = await importRecords(input, {
      name,
      // Where all that is known of comes again, what it showed no longer counts.
      mode: () => (older.length > 0 && known?.remaining.length === 0 ? 'replace' : mode),
      sampleSize: LIMITS.sampleRecords,
      ...(known && { onRecord: raw => known.meet(raw) }),
      ...(before && { existing: before.recordType }),
      ...(format && { format }),
      ...(signal && { signal }),
    });
    if (!read.ok) return fail({ kind: 'unreadable', failure: read.error });
    const { recordType, imported, rejected, rejectedCount, asText, assumed, sample } = read.value;
    const there = mode === 'append' ? (before?.records ?? 0) : 0;
    const remaining = known?.remaining ?? [];
    const replaced = shareOf(there, older.length - remaining.length, older.length);
    const kept = there - replaced;
    const merged = kept > 0 ? mergeSamples(remaining, kept, sample, imported, LIMITS.sampleRecords) : sample;
    // Profiles cannot forget single records; where the sample holds all there are, they are taken anew from it.
    const isWhole = merged.length === kept + imported;
    const profiled = replaced > 0 && kept > 0 && isWhole ? await withProfilesOf(recordType, merged) : recordType;
    const sampleId = await this.samples.write(name, merged);
    const stored = await this.database.write(async () => {
      const done = await this.recordTypes.keepImport(
        {
          recordType: profiled,
          records: kept + imported,
          sampleId,
          sampleSize: merged.length,
          ...(source !== undefined && { source }),
        },
        before?.version,
      );
      if (done.ok) {
        await this.audit.append(by, {
          action: 'records-imported',
          subject: { type: 'record-type', id: name, version: done.value.version },
          recordType: name,
          detail: { mode, imported, replaced, rejected: rejectedCount },
        });
        await this.watch.changed(done.value.recordType, by);
      }
      return done;
    });
    await this.samples.sweep(name);
    return stored.ok
      ? ok({ stored: stored.value, imported, replaced, rejected, rejectedCount, asText, assumed })
      : fail({ kind: 'stale' });
  }

  /** The sample without what is pinned: that stays by itself. */
  private async drawn(name: string): Promise<readonly DataRecord[]> {
    const pinned = (await this.samples.pinned(name)).length;
    return (await this.samples.read(name)).slice(pinned);
  }
}

/** Of so many records as many as of the sample that was drawn from them. */
function shareOf(total: number, part: number, drawn: number): number {
  return drawn === 0 ? 0 : Math.round((total * part) / drawn);
}

/** A record type with the profiles of these records alone. */
async function withProfilesOf(recordType: RecordType, records: readonly DataRecord[]): Promise<RecordType> {
  const found = await importRecords(asLines(records), {
    name: recordType.name,
    existing: recordType,
    mode: 'replace',
    format: 'ndjson',
    sampleSize: 1,
  });
  if (!found.ok) return recordType;
  const profiles = new Map(found.value.recordType.fields.map(field => [field.name, field.profile]));
  return {
    ...recordType,
    fields: recordType.fields.map(field => {
      const profile = profiles.get(field.name);
      return profile ? { ...field, profile } : field;
    }),
  };
}

async function* asLines(records: readonly DataRecord[]): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < records.length; at += 200) {
    yield Buffer.from(
      records
        .slice(at, at + 200)
        .map(record => `${JSON.stringify(record)}\n`)
        .join(''),
    );
    await new Promise(resolve => setImmediate(resolve));
  }
}
