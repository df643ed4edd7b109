import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

import Sqlite from 'better-sqlite3';
import { fail, ok, type Result } from '@lib/rules';

import type { Env } from '../config/env';
import { FileHeld, holdFile } from '../database/file-lock';
import { SCHEMA } from '../schema';
import { type BackupManifest, digestOf, lastMigration } from './backup';

export interface RestoreRefusal {
  readonly kind: 'not-embedded' | 'no-backup' | 'damaged' | 'newer' | 'exists' | 'in-use';
  readonly message: string;
}

/**
 * Puts a backup in the database's place, once it has proved whole. What was there is kept as `<file>.before-restore`.
 * Older backups are brought up to date when the service starts.
 */
export async function restore(
  env: Pick<Env, 'database'>,
  file: string,
  options: { readonly force?: boolean } = {},
): Promise<Result<BackupManifest, RestoreRefusal>> {
  if (env.database.kind !== 'sqlite')
    return fail({ kind: 'not-embedded', message: 'SQL Server is restored with its own tools (RESTORE DATABASE).' });
  const manifest = await checked(file);
  if (!manifest.ok) return manifest;
  const target = env.database.file;
  mkdirSync(dirname(target), { recursive: true });
  let release: () => void;
  try {
    release = holdFile(target);
  } catch (error) {
    if (error instanceof FileHeld) return fail({ kind: 'in-use', message: error.message });
    throw error;
  }
  try {
    if (existsSync(target)) {
      if (!options.force)
        return fail({
          kind: 'exists',
          message: `There is a database at ${target}. Restore over it with --force; it is kept as ${target}.before-restore.`,
        });
      // What is still in the write-ahead log belongs to the file that is set aside.
      const before = new Sqlite(target);
      before.pragma('wal_checkpoint(TRUNCATE)');
      before.close();
      renameSync(target, `${target}.before-restore`);
    }
    for (const end of ['-wal', '-shm']) rmSync(`${target}${end}`, { force: true });
    copyFileSync(file, `${target}.part`);
    renameSync(`${target}.part`, target);
  } finally {
    release();
  }
  return manifest;
}

async function checked(file: string): Promise<Result<BackupManifest, RestoreRefusal>> {
  if (!existsSync(file) || !existsSync(`${file}.json`))
    return fail({ kind: 'no-backup', message: `${file} and ${file}.json are needed.` });
  const manifest = readManifest(`${file}.json`);
  if (!manifest || (await digestOf(file)) !== manifest.sha256 || !isWhole(file)) {
    return fail({ kind: 'damaged', message: `${file} is not the backup its manifest tells of, or it is damaged.` });
  }
  const known = SCHEMA.migrations.map(migration => migration.name);
  if (!known.includes(lastMigration(file)))
    return fail({ kind: 'newer', message: 'This backup was made by a newer Rulewright.' });
  return ok(manifest);
}

function readManifest(file: string): BackupManifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as BackupManifest;
    return manifest.product === 'rulewright' ? manifest : undefined;
  } catch {
    return undefined;
  }
}

function isWhole(file: string): boolean {
  const database = new Sqlite(file, { readonly: true });
  try {
    return database.pragma('integrity_check', { simple: true }) === 'ok';
  } catch {
    return false;
  } finally {
    database.close();
  }
}
