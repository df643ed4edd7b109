/** The database cannot take this now; nothing was changed. `busy` passes by itself, `full` needs a person. */
export class DatabaseFailure extends Error {
  constructor(
    readonly kind: 'busy' | 'full' | 'unreachable',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DatabaseFailure';
  }
}

interface DriverError {
  readonly code?: unknown;
  readonly number?: unknown;
  readonly driverError?: DriverError;
}

/** Tells the failures that say something about the database apart from those that say something about the program. */
export function readDriverError(error: unknown): unknown {
  // By its codes, not by its class: a native driver loaded once may carry the `Error` of another context.
  if (error instanceof DatabaseFailure) return error;
  const { code, number } = codesOf(error);
  const options = { cause: error };
  if (typeof code === 'string') {
    if (/^SQLITE_(BUSY|LOCKED)/.test(code))
      return new DatabaseFailure('busy', 'The database file is locked by another program.', options);
    if (/^SQLITE_(FULL|IOERR)/.test(code))
      return new DatabaseFailure('full', 'The disk that holds the database is full or failing.', options);
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code))
      return new DatabaseFailure('unreachable', 'The database file is damaged, or no database of ours.', options);
    if (/^SQLITE_(READONLY|CANTOPEN)/.test(code))
      return new DatabaseFailure('full', 'The database file cannot be written.', options);
    if (/^(ETIMEOUT|ECONNCLOSED|ESOCKET|ENOCONN|ECONNREFUSED|ECONNRESET|ELOGIN|ENOTOPEN|EINVALIDSTATE)$/.test(code))
      return new DatabaseFailure('unreachable', 'The database does not answer.', options);
  }
  // 1205 deadlock victim, 1222 lock timeout, 1101/1105/9002 no room left, 3906 read-only. Waiting for a connection has no code.
  if (number === 1205 || number === 1222 || nameOf(error) === 'TimeoutError')
    return new DatabaseFailure('busy', 'The database is busy.', options);
  if (number === 1101 || number === 1105 || number === 9002)
    return new DatabaseFailure('full', 'The database has no room left.', options);
  if (number === 3906) return new DatabaseFailure('full', 'The database cannot be written.', options);
  return error;
}

/** True where SQL Server ended this transaction, and nothing of it is left, so that another could go on. */
export function isDeadlock(error: unknown): boolean {
  return codesOf(error).number === 1205;
}

/** True where a unique constraint refused the row; SQL Server says 2601 for an index and 2627 for a constraint. */
export function isDuplicate(error: unknown): boolean {
  const { code, number } = codesOf(error);
  return (
    (typeof code === 'string' && /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(code)) ||
    number === 2601 ||
    number === 2627
  );
}

function codesOf(error: unknown): DriverError {
  if (error === null || typeof error !== 'object') return {};
  const driver = error as DriverError;
  return driver.driverError ?? driver;
}

function nameOf(error: unknown): unknown {
  return error !== null && typeof error === 'object' ? (error as { readonly name?: unknown }).name : undefined;
}
