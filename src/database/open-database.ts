import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { DataSource, type DataSourceOptions, type EntitySchema } from 'typeorm';

import type { DatabaseTarget, Env } from '../config/env';
import { Database } from './database';
import { holdFile } from './file-lock';
import { migrate } from './migrate';

type Class = abstract new (...args: never[]) => unknown;

/** What lies in the database: the rows, and the migrations that made their tables, in order. */
export interface Schema {
  readonly entities: readonly (Class | EntitySchema)[];
  readonly migrations: readonly Class[];
}

/** A foreign lock is waited for inside the driver, which stops the whole process: so briefly. */
const SQLITE_BUSY_MS = 250;
const MSSQL_TIMEOUT_MS = 15_000;
/** Waiting for another instance's migrations, or a change of a large table, takes longer than any request may. */
const MSSQL_MIGRATION_MS = 600_000;
/** The longest text that is no `nvarchar(max)`. */
const MSSQL_SHORT_TEXT = 4000;

/** Opens, migrates and hands out the database. `alone` keeps other services away from an embedded file. */
export async function openDatabase(
  env: Pick<Env, 'database' | 'migrationDatabase'>,
  schema: Schema,
  options: { readonly alone?: boolean } = {},
): Promise<Database> {
  const target = env.database;
  if (target.kind === 'mssql') {
    const driver = await mssqlDriver();
    const migrating = { connections: 1, timeout: MSSQL_MIGRATION_MS };
    const serving = { connections: 10, timeout: MSSQL_TIMEOUT_MS };
    await migrate(() => new DataSource(mssqlOptions(env.migrationDatabase ?? target, schema, driver, migrating)));
    const source = new DataSource(mssqlOptions(target, schema, driver, serving));
    await source.initialize();
    return new Database(source, source);
  }
  mkdirSync(dirname(target.file), { recursive: true });
  const release = (options.alone ?? true) ? holdFile(target.file) : undefined;
  try {
    const writer = new DataSource(sqliteOptions(target.file, schema, false));
    await migrate(() => writer);
    const reader = new DataSource(sqliteOptions(target.file, schema, true));
    await reader.initialize();
    return new Database(writer, reader, release);
  } catch (error) {
    release?.();
    throw error;
  }
}

function sqliteOptions(file: string, schema: Schema, readonly: boolean): DataSourceOptions {
  return {
    ...schemaOptions(schema),
    type: 'better-sqlite3',
    name: readonly ? 'reader' : 'writer',
    database: file,
    readonly,
    fileMustExist: readonly,
    timeout: SQLITE_BUSY_MS,
    enableWAL: !readonly,
    prepareDatabase: (connection: { pragma(text: string): unknown }) => {
      if (!readonly) connection.pragma('synchronous = FULL');
    },
  } as DataSourceOptions;
}

/**
 * The driver, declaring texts in two lengths only. Declared as long as their column, a longer one (an id somebody made up)
 * would break the call instead of finding nothing; declared as long as they are, each would be compiled a plan of its own.
 */
async function mssqlDriver(): Promise<object> {
  const { default: mssql } = await import('mssql');
  return { ...mssql, NVarChar: (length?: number) => mssql.NVarChar(length ? MSSQL_SHORT_TEXT : mssql.MAX) };
}

function mssqlOptions(
  target: DatabaseTarget,
  schema: Schema,
  driver: object,
  { connections, timeout }: { readonly connections: number; readonly timeout: number },
): DataSourceOptions {
  if (target.kind !== 'mssql') throw new Error('The migration database must be a SQL Server too.');
  return {
    ...schemaOptions(schema),
    type: 'mssql',
    driver,
    host: target.host,
    port: target.port,
    database: target.database,
    username: target.user,
    password: target.password,
    requestTimeout: timeout,
    connectionTimeout: MSSQL_TIMEOUT_MS,
    pool: { max: connections },
    options: {
      encrypt: target.encrypt,
      trustServerCertificate: target.trustServerCertificate,
      useUTC: true,
      enableArithAbort: true,
    },
  } as DataSourceOptions;
}

function schemaOptions({ entities, migrations }: Schema) {
  return {
    entities: [...entities],
    migrations: [...migrations],
    synchronize: false,
    migrationsTransactionMode: 'each',
    logging: false,
  };
}
