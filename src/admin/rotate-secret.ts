import { SYSTEM } from '../auth/actor';
import { ApiKeys } from '../auth/api-keys';
import { Secret } from '../auth/secret';
import { AuditTrail } from '../audit/audit-trail';
import type { Env } from '../config/env';
import { Database } from '../database/database';
import { WallClock } from '../runtime/wall-clock';
import { isSettingName, SETTINGS } from '../settings/setting-table';
import { Settings } from '../settings/settings';
import { withServices } from './with-services';

export interface SecretRotated {
  /** Settings sealed anew. */
  readonly settings: number;
  /** Settings the old secret could not open: they must be entered again. */
  readonly lost: readonly string[];
  /** API keys are signed with the secret and cannot be signed anew: they end, and programs need new ones. */
  readonly revokedKeys: number;
}

/** Seals everything with a new secret. The service must be stopped, and started with the new one. */
export async function rotateSecret(env: Env, newSecret: string): Promise<SecretRotated> {
  return withServices(env, async services => {
    const of = <T>(token: abstract new (...args: never[]) => T): T => services.get<T>(token, { strict: false });
    const [settings, keys, clock, audit, old] = [of(Settings), of(ApiKeys), of(WallClock), of(AuditTrail), of(Secret)];
    const next = new Secret(newSecret);
    return of(Database).write(async () => {
      const sealed = new Map<string, string | null>();
      const lost: string[] = [];
      for (const [name, value] of await settings.read()) {
        if (!isSettingName(name) || !SETTINGS[name].isSecret) continue;
        const text = old.open(value, name);
        if (text === undefined) lost.push(name);
        sealed.set(name, text === undefined ? null : next.seal(text, name));
      }
      await settings.change(sealed);
      const revokedKeys = await keys.revokeAll(clock.now());
      await audit.append(SYSTEM, {
        action: 'secret-rotated',
        subject: { type: 'installation', id: 'secret' },
        detail: { revokedKeys, lost },
      });
      return { settings: sealed.size - lost.length, lost, revokedKeys };
    });
  });
}
