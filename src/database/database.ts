import { AsyncLocalStorage } from 'node:async_hooks';

import type { DataSource, EntityManager } from 'typeorm';

import { isDeadlock, readDriverError } from './database-failure';
import { WriteGate } from './write-gate';

/** Of one transaction that SQL Server ended to let another go on. */
const MOST_ATTEMPTS = 3;

interface Transaction {
  readonly manager: EntityManager;
  broken: boolean;
}

/**
 * The way to every table. Reads go to a connection that only reads and so never see what is not committed; writes go
 * one after another through a gate, because SQLite's driver has one connection and would mix two transactions.
 * Inside `write`, await nothing but database calls: the whole service waits behind it.
 */
export class Database {
  private readonly current = new AsyncLocalStorage<Transaction>();
  private readonly gate: WriteGate | undefined;

  constructor(
    readonly writer: DataSource,
    readonly reader: DataSource,
    private readonly release: () => void = () => undefined,
  ) {
    // SQL Server keeps transactions of several connections apart by itself.
    this.gate = writer.options.type === 'mssql' ? undefined : new WriteGate();
  }

  /** For reading. Inside `write` it is the transaction's own manager, so that a transaction sees what it wrote. */
  get read(): EntityManager {
    return this.current.getStore()?.manager ?? this.reader.manager;
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
      this.writer.transaction(manager => {
        const transaction: Transaction = { manager, broken: false };
        return this.current.run(transaction, async () => {
          const value = await work(manager);
          if (transaction.broken) throw new Error('A part of this transaction failed, so none of it is kept.');
          return value;
        });
      });
    for (let attempt = 1; ; attempt++) {
      try {
        return this.gate ? await this.gate.pass(run) : await run();
      } catch (error) {
        if (attempt < MOST_ATTEMPTS && isDeadlock(error)) continue;
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
    if (this.gate) await this.gate.drain();
    if (this.reader !== this.writer && this.reader.isInitialized) await this.reader.destroy();
    if (this.writer.isInitialized) await this.writer.destroy();
    this.release();
  }
}
