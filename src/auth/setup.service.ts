import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { fail, type Result } from '@lib/rules';

import { AuditTrail } from '../audit/audit-trail';
import { Database } from '../database/database';
import { Ids } from '../runtime/ids';
import { WallClock } from '../runtime/wall-clock';
import { type Actor, SYSTEM } from './actor';
import { hashPassword } from './password';
import { PRESETS } from './rights';
import { sha256 } from './secret';
import { SetupLinks } from './setup-links';
import { type User, Users } from './users';

const LINK_MS = 24 * 3_600_000;

export interface SetupLink {
  readonly token: string;
  readonly expiresAt: string;
}

/** Brings the first admin in: a link made on the server's own command line, good once and for a day. */
@Injectable()
export class SetupService {
  constructor(
    private readonly links: SetupLinks,
    private readonly users: Users,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly ids: Ids,
    private readonly clock: WallClock,
  ) {}

  /** `recovery`: although there are admins, for when none of them can sign in any more. */
  async createLink(options: { readonly recovery?: boolean } = {}): Promise<Result<SetupLink, 'has-admin'>> {
    if (!options.recovery && (await this.users.countAdmins()) > 0) return fail('has-admin');
    const token = randomBytes(32).toString('base64url');
    const expiresAt = this.clock.after(LINK_MS);
    await this.database.write(async () => {
      await this.links.add(sha256(token), this.clock.now(), expiresAt);
      await this.audit.append(SYSTEM, { action: 'setup-link-created', subject: { type: 'installation', id: 'setup' } });
    });
    return { ok: true, value: { token, expiresAt } };
  }

  async use(token: string, name: string, password: string): Promise<Result<User, 'bad-link' | 'name-taken'>> {
    const passwordHash = await hashPassword(password);
    const user: User = {
      id: this.ids.next(),
      name: name.trim(),
      passwordHash,
      preset: 'admin',
      rights: PRESETS.admin,
      version: 1,
      createdAt: this.clock.now(),
    };
    const by: Actor = { kind: 'person', id: user.id, name: user.name, rights: user.rights };
    if (await this.users.findByName(name)) return fail('name-taken');
    return this.database.write(async () => {
      if (!(await this.links.use(sha256(token), this.clock.now()))) return fail('bad-link');
      const added = await this.users.add(user);
      if (!added.ok) throw new Error('Two people took the same name at once.');
      await this.audit.append(by, {
        action: 'user-created',
        subject: { type: 'user', id: user.id },
        detail: { name: user.name, by: 'setup link' },
      });
      return added;
    });
  }
}
