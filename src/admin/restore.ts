import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import Sqlite from 'better-sqlite3';
import { fail, ok, type Result } from '@lib/rules';

import type { Env } from '../config/env';
import { FileHeld, holdFile } from '../database/file-lock';
import { SCHEMA } from '../schema';
import { type BackupManifest, digestOf, lastMigration } from './backup';
import { sayFileFailure } from './say-file-failure';
import { setAside } from './set-aside';

export interface RestoreRefusal {
  readonly kind: 'not-embedded' | 'no-backup' | 'damaged' | 'newer' | 'exists' | 'in-use' | 'no-file' | 'unwritable';
  readonly message: string;
}

export interface Restored extends BackupManifest {
  /** Where the database that was there is now. */
  readonly keptAs?: string;
}

/**
 * Puts a backup in the database's place, once it has proved whole. What was there is kept beside under a name of its own,
 * damaged or not. Older backups are brought up to date when the service starts.
 */
export async function restore(
  env: Pick<Env, 'database'>,
  file: string,
  { force = false }: { readonly force?: boolean } = {},
): Promise<Result<Restored, RestoreRefusal>> {
  if (env.database.kind !== 'sqlite')
    return fail({ kind: 'not-embedded', message: 'SQL Server is restored with its own tools (RESTORE DATABASE).' });
  const target = env.database.file;
  try {
    const manifest = await checked(file);
    if (!manifest.ok) return manifest;
    const there = existsSync(target);
    if (there && !statSync(target).isFile())
      return fail({ kind: 'no-file', message: `${target} is a folder; DATABASE_URL names a file.` });
    mkdirSync(dirname(target), { recursive: true });
    const release = holdFile(target);
    try {
      if (there && !force)
        return fail({
          kind: 'exists',
          message: `There is a database at ${target}. Restore over it with --force; it is kept beside.`,
        });
      const keptAs = putInPlace(file, target);
      return ok({ ...manifest.value, ...(keptAs !== undefined && { keptAs }) });
    } finally {
      release();
    }
  } catch (error) {
    if (error instanceof FileHeld) return fail({ kind: 'in-use', message: error.message });
    const message = sayFileFailure(`${target} could not be restored`, error);
    if (message === undefined) throw error;
    return fail({ kind: 'unwritable', message });
  }
}

/** Copies first and swaps then: wherever this fails, the database that was there is still in its place. */
function putInPlace(file: string, target: string): string | undefined {
  const unfinished = `${target}.part`;
  try {
    copyFileSync(file, unfinished);
    chmodSync(unfinished, 0o600);
    const copy = openSync(unfinished, 'r+');
    fsyncSync(copy);
    closeSync(copy);
    const old = setAside(target);
    try {
      renameSync(unfinished, target);
    } catch (error) {
      old?.undo();
      throw error;
    }
    return old?.name;
  } finally {
    rmSync(unfinished, { force: true, recursive: true });
  }
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
