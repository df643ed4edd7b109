import { runInNewContext } from 'node:vm';

import { DatabaseFailure, readDriverError } from './database-failure';

describe('what a driver reports', () => {
  it('is read by its code, whichever context its error comes from', () => {
    const foreign: unknown = runInNewContext(
      "Object.assign(new Error('file is not a database'), { code: 'SQLITE_NOTADB' })",
    );
    expect(foreign).not.toBeInstanceOf(Error);
    expect(readDriverError(foreign)).toMatchObject({ kind: 'unreachable' });
  });

  it.each([
    [{ code: 'SQLITE_BUSY' }, 'busy'],
    [{ code: 'SQLITE_FULL' }, 'full'],
    [{ driverError: { number: 1205 } }, 'busy'],
    [{ code: 'ELOGIN' }, 'unreachable'],
    [{ name: 'TimeoutError' }, 'busy'],
  ])('%j is %s', (error, kind) => {
    expect(readDriverError(error)).toMatchObject({ kind });
  });

  it('stays as it is where it says nothing about the database', () => {
    for (const error of [new Error('a bug'), undefined, null, 'text', new DatabaseFailure('busy', 'again')])
      expect(readDriverError(error)).toBe(error);
  });
});
