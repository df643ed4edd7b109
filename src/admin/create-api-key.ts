import { ok, type Result } from '@lib/rules';

import { SYSTEM } from '../auth/actor';
import { ApiKeysService, type NewApiKey } from '../auth/api-keys.service';
import type { Env } from '../config/env';
import { withServices } from './with-services';

export interface ApiKeyMade {
  readonly id: string;
  /** Shown once. */
  readonly key: string;
}

/** Makes a key for a program. */
export async function createApiKey(env: Env, fresh: NewApiKey): Promise<Result<ApiKeyMade, 'past'>> {
  return withServices(env, async services => {
    const made = await services.get(ApiKeysService, { strict: false }).create(fresh, SYSTEM);
    return made.ok ? ok({ id: made.value.apiKey.id, key: made.value.key }) : made;
  });
}
