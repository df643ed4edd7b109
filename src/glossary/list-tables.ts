import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { describedTable, type EntryTable, EntryTableBuilder } from '@lib/rules';

import { LIMITS } from '../config/limits';
import type { ListVersion } from './glossary-names';
import { ListEntries } from './list-entries';

/** The memory of its own that a table takes. */
const bytesOf = ({ units, ends, slots }: EntryTable): number => units.byteLength + ends.byteLength + slots.byteLength;

/**
 * The entries of long lists in memory, where rules look them up: one table for each version, shared by all that use it and by
 * every thread. Those used last are kept up to a bound; others live as long as a rule set that holds them.
 */
@Injectable()
export class ListTables {
  private readonly kept = new Map<string, EntryTable>();
  private readonly alive = new Map<string, WeakRef<EntryTable>>();
  private readonly loading = new Map<string, Promise<EntryTable>>();

  constructor(private readonly entries: ListEntries) {}

  /** The table of a version whose entries do not stand in the list itself. */
  async of({ list, entriesId }: ListVersion): Promise<EntryTable> {
    if (entriesId === undefined) return describedTable(list);
    const known = this.alive.get(entriesId)?.deref();
    if (known) return this.keep(entriesId, known);
    const under = this.loading.get(entriesId) ?? this.load(entriesId, list);
    this.loading.set(entriesId, under);
    try {
      return this.keep(entriesId, await under);
    } finally {
      this.loading.delete(entriesId);
    }
  }

  private async load(entriesId: string, { size, sha256 }: ListVersion['list']): Promise<EntryTable> {
    const builder = new EntryTableBuilder(size, size);
    const hash = createHash('sha256');
    for await (const batch of this.entries.read(entriesId)) {
      for (const entry of batch) builder.add(entry);
      hash.update(batch.map(entry => `${entry}\n`).join(''));
    }
    if (hash.digest('hex') !== sha256) throw new Error('The entries of a list are not those it was kept with.');
    return builder.build(sha256);
  }

  private keep(entriesId: string, table: EntryTable): EntryTable {
    this.alive.set(entriesId, new WeakRef(table));
    this.kept.delete(entriesId);
    this.kept.set(entriesId, table);
    let bytes = 0;
    for (const one of this.kept.values()) bytes += bytesOf(one);
    for (const [id, one] of this.kept) {
      if (bytes <= LIMITS.listTableBytes || id === entriesId) break;
      bytes -= bytesOf(one);
      this.kept.delete(id);
    }
    for (const [id, one] of this.alive) if (!one.deref()) this.alive.delete(id);
    return table;
  }
}
