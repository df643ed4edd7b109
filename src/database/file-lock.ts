import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import Sqlite from 'better-sqlite3';

import type { DatabaseTarget } from '../config/env';
import { DatabaseFailure, readDriverError } from './database-failure';

/** Another process has this database open. */
export class FileHeld extends Error {
  constructor(file: string) {
    super(
      `The database ${file} is in use by another Rulewright process. Stop that one first, or set DATABASE_URL to another file.`,
    );
    this.name = 'FileHeld';
  }
}

/** Keeps other services away from an embedded file until it is released, which may be said twice. */
export class FileLock {
  private constructor(readonly release: () => void) {}

  /** Of a file that is shared, or of a server with locks of its own, nothing is held. */
  static of(target: DatabaseTarget, { alone = true }: { readonly alone?: boolean } = {}): FileLock {
    if (target.kind !== 'sqlite') return new FileLock(() => undefined);
    mkdirSync(dirname(target.file), { recursive: true });
    return new FileLock(alone ? holdFile(target.file) : () => undefined);
  }
}

/**
 * Holds `<file>.lock` until the returned function is called. The lock is the operating system's own, so it ends with the
 * process however that ends; a file with a process id in it would outlive a kill.
 */
export function holdFile(file: string): () => void {
  const lock = opened(`${file}.lock`);
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const known = readDriverError(error);
    throw known instanceof DatabaseFailure && known.kind === 'busy' ? new FileHeld(file) : known;
  }
  return () => {
    if (lock.open) lock.close();
  };
}

function opened(file: string): Sqlite.Database {
  try {
    return new Sqlite(file, { timeout: 0 });
  } catch (error) {
    throw readDriverError(error);
  }
}
