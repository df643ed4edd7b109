import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { SYSTEM } from './auth/actor';
import { ApiKeysService } from './auth/api-keys.service';
import { UsersService } from './auth/users.service';
import { ImportService } from './catalog/import.service';
import { RecordTypes } from './catalog/record-types';
import type { Env } from './config/env';
import { IdempotentAnswers } from './http/idempotent-answers';
import { seedDemo } from './demo/seed-demo';
import { Prompts } from './translation/prompts';

export interface Started {
  /** Demo mode: the key programs can try the service with. */
  readonly sampleKey?: string;
}

export interface Preparation {
  /** Whether an empty demo gets the sample catalog. Default: yes. */
  readonly seed?: boolean;
}

/** What has to be right before the first request: left-overs of a killed process are named as such, the demo is furnished. */
export async function prepareService(
  app: NestFastifyApplication,
  env: Env,
  { seed = true }: Preparation = {},
): Promise<Started> {
  await app.get(Prompts, { strict: false }).interruptLeftOver();
  await app.get(IdempotentAnswers, { strict: false }).sweep();
  const users = app.get(UsersService, { strict: false });
  if (env.mode === 'production') {
    await users.disablePersonas(SYSTEM);
    await app.get(ApiKeysService, { strict: false }).revokeSample(SYSTEM);
    return {};
  }
  await users.ensurePersonas(SYSTEM);
  if (seed) await seedDemo(app.get(RecordTypes, { strict: false }), app.get(ImportService, { strict: false }));
  const sampleKey = await app
    .get(ApiKeysService, { strict: false })
    .createSample({ name: 'demo key', scopes: ['apply', 'translate', 'read', 'import'] }, SYSTEM);
  return { sampleKey };
}
