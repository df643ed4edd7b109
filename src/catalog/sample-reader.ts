import { setImmediate as nextTurn } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { compileReading } from '@lib/records';
import type { DataRecord, RecordType } from '@lib/rules';

import { RecordTypes, type StoredRecordType } from './record-types';
import { Samples } from './samples';

export interface ReadSample {
  readonly stored: StoredRecordType;
  readonly recordType: RecordType;
  /** The sample as rules see it. */
  readonly records: readonly DataRecord[];
  /** Records the sample was drawn from. */
  readonly total: number;
}

/** Records read between two turns of the event loop. */
const READ_AT_ONCE = 500;
const MOST_CACHED = 8;

/** The sample of a record type as rules see it; read once per version and kept while in use. */
@Injectable()
export class SampleReader {
  private readonly cache = new Map<string, { readonly version: number; readonly sample: Promise<ReadSample> }>();

  constructor(
    private readonly recordTypes: RecordTypes,
    private readonly samples: Samples,
  ) {}

  /** Undefined where there is no such record type. */
  async read(name: string): Promise<ReadSample | undefined> {
    const stored = await this.recordTypes.find(name);
    if (!stored) return undefined;
    const cached = this.cache.get(name);
    if (cached?.version === stored.version) return cached.sample;
    const sample = this.load(stored);
    this.cache.delete(name);
    this.cache.set(name, { version: stored.version, sample });
    // What failed is not kept.
    sample.catch(() => this.forget(name));
    const oldest = this.cache.size > MOST_CACHED ? this.cache.keys().next().value : undefined;
    if (oldest !== undefined) this.cache.delete(oldest);
    return sample;
  }

  /** After the sample changed without its record type, as when records are pinned. */
  forget(name: string): void {
    this.cache.delete(name);
  }

  private async load(stored: StoredRecordType): Promise<ReadSample> {
    const raw = await this.samples.read(stored.recordType.name);
    const readRecord = compileReading(stored.recordType);
    const records: DataRecord[] = [];
    for (let at = 0; at < raw.length; at += READ_AT_ONCE) {
      for (const record of raw.slice(at, at + READ_AT_ONCE)) records.push(readRecord(record).record);
      await nextTurn();
    }
    return { stored, recordType: stored.recordType, records, total: Math.max(stored.records, records.length) };
  }
}
