import { Injectable } from '@nestjs/common';
import type { DataRecord } from '@lib/rules';
import { In, Not } from 'typeorm';

import { Database } from '../database/database';
import { Ids } from '../runtime/ids';
import { RecordTypeRow } from './record-type.entity';
import { SampleChunkRow } from './sample-chunk.entity';
import { Samples } from './samples';

const CHUNK_RECORDS = 100;
/** Of wide records fewer stand in a chunk: writing or reading one must not take long either. */
const CHUNK_VALUES = 10_000;
/** Chunks per turn at the write gate: a few milliseconds, then others have theirs. */
const CHUNKS_PER_TURN = 10;
const PINNED = 'pinned';

@Injectable()
export class TypeormSamples extends Samples {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {
    super();
  }

  async read(recordType: string): Promise<readonly DataRecord[]> {
    const { read } = this.database;
    const row = await read.findOneBy(RecordTypeRow, { name: recordType });
    if (!row?.sampleId) return [];
    const drawn = await this.chunks(recordType, row.sampleId);
    return [...(await this.pinned(recordType)), ...drawn];
  }

  async write(recordType: string, records: readonly DataRecord[]): Promise<string> {
    const sampleId = this.ids.next();
    const chunks = chunksOf(records).map((chunk, position) => ({
      id: this.ids.next(),
      recordType,
      sampleId,
      position,
      records: chunk,
    }));
    for (let at = 0; at < chunks.length; at += CHUNKS_PER_TURN) {
      await this.database.write(async manager => {
        for (const chunk of chunks.slice(at, at + CHUNKS_PER_TURN)) await manager.insert(SampleChunkRow, chunk);
      });
      await new Promise(resolve => setImmediate(resolve));
    }
    return sampleId;
  }

  async sweep(recordType: string): Promise<void> {
    await this.database.write(async manager => {
      const row = await manager.findOneBy(RecordTypeRow, { name: recordType });
      const keep = row?.archivedAt === null && row.sampleId ? [row.sampleId, PINNED] : [];
      await manager.delete(SampleChunkRow, keep.length > 0 ? { recordType, sampleId: Not(In(keep)) } : { recordType });
    });
  }

  async pin(recordType: string, records: readonly DataRecord[]): Promise<void> {
    await this.database.write(async manager => {
      const position = await manager.countBy(SampleChunkRow, { recordType, sampleId: PINNED });
      await manager.insert(SampleChunkRow, { id: this.ids.next(), recordType, sampleId: PINNED, position, records });
    });
  }

  async pinned(recordType: string): Promise<readonly DataRecord[]> {
    return this.chunks(recordType, PINNED);
  }

  private async chunks(recordType: string, sampleId: string): Promise<readonly DataRecord[]> {
    const chunks = await this.database.read.find(SampleChunkRow, {
      where: { recordType, sampleId },
      order: { position: 'ASC' },
    });
    return chunks.flatMap(chunk => chunk.records as readonly DataRecord[]);
  }
}

function chunksOf(records: readonly DataRecord[]): readonly (readonly DataRecord[])[] {
  const chunks: DataRecord[][] = [];
  let room = 0;
  for (const record of records) {
    const values = Object.keys(record).length;
    const last = chunks.at(-1);
    if (last && last.length < CHUNK_RECORDS && values <= room) last.push(record);
    else {
      chunks.push([record]);
      room = CHUNK_VALUES;
    }
    room -= values;
  }
  return chunks;
}
