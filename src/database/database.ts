import { AsyncLocalStorage } from 'node:async_hooks';

import type { DataSource, EntityManager } from 'typeorm';

import { DatabaseFailure, isDeadlock, readDriverError } from './database-failure';
import { WriteGate } from './write-gate';

const LONGEST_TURN_MS = 5_000;
/** Of one transaction that SQL Server ended to let another go on. */
const MOST_ATTEMPTS = 3;

interface Transaction {
  readonly manager: EntityManager;
  broken: boolean;
}

/**
 * The way to every table. Reads go to a connection that only reads and so never see what is not committed; writes go
 * one after another, so that what a transaction reads stays true until it ends. SQLite's driver has one connection and
 * would mix two transactions; on SQL Server each would see the tables without what the other is about to change.
 * Inside `write`, await nothing but database calls: the whole service waits behind it.
 */
export class Database {
  private readonly current = new AsyncLocalStorage<Transaction>();
  private readonly gate = new WriteGate();

  constructor(
    readonly writer: DataSource,
    readonly reader: DataSource,
    private readonly release: () => void = () => undefined,
  ) {}

  /** For reading. Inside `write` it is the transaction's own manager, so that a transaction sees what it wrote. */
  get read(): EntityManager {
    return this.current.getStore()?.manager ?? this.reader.manager;
  }

  /** Whether this is asked inside `write`: what is read there may yet be undone. */
  get isWriting(): boolean {
    return this.current.getStore() !== undefined;
  }

  /**
   * Runs `work` in one transaction: all of it is kept or none. Called inside another `write` it joins that one, and a
   * failure of the inner one fails the outer one too, even where the caller catches it. Where SQL Server picked it as the
   * victim of a deadlock it is run again, so `work` changes nothing but the database.
   */
  async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const outer = this.current.getStore();
    if (outer) {
      try {
        return await work(outer.manager);
      } catch (error) {
        outer.broken = true;
        throw error;
      }
    }
    const run = () =>
      this.writer.transaction(async manager => {
        if (this.writer.options.type === 'mssql') await waitForOthers(manager);
        const transaction: Transaction = { manager, broken: false };
        return this.current.run(transaction, async () => {
          const value = await work(manager);
          if (transaction.broken)
            throw isRefusal(value)
              ? new Refused(value)
              : new Error('A part of this transaction failed, so none of it is kept.');
          return value;
        });
      });
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.gate.pass(run);
      } catch (error) {
        if (attempt < MOST_ATTEMPTS && isDeadlock(error)) continue;
        if (error instanceof Refused) return error.answer as T;
        throw readDriverError(error);
      }
    }
  }

  /** Fails with `DatabaseFailure` or the driver's error when the database does not answer. */
  async ping(): Promise<void> {
    try {
      await this.reader.query('SELECT 1');
    } catch (error) {
      throw readDriverError(error);
    }
  }

  async close(): Promise<void> {
    await this.gate.drain();
    if (this.reader !== this.writer && this.reader.isInitialized) await this.reader.destroy();
    if (this.writer.isInitialized) await this.writer.destroy();
    this.release();
  }
}

/** The gate of this process does not stop other processes on the same SQL Server: the lock does, and ends with the transaction. */
async function waitForOthers(manager: EntityManager): Promise<void> {
  const answer = await manager.query<{ held: number }[]>(
    `DECLARE @held int; EXEC @held = sp_getapplock @Resource = N'rulewright-write', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = ${LONGEST_TURN_MS}; SELECT @held AS held`,
  );
  if ((answer[0]?.held ?? -1) < 0) throw new DatabaseFailure('busy', 'Too many changes are waiting to be stored.');
}

/** Carries a refusal out of a transaction that is undone. */
class Refused extends Error {
  constructor(readonly answer: unknown) {
    super('refused');
  }
}

function isRefusal(value: unknown): boolean {
  return value !== null && typeof value === 'object' && 'ok' in value && value.ok === false;
}
