import { DatabaseFailure } from '../database/database-failure';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  SQLITE_FULL: 'the disk is full',
  EROFS: 'the disk is read-only',
  SQLITE_READONLY: 'the disk is read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'its folder cannot be made or written',
  ENOTDIR: 'its folder is a file',
  EEXIST: 'its folder is a file',
  EISDIR: 'it is a folder',
  SQLITE_CANTOPEN: 'its folder cannot be made or written',
  SQLITE_NOTADB: 'it is damaged, or no database of ours',
  SQLITE_CORRUPT: 'it is damaged, or no database of ours',
  SQLITE_BUSY: 'another program holds it',
};

/** Why the machine or the driver refused something about a file, in words; undefined where it is a mistake of ours. */
export function sayFileFailure(what: string, error: unknown): string | undefined {
  if (error instanceof DatabaseFailure) return `${what}. ${error.message}`;
  const code = (error as { readonly code?: unknown }).code;
  if (typeof code !== 'string') return undefined;
  const known = REASONS[code] ?? REASONS[/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? ''];
  if (known !== undefined) return `${what}: ${known}.`;
  return /^(E[A-Z0-9]+|SQLITE_IOERR\w*)$/.test(code) ? `${what}: the disk is failing (${code}).` : undefined;
}
