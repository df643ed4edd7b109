import { Injectable } from '@nestjs/common';
import { fail, ok, type Result } from '@lib/rules';
import { IsNull, MoreThan } from 'typeorm';

import { Database } from '../database/database';
import { isDuplicate } from '../database/database-failure';
import { type Page, pageOf, type PageRequest } from '../database/page';
import type { Preset } from './rights';
import { UserRow } from './user.entity';
import { type User, type UserChange, Users } from './users';

@Injectable()
export class TypeormUsers extends Users {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string): Promise<User | undefined> {
    const row = await this.database.read.findOneBy(UserRow, { id });
    return row ? toUser(row) : undefined;
  }

  async findByName(name: string): Promise<User | undefined> {
    const row = await this.database.read.findOneBy(UserRow, { nameKey: nameKeyOf(name) });
    return row ? toUser(row) : undefined;
  }

  async list({ limit, cursor }: PageRequest): Promise<Page<User>> {
    const rows = await this.database.read.find(UserRow, {
      where: cursor ? { id: MoreThan(cursor) } : {},
      order: { id: 'ASC' },
      take: limit + 1,
    });
    return pageOf(rows, limit, row => row.id, toUser);
  }

  async add(user: User): Promise<Result<User, 'name-taken'>> {
    try {
      await this.database.write(manager =>
        manager.insert(UserRow, {
          id: user.id,
          name: user.name,
          nameKey: nameKeyOf(user.name),
          passwordHash: user.passwordHash ?? null,
          preset: user.preset ?? null,
          rights: user.rights,
          version: user.version,
          createdAt: user.createdAt,
          disabledAt: user.disabledAt ?? null,
        }),
      );
      return ok(user);
    } catch (error) {
      if (isDuplicate(error)) return fail('name-taken');
      throw error;
    }
  }

  async change(
    id: string,
    version: number,
    change: UserChange,
  ): Promise<Result<User, 'stale' | 'name-taken' | 'last-admin'>> {
    try {
      return await this.database.write(async manager => {
        // Takes every row, so that two admins who remove each other at once come one after the other on SQL Server too.
        await manager
          .createQueryBuilder()
          .update(UserRow)
          .set({ version: () => '"version"' })
          .execute();
        const before = await this.countAdmins();
        const row = await manager.findOneBy(UserRow, { id, version });
        if (!row) return fail('stale');
        const next = { ...row, ...change, version: version + 1, nameKey: nameKeyOf(change.name ?? row.name) };
        const loses = isAdmin(row) && !isAdmin(next);
        if (loses && before <= 1) return fail('last-admin');
        const { id: _id, createdAt: _at, ...values } = next;
        const { affected } = await manager.update(UserRow, { id, version }, values);
        return affected === 1 ? ok(toUser(next)) : fail('stale');
      });
    } catch (error) {
      if (isDuplicate(error)) return fail('name-taken');
      throw error;
    }
  }

  async countAdmins(): Promise<number> {
    return (await this.database.read.findBy(UserRow, { disabledAt: IsNull() })).filter(isAdmin).length;
  }
}

function isAdmin(row: Pick<UserRow, 'rights' | 'disabledAt'>): boolean {
  return row.disabledAt === null && row.rights['manage-people'] === '*';
}

function nameKeyOf(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

function toUser(row: UserRow): User {
  return {
    id: row.id,
    name: row.name,
    rights: row.rights,
    version: row.version,
    createdAt: row.createdAt,
    ...(row.passwordHash !== null && { passwordHash: row.passwordHash }),
    ...(row.preset !== null && { preset: row.preset as Preset }),
    ...(row.disabledAt !== null && { disabledAt: row.disabledAt }),
  };
}
