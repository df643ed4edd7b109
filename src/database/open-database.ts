import { chmodSync, existsSync } from 'node:fs';
import { DataSource, type DataSourceOptions, type EntitySchema } from 'typeorm';

import type { DatabaseTarget, Env } from '../config/env';
import { readDriverError } from './database-failure';
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

/** How the writing side is reached. */
export async function writerOptions(env: Pick<Env, 'database'>, schema: Schema): Promise<DataSourceOptions> {
  const target = env.database;
  if (target.kind === 'sqlite') return sqliteOptions(target.file, schema, false);
  return mssqlOptions(target, schema, await mssqlDriver(), { connections: 10, timeout: MSSQL_TIMEOUT_MS });
}

/** Opens the writing side with its tables up to date. Fails at once, and with what was opened closed again. */
export async function openWriter(
  env: Pick<Env, 'database' | 'migrationDatabase'>,
  schema: Schema,
  options: DataSourceOptions,
): Promise<DataSource> {
  const writer = new DataSource(options);
  try {
    if (env.database.kind === 'sqlite') {
      await migrate(writer);
      return writer;
    }
    const migrating = { connections: 1, timeout: MSSQL_MIGRATION_MS };
    const target = env.migrationDatabase ?? env.database;
    await migrate(new DataSource(mssqlOptions(target, schema, await mssqlDriver(), migrating)));
    return await writer.initialize();
  } catch (error) {
    if (writer.isInitialized) await writer.destroy();
    throw readDriverError(error);
  }
}

/** The reading side: a connection of its own to an embedded file; SQL Server keeps readers apart itself. */
export async function openReader(writer: DataSource, env: Pick<Env, 'database'>, schema: Schema): Promise<DataSource> {
  if (env.database.kind !== 'sqlite') return writer;
  return new DataSource(sqliteOptions(env.database.file, schema, true)).initialize();
}

function sqliteOptions(file: string, schema: Schema, readonly: boolean): DataSourceOptions {
  return {
    ...schemaOptions(schema),
    type: 'better-sqlite3',
    database: file,
    readonly,
    fileMustExist: readonly,
    timeout: SQLITE_BUSY_MS,
    enableWAL: !readonly,
    prepareDatabase: (connection: { pragma(text: string): unknown }) => {
      if (readonly) return;
      // Prompts, records and sessions are for nobody else on the machine; what SQLite writes beside the file follows it.
      if (existsSync(file)) chmodSync(file, 0o600);
      connection.pragma('synchronous = FULL');
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
