import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { fail, ok, type Result } from '@lib/rules';

import { Database } from '../database/database';
import { AuditTrail } from '../audit/audit-trail';
import { WallClock } from '../runtime/wall-clock';
import type { Actor } from './actor';
import { type ApiKey, ApiKeys } from './api-keys';
import type { Right, Rights, Scope } from './rights';
import { sameText, Secret } from './secret';

const TOUCH_MS = 60_000;
const SAMPLE_ID = 'demo000000000000';

/** What each scope lets a key do; the route's own scope is checked besides. */
const RIGHTS_OF: Readonly<Record<Scope, readonly Right[]>> = {
  apply: ['apply'],
  translate: ['ask', 'see-samples'],
  read: ['see-samples'],
  import: ['ask'],
};

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly recordTypes?: readonly string[];
  readonly expiresAt?: string;
}

/** Makes, recognises and revokes the keys of programs: `rw_<id>_<secret>`, found by id, proved by a fast keyed hash. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly keys: ApiKeys,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: WallClock,
    private readonly secret: Secret,
  ) {}

  /** The key is in the answer and nowhere else. */
  async create(fresh: NewApiKey, by: Actor): Promise<Result<{ key: string; apiKey: ApiKey }, 'past'>> {
    if (fresh.expiresAt !== undefined && fresh.expiresAt <= this.clock.now()) return fail('past');
    const id = randomBytes(8).toString('hex');
    return ok(await this.store(id, randomBytes(24).toString('hex'), fresh, by));
  }

  /** The sample key of demo mode: the same as long as the data directory is the same. */
  async createSample(fresh: NewApiKey, by: Actor): Promise<string> {
    const secret = this.secret.sign('sample api key').slice(0, 48);
    if (await this.keys.find(SAMPLE_ID)) return keyText(SAMPLE_ID, secret);
    return (await this.store(SAMPLE_ID, secret, fresh, by)).key;
  }

  /** Production: the sample key opens nothing, even where the secret stayed the same. */
  async revokeSample(by: Actor): Promise<void> {
    if (await this.keys.find(SAMPLE_ID)) await this.revoke(SAMPLE_ID, by);
  }

  async recognise(text: string): Promise<Actor | undefined> {
    const [, id, secret] = /^rw_([a-z0-9]{16})_([a-f0-9]{48})$/.exec(text) ?? [];
    if (!id || !secret) return undefined;
    const key = await this.keys.find(id);
    if (!key || !sameText(key.signature, this.secret.sign(keyText(id, secret)))) return undefined;
    const now = this.clock.now();
    if (key.revokedAt !== undefined || (key.expiresAt !== undefined && key.expiresAt <= now)) return undefined;
    if (key.usedAt === undefined || Date.parse(key.usedAt) + TOUCH_MS <= this.clock.millis())
      await this.keys.touch(id, now);
    return { kind: 'key', id: `key:${id}`, name: key.name, scopes: key.scopes, rights: rightsOf(key) };
  }

  async revoke(id: string, by: Actor): Promise<boolean> {
    return this.database.write(async () => {
      const done = await this.keys.revoke(id, this.clock.now());
      if (done) await this.audit.append(by, { action: 'api-key-revoked', subject: { type: 'api-key', id } });
      return done;
    });
  }

  private async store(
    id: string,
    secret: string,
    fresh: NewApiKey,
    by: Actor,
  ): Promise<{ key: string; apiKey: ApiKey }> {
    const key = keyText(id, secret);
    const apiKey: ApiKey = {
      id,
      signature: this.secret.sign(key),
      createdBy: by.id,
      createdAt: this.clock.now(),
      ...fresh,
    };
    await this.database.write(async () => {
      await this.keys.add(apiKey);
      await this.audit.append(by, {
        action: 'api-key-created',
        subject: { type: 'api-key', id },
        detail: { name: fresh.name, scopes: fresh.scopes },
      });
    });
    return { key, apiKey };
  }
}

function keyText(id: string, secret: string): string {
  return `rw_${id}_${secret}`;
}

function rightsOf(key: ApiKey): Rights {
  return Object.fromEntries(
    key.scopes.flatMap(scope => RIGHTS_OF[scope]).map(right => [right, key.recordTypes ?? '*']),
  );
}
