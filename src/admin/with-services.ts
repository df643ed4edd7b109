import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';

import type { INestApplicationContext } from '@nestjs/common';

import { AdminModule } from './admin.module';
import type { Env } from '../config/env';
import { SystemWallClock, type WallClock } from '../runtime/wall-clock';

/**
 * Runs `work` with the service's own parts but without serving. The database file may be in use by a running service:
 * what is done here is short, and SQLite keeps two writers apart.
 */
export async function withServices<T>(
  env: Env,
  work: (services: INestApplicationContext) => Promise<T>,
  clock: WallClock = new SystemWallClock(),
): Promise<T> {
  const services = await NestFactory.createApplicationContext(
    AdminModule.with({ env, clock, log: pino({ level: 'silent' }) }),
    {
      logger: false,
      abortOnError: false,
    },
  );
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}
