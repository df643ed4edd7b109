import type { DataSource } from 'typeorm';

import { refuseNewerSchema } from './newer-schema';

const LOCK_WAIT_MS = 60_000;

/**
 * Brings the tables up to date. On SQL Server several instances may start at once: one migrates, the others wait and
 * then find nothing to do; that data source has one connection, which owns the lock. An embedded file has one process.
 */
export async function migrate(source: DataSource): Promise<void> {
  if (!source.isInitialized) await source.initialize();
  if (source.options.type !== 'mssql') {
    await refuseNewerSchema(source);
    await source.runMigrations();
    return;
  }
  try {
    const answer = await source.query<{ held: number }[]>(
      `DECLARE @held int; EXEC @held = sp_getapplock @Resource = N'rulewright-migrations', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = ${LOCK_WAIT_MS}; SELECT @held AS held`,
    );
    // 0: got it at once, 1: after a wait; some servers say 0 for both.
    if ((answer[0]?.held ?? -1) < 0) throw new Error('Another instance has been migrating the database for a minute.');
    await refuseNewerSchema(source);
    await source.runMigrations();
  } finally {
    // Closing the only connection gives the lock back.
    await source.destroy();
  }
}
