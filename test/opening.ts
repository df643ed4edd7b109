import 'reflect-metadata';

import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { ConfigModule } from '../src/config/config.module';
import { type Env, readEnv } from '../src/config/env';
import { Database } from '../src/database/database';
import { DatabaseModule } from '../src/database/database.module';
import type { Schema } from '../src/database/open-database';
import { SCHEMA } from '../src/schema';

export interface OpenedDatabase {
  readonly nest: INestApplicationContext;
  readonly database: Database;
}

/** The database alone, opened and closed as the service does. */
export async function openDatabase(url: string, schema: Schema = SCHEMA): Promise<OpenedDatabase> {
  const nest = await NestFactory.createApplicationContext(
    { module: class {}, imports: [ConfigModule.with(envOf(url)), DatabaseModule.with(schema)] },
    { logger: false, abortOnError: false },
  );
  return { nest, database: nest.get(Database, { strict: false }) };
}

export function envOf(url: string): Env {
  const env = readEnv({ DATABASE_URL: url });
  if (!env.ok) throw new Error(env.error.join('\n'));
  return env.value;
}
