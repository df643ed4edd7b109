import { Injectable } from '@nestjs/common';
import { fail, type Result } from '@lib/rules';

import { AuditTrail } from '../audit/audit-trail';
import { Database } from '../database/database';
import { Ids } from '../runtime/ids';
import { WallClock } from '../runtime/wall-clock';
import type { Actor } from './actor';
import { hashPassword } from './password';
import { PERSONAS } from './personas';
import { type Preset, PRESETS, type Rights } from './rights';
import { Sessions } from './sessions';
import { UserRow } from './user.entity';
import { type User, type UserChange, Users } from './users';

export interface NewUser {
  readonly name: string;
  readonly password: string;
  readonly preset?: Preset;
  readonly rights?: Rights;
}

export interface ChangedUser {
  readonly version?: number;
  readonly name?: string;
  readonly password?: string;
  readonly preset?: Preset;
  readonly rights?: Rights;
  readonly disabled?: boolean;
}

export type UserRefusal = 'unknown' | 'stale' | 'name-taken' | 'last-admin';

/** Keeps the people: who there is, and what each may do. */
@Injectable()
export class UsersService {
  constructor(
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly ids: Ids,
    private readonly clock: WallClock,
  ) {}

  async create({ name, password, preset, rights }: NewUser, by: Actor): Promise<Result<User, 'name-taken'>> {
    const user: User = {
      id: this.ids.next(),
      name: name.trim(),
      passwordHash: await hashPassword(password),
      rights: rights ?? PRESETS[preset ?? 'steward'],
      version: 1,
      createdAt: this.clock.now(),
      ...(!rights && { preset: preset ?? 'steward' }),
    };
    return this.store(user, by);
  }

  async change(
    id: string,
    { version, password, disabled, ...wanted }: ChangedUser,
    by: Actor,
  ): Promise<Result<User, UserRefusal>> {
    const found = await this.users.find(id);
    if (!found) return fail('unknown');
    const change: UserChange = {
      ...(wanted.name !== undefined && { name: wanted.name.trim() }),
      ...(wanted.preset !== undefined && { preset: wanted.preset, rights: PRESETS[wanted.preset] }),
      ...(wanted.rights !== undefined && { rights: wanted.rights, preset: null }),
      ...(password !== undefined && { passwordHash: await hashPassword(password) }),
      ...(disabled !== undefined && { disabledAt: disabled ? this.clock.now() : null }),
    };
    return this.database.write(async () => {
      const changed = await this.users.change(id, version ?? found.version, change);
      if (!changed.ok) return changed;
      // A new password or a closed door also ends what is open.
      if (password !== undefined || disabled === true) await this.sessions.removeOf(id);
      await this.audit.append(by, {
        action: 'user-changed',
        subject: { type: 'user', id, version: changed.value.version },
        detail: { changed: Object.keys(change).map(name => (name === 'passwordHash' ? 'password' : name)) },
      });
      return changed;
    });
  }

  /** Demo mode: the personas exist, with the rights of their presets. */
  async ensurePersonas(by: Actor): Promise<void> {
    for (const { id, name, preset } of PERSONAS) {
      if (await this.users.find(id)) continue;
      await this.store({ id, name, preset, rights: PRESETS[preset], version: 1, createdAt: this.clock.now() }, by);
    }
  }

  /** Production: what a demo left behind lets nobody in. */
  async disablePersonas(by: Actor): Promise<void> {
    for (const { id } of PERSONAS) {
      const user = await this.users.find(id);
      if (!user || user.disabledAt) continue;
      await this.database.write(async manager => {
        await this.sessions.removeOf(id);
        await manager.update(UserRow, { id }, { disabledAt: this.clock.now() });
        await this.audit.append(by, {
          action: 'user-changed',
          subject: { type: 'user', id },
          detail: { changed: ['disabledAt'] },
        });
      });
    }
  }

  private async store(user: User, by: Actor): Promise<Result<User, 'name-taken'>> {
    return this.database.write(async () => {
      const added = await this.users.add(user);
      if (added.ok) {
        await this.audit.append(by, {
          action: 'user-created',
          subject: { type: 'user', id: user.id },
          detail: { name: user.name, rights: Object.keys(user.rights) },
        });
      }
      return added;
    });
  }
}
