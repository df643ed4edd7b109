import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

import Sqlite from 'better-sqlite3';
import { fail, ok, type Result } from '@lib/rules';

import type { Env } from '../config/env';
import { sayFileFailure } from './say-file-failure';

/** Stands beside the backup as `<file>.json` and tells whether it is whole. */
export interface BackupManifest {
  readonly product: 'rulewright';
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly madeAt: string;
  /** The last migration in it: a restore into an older program is refused. */
  readonly migration: string;
}

export interface BackupRefusal {
  readonly kind: 'not-embedded' | 'no-database' | 'exists' | 'unwritable';
  readonly message: string;
}

/**
 * Copies the embedded database into one file while the service may go on working (SQLite's online backup), with a
 * manifest. Demo secrets and the environment's RULEWRIGHT_SECRET are not in it: keep the secret elsewhere.
 */
export async function backup(
  env: Pick<Env, 'database'>,
  file: string,
  options: { readonly force?: boolean; readonly now?: () => string } = {},
): Promise<Result<BackupManifest, BackupRefusal>> {
  if (env.database.kind !== 'sqlite') {
    return fail({ kind: 'not-embedded', message: 'SQL Server is backed up with its own tools (BACKUP DATABASE).' });
  }
  const source = env.database.file;
  try {
    if (!existsSync(source)) return fail({ kind: 'no-database', message: `There is no database at ${source}.` });
    if (!statSync(source).isFile())
      return fail({ kind: 'no-database', message: `${source} is a folder; DATABASE_URL names a file.` });
    if (existsSync(file) && !options.force) return fail({ kind: 'exists', message: `${file} exists already.` });
    return ok(await write(source, file, options.now?.() ?? new Date().toISOString()));
  } catch (error) {
    const message = sayFileFailure(`${source} could not be backed up to ${file}`, error);
    if (message === undefined) throw error;
    return fail({ kind: 'unwritable', message });
  }
}

async function write(source: string, file: string, madeAt: string): Promise<BackupManifest> {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.part`;
  rmSync(unfinished, { force: true, recursive: true });
  try {
    // What is in the database is for nobody else on the machine, in a copy of it neither.
    writeFileSync(unfinished, '', { mode: 0o600 });
    const database = new Sqlite(source, { readonly: true, fileMustExist: true });
    try {
      await database.backup(unfinished);
    } finally {
      database.close();
    }
    const manifest: BackupManifest = {
      product: 'rulewright',
      file: basename(file),
      bytes: statSync(unfinished).size,
      sha256: await digestOf(unfinished),
      madeAt,
      migration: lastMigration(unfinished),
    };
    renameSync(unfinished, file);
    writeFileSync(`${file}.json`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    return manifest;
  } finally {
    rmSync(unfinished, { force: true, recursive: true });
  }
}

export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The name of the last migration in a database file; reading it also proves that it is one of ours. */
export function lastMigration(file: string): string {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    const row = database.prepare('SELECT name FROM migrations ORDER BY id DESC LIMIT 1').get() as
      { name: string } | undefined;
    return row?.name ?? '';
  } finally {
    database.close();
    // Reading a database in write-ahead mode leaves these two behind.
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  }
}
