import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';

import { Database } from '../database/database';
import { Ids } from '../runtime/ids';
import { WallClock } from '../runtime/wall-clock';
import { GlossaryVersionRow } from './glossary-version.entity';
import { ListChunkRow } from './list-chunk.entity';
import { ListEntries } from './list-entries';

const CHUNK_ENTRIES = 2_000;
/** Chunks per turn at the write gate: a few milliseconds, then others have theirs. */
const CHUNKS_PER_TURN = 4;
const CHUNKS_PER_READ = 10;
const LONGEST_WRITE_MS = 24 * 60 * 60 * 1000;

@Injectable()
export class TypeormListEntries extends ListEntries {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: WallClock,
  ) {
    super();
  }

  async write(entries: Iterable<string>): Promise<string> {
    const entriesId = this.ids.next();
    let position = 0;
    for (const batch of batches(entries, CHUNK_ENTRIES * CHUNKS_PER_TURN)) {
      const rows = [...batches(batch, CHUNK_ENTRIES)].map(chunk => ({
        id: this.ids.next(),
        entriesId,
        position: position++,
        entries: chunk,
      }));
      await this.database.write(async manager => {
        for (const row of rows) await manager.insert(ListChunkRow, row);
      });
      await nextTurn();
    }
    return entriesId;
  }

  async *read(entriesId: string): AsyncGenerator<readonly string[]> {
    for (let at = 0; ; at += CHUNKS_PER_READ) {
      const rows = await this.chunks(entriesId, at, at + CHUNKS_PER_READ - 1);
      for (const { entries } of rows) {
        yield entries;
        await nextTurn();
      }
      if (rows.length < CHUNKS_PER_READ) return;
    }
  }

  async page(entriesId: string, from: number, limit: number): Promise<readonly string[]> {
    const first = Math.floor(from / CHUNK_ENTRIES);
    const rows = await this.chunks(entriesId, first, Math.floor((from + limit - 1) / CHUNK_ENTRIES));
    const start = from - first * CHUNK_ENTRIES;
    return rows.flatMap(({ entries }) => entries).slice(start, start + limit);
  }

  async remove(entriesId: string): Promise<void> {
    await this.database.write(manager => manager.delete(ListChunkRow, { entriesId }));
  }

  async sweep(): Promise<void> {
    const unnamed = this.database.read
      .createQueryBuilder(ListChunkRow, 'chunk')
      .select('chunk.entriesId', 'id')
      .leftJoin(GlossaryVersionRow, 'version', 'version.entriesId = chunk.entriesId')
      .where('version.id IS NULL AND chunk.position = 0');
    const left = await unnamed.getRawMany<{ id: string }>();
    const before = this.clock.millis() - LONGEST_WRITE_MS;
    for (const { id } of left) if (startedAt(id) < before) await this.remove(id);
  }

  private chunks(entriesId: string, first: number, last: number): Promise<readonly ListChunkRow[]> {
    return this.database.read.find(ListChunkRow, {
      where: { entriesId, position: Between(first, last) },
      order: { position: 'ASC' },
    });
  }
}

/** When an id was made: it begins with that moment. */
function startedAt(id: string): number {
  return parseInt(id.replace('-', '').slice(0, 12), 16);
}

function* batches<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
