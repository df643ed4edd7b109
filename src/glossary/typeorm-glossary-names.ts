import { Injectable } from '@nestjs/common';
import { fail, type NamedList, nameKey, ok, type Result, type Term } from '@lib/rules';
import { type EntityManager, In, IsNull } from 'typeorm';

import { Database } from '../database/database';
import { isDuplicate } from '../database/database-failure';
import { Ids } from '../runtime/ids';
import { WallClock } from '../runtime/wall-clock';
import { GlossaryNameRow } from './glossary-name.entity';
import { GlossaryNames, type Meaning, type NameReference, type NameVersion } from './glossary-names';
import { GlossaryVersionRow } from './glossary-version.entity';

type Author = NameVersion['author'];

/** SQL Server takes at most 2,100 parameters; each reference is two. */
const AT_ONCE = 1_000;

@Injectable()
export class TypeormGlossaryNames extends GlossaryNames {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: WallClock,
  ) {
    super();
  }

  async current(recordType: string): Promise<readonly NameVersion[]> {
    const names = await this.database.read.findBy(GlossaryNameRow, { recordType, archivedAt: IsNull() });
    // Here, because databases order letters each in their own way.
    names.sort((a, b) => (a.nameKey < b.nameKey ? -1 : 1));
    const versions = await this.database.read
      .createQueryBuilder(GlossaryVersionRow, 'version')
      .innerJoin(GlossaryNameRow, 'name', 'name.id = version.nameId AND name.latestVersion = version.version')
      .where('name.recordType = :recordType AND name.archivedAt IS NULL', { recordType })
      .getMany();
    return joined(names, versions);
  }

  /** Every change makes a version more or archives a name, and only a version more takes a name out of the archive. */
  async stamp(recordType: string): Promise<string> {
    const row = await this.database.read
      .createQueryBuilder(GlossaryNameRow, 'name')
      .select('COUNT(*)', 'names')
      .addSelect('SUM(name.latestVersion)', 'versions')
      .addSelect('COUNT(name.archivedAt)', 'archived')
      .where('name.recordType = :recordType', { recordType })
      .getRawOne<{ names: number; versions: number | null; archived: number }>();
    return `${row?.names ?? 0} ${row?.versions ?? 0} ${row?.archived ?? 0}`;
  }

  async find(recordType: string, id: string): Promise<NameVersion | undefined> {
    const name = await this.database.read.findOneBy(GlossaryNameRow, { id, recordType, archivedAt: IsNull() });
    if (!name) return undefined;
    const where = { nameId: id, version: name.latestVersion };
    return joined([name], await this.database.read.findBy(GlossaryVersionRow, where))[0];
  }

  async versionsOf(id: string): Promise<readonly NameVersion[]> {
    const name = await this.database.read.findOneBy(GlossaryNameRow, { id });
    if (!name) return [];
    const order = { version: 'DESC' as const };
    return joined([name], await this.database.read.find(GlossaryVersionRow, { where: { nameId: id }, order }));
  }

  async versionsNamed(recordType: string, references: readonly NameReference[]): Promise<readonly NameVersion[]> {
    const found: NameVersion[] = [];
    for (let at = 0; at < references.length; at += AT_ONCE) {
      const wanted = references.slice(at, at + AT_ONCE);
      const nameKeys = In([...new Set(wanted.map(({ name }) => nameKey(name)))]);
      const names = await this.database.read.findBy(GlossaryNameRow, { recordType, nameKey: nameKeys });
      if (names.length === 0) continue;
      const versions = await this.database.read.findBy(GlossaryVersionRow, {
        nameId: In(names.map(({ id }) => id)),
        version: In([...new Set(wanted.map(({ version }) => version))]),
      });
      const said = new Set(wanted.map(({ name, version }) => `${version} ${name}`));
      found.push(...joined(names, versions).filter(version => said.has(saidAs(version))));
    }
    return found;
  }

  async add(recordType: string, meaning: Meaning, author: Author): Promise<Result<NameVersion, 'taken'>> {
    const { name } = meaning.term ?? meaning.list;
    const kind = meaning.term ? 'term' : 'list';
    try {
      return await this.database.write(async manager => {
        const before = await manager.findOneBy(GlossaryNameRow, { recordType, nameKey: nameKey(name) });
        if (before && before.archivedAt === null) return fail('taken');
        const latestVersion = (before?.latestVersion ?? 0) + 1;
        const changed = { kind, name, latestVersion, archivedAt: null };
        const row: GlossaryNameRow = before
          ? { ...before, ...changed }
          : { id: this.ids.next(), recordType, nameKey: nameKey(name), createdAt: this.clock.now(), ...changed };
        if (!before) await manager.insert(GlossaryNameRow, row);
        else {
          const { affected } = await manager.update(
            GlossaryNameRow,
            { id: row.id, latestVersion: before.latestVersion },
            changed,
          );
          if (affected !== 1) return fail('taken');
        }
        return ok(await this.insert(manager, row, meaning, author));
      });
    } catch (error) {
      if (isDuplicate(error)) return fail('taken');
      throw error;
    }
  }

  async addVersion(
    id: string,
    after: number,
    meaning: Meaning,
    author: Author,
  ): Promise<Result<NameVersion, 'stale' | 'gone'>> {
    return this.database.write(async manager => {
      const where = { id, latestVersion: after, archivedAt: IsNull() };
      const changed = { latestVersion: after + 1, name: (meaning.term ?? meaning.list).name };
      const { affected } = await manager.update(GlossaryNameRow, where, changed);
      const row = await manager.findOneBy(GlossaryNameRow, { id, archivedAt: IsNull() });
      if (!row) return fail('gone');
      if (affected !== 1) return fail('stale');
      return ok(await this.insert(manager, row, meaning, author));
    });
  }

  async archive(id: string): Promise<boolean> {
    const { affected } = await this.database.write(manager =>
      manager.update(GlossaryNameRow, { id, archivedAt: IsNull() }, { archivedAt: this.clock.now() }),
    );
    return affected === 1;
  }

  private async insert(
    manager: EntityManager,
    name: GlossaryNameRow,
    meaning: Meaning,
    author: Author,
  ): Promise<NameVersion> {
    const row: GlossaryVersionRow = {
      id: this.ids.next(),
      nameId: name.id,
      version: name.latestVersion,
      body: meaning.term ? { term: meaning.term } : { list: meaning.list },
      entriesId: meaning.list ? (meaning.entriesId ?? null) : null,
      authorId: author.id,
      authorName: author.name,
      createdAt: this.clock.now(),
    };
    await manager.insert(GlossaryVersionRow, row as never);
    return toVersion(name, row);
  }
}

function saidAs({ term, list }: NameVersion): string {
  const { version, name } = term ?? list;
  return `${version} ${name}`;
}

/** In the order of the names, then in that of the versions. */
function joined(names: readonly GlossaryNameRow[], versions: readonly GlossaryVersionRow[]): readonly NameVersion[] {
  const ofName = new Map<string, GlossaryVersionRow[]>();
  for (const version of versions) {
    const known = ofName.get(version.nameId);
    if (known) known.push(version);
    else ofName.set(version.nameId, [version]);
  }
  return names.flatMap(name => (ofName.get(name.id) ?? []).map(version => toVersion(name, version)));
}

function toVersion({ id, recordType }: GlossaryNameRow, row: GlossaryVersionRow): NameVersion {
  const { term, list } = row.body as {
    readonly term?: Omit<Term, 'version'>;
    readonly list?: Omit<NamedList, 'version'>;
  };
  const facts = {
    id,
    recordType,
    author: { id: row.authorId, name: row.authorName },
    createdAt: row.createdAt,
  };
  if (term) return { ...facts, term: { ...term, version: row.version } };
  return {
    ...facts,
    list: { ...(list as Omit<NamedList, 'version'>), version: row.version },
    ...(row.entriesId !== null && { entriesId: row.entriesId }),
  };
}
