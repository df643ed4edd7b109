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
export async function createApiKey(env: Env, fresh: NewApiKey): Promise<ApiKeyMade> {
  return withServices(env, async services => {
    const { key, apiKey } = await services.get(ApiKeysService, { strict: false }).create(fresh, SYSTEM);
    return { id: apiKey.id, key };
  });
}
