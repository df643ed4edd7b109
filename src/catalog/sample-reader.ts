import { Injectable } from '@nestjs/common';
import { compileReading } from '@lib/records';
import type { DataRecord } from '@lib/rules';

import type { StoredRecordType } from './record-types';
import { Samples } from './samples';

const KEPT_TYPES = 8;
const RECORDS_PER_TURN = 500;

/** The sample of a record type as rules see it: read through its fields, once per version of the record type. */
@Injectable()
export class SampleReader {
  private readonly read = new Map<string, Promise<readonly DataRecord[]>>();

  constructor(private readonly samples: Samples) {}

  /** Throws what the database throws; a failed read is not kept. */
  records(stored: StoredRecordType): Promise<readonly DataRecord[]> {
    const { name } = stored.recordType;
    const key = `${name} ${stored.version} ${stored.updatedAt}`;
    const known = this.read.get(key);
    if (known) return known;
    const reading = this.readAll(stored);
    for (const old of this.read.keys()) if (old.startsWith(`${name} `)) this.read.delete(old);
    this.read.set(key, reading);
    reading.catch(() => this.read.delete(key));
    const [oldest] = this.read.keys();
    if (this.read.size > KEPT_TYPES && oldest !== undefined) this.read.delete(oldest);
    return reading;
  }

  private async readAll({ recordType }: StoredRecordType): Promise<readonly DataRecord[]> {
    const raw = await this.samples.read(recordType.name);
    const read = compileReading(recordType);
    const records: DataRecord[] = [];
    for (const record of raw) {
      records.push(read(record).record);
      if (records.length % RECORDS_PER_TURN === 0) await new Promise<void>(resolve => setImmediate(resolve));
    }
    return records;
  }
}
