import { Injectable } from '@nestjs/common';
import { fail, ok, type RecordType, type Result } from '@lib/rules';
import { IsNull } from 'typeorm';

import { Database } from '../database/database';
import { isDuplicate } from '../database/database-failure';
import { type Page, pageOf, type PageRequest } from '../database/page';
import { WallClock } from '../runtime/wall-clock';
import { RecordTypeRow } from './record-type.entity';
import { type NewImport, RecordTypes, type StoredRecordType } from './record-types';

/** All but the body, which may be long. */
const FACTS = {
  name: true,
  version: true,
  records: true,
  sampleSize: true,
  source: true,
  importedAt: true,
  createdAt: true,
  updatedAt: true,
} as const;
const MOST_BODIES = 8;

@Injectable()
export class TypeormRecordTypes extends RecordTypes {
  private readonly bodies = new Map<string, { readonly version: number; readonly recordType: RecordType }>();

  constructor(
    private readonly database: Database,
    private readonly clock: WallClock,
  ) {
    super();
  }

  /**
   * The same object for the same version: reading ten thousand fields with their profiles takes long, and so does what
   * others make of them and keep with them.
   */
  async find(name: string): Promise<StoredRecordType | undefined> {
    const { read } = this.database;
    const facts = await read.findOne(RecordTypeRow, { select: FACTS, where: { name, archivedAt: IsNull() } });
    // SQL Server compares without regard to case, rights do not: under another spelling there is none.
    if (facts?.name !== name) return undefined;
    const known = this.bodies.get(name);
    if (known?.version === facts.version) return toStored({ ...facts, body: known.recordType });
    const row = await read.findOneBy(RecordTypeRow, { name, version: facts.version, archivedAt: IsNull() });
    // Changed in between: there is another version by now, or none.
    if (!row) return this.find(name);
    const stored = toStored(row);
    // What a transaction wrote may yet be undone, and its version given to something else.
    if (!this.database.isWriting) this.remember(stored);
    return stored;
  }

  async spellingOf(name: string): Promise<string | undefined> {
    const rows = await this.database.read
      .createQueryBuilder(RecordTypeRow, 'type')
      .select('type.name', 'name')
      .where('LOWER(type.name) = :name', { name: name.toLowerCase() })
      .getRawMany<{ name: string }>();
    return (rows.find(row => row.name === name) ?? rows[0])?.name;
  }

  async list({ limit, cursor }: PageRequest, names?: readonly string[]): Promise<Page<StoredRecordType>> {
    if (names?.length === 0) return { items: [], next: null };
    const query = this.database.read
      .createQueryBuilder(RecordTypeRow, 'type')
      .where('type.archivedAt IS NULL')
      .orderBy('type.name', 'ASC')
      .limit(limit + 1);
    if (names) query.andWhere('type.name IN (:...names)', { names });
    if (cursor) query.andWhere('type.name > :cursor', { cursor });
    const rows = await query.getMany();
    return pageOf(rows, limit, row => row.name, toStored);
  }

  async keepImport(imported: NewImport, version: number | undefined): Promise<Result<StoredRecordType, 'stale'>> {
    const now = this.clock.now();
    const values = {
      body: imported.recordType as object,
      records: imported.records,
      sampleId: imported.sampleId,
      sampleSize: imported.sampleSize,
      source: imported.source?.slice(0, 200) ?? null,
      importedAt: now,
      updatedAt: now,
      archivedAt: null,
    };
    const { name } = imported.recordType;
    try {
      return await this.database.write(async manager => {
        const row = await manager.findOneBy(RecordTypeRow, { name });
        if (row && row.name !== name) return fail('stale');
        // An archived one is started anew: its version goes on, so that nobody takes it for the old one.
        const expected = row?.archivedAt ? undefined : row?.version;
        if (expected !== version) return fail('stale');
        const next = {
          name,
          ...values,
          version: (row?.version ?? 0) + 1,
          createdAt: row && !row.archivedAt ? row.createdAt : now,
        };
        if (!row) await manager.insert(RecordTypeRow, next);
        else {
          const { affected } = await manager.update(RecordTypeRow, { name, version: row.version }, next);
          if (affected !== 1) return fail('stale');
        }
        return ok(toStored(next));
      });
    } catch (error) {
      if (isDuplicate(error)) return fail('stale');
      throw error;
    }
  }

  async change(recordType: RecordType, version: number): Promise<Result<StoredRecordType, 'stale'>> {
    const { name } = recordType;
    return this.database.write(async manager => {
      const { affected } = await manager.update(
        RecordTypeRow,
        { name, version, archivedAt: IsNull() },
        { body: recordType, version: version + 1, updatedAt: this.clock.now() },
      );
      const row = affected === 1 ? await manager.findOneBy(RecordTypeRow, { name }) : undefined;
      return row ? ok(toStored(row)) : fail('stale');
    });
  }

  async archive(name: string, version: number): Promise<boolean> {
    const { affected } = await this.database.write(manager =>
      manager.update(
        RecordTypeRow,
        { name, version, archivedAt: IsNull() },
        { archivedAt: this.clock.now(), version: version + 1, sampleId: null, sampleSize: 0 },
      ),
    );
    return affected === 1;
  }

  private remember({ recordType, version }: StoredRecordType): void {
    this.bodies.delete(recordType.name);
    this.bodies.set(recordType.name, { version, recordType });
    const [oldest] = this.bodies.keys();
    if (this.bodies.size > MOST_BODIES && oldest !== undefined) this.bodies.delete(oldest);
  }
}

type Shown = Omit<RecordTypeRow, 'archivedAt' | 'sampleId'>;

function toStored(row: Shown): StoredRecordType {
  return {
    recordType: row.body as RecordType,
    version: row.version,
    records: row.records,
    sample: {
      size: row.sampleSize,
      ...(row.source !== null && { source: row.source }),
      ...(row.importedAt !== null && { importedAt: row.importedAt }),
    },
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
