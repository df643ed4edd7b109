import type { MigrationInterface } from 'typeorm';

import { NewerSchema } from '../src/database/newer-schema';
import { SCHEMA } from '../src/schema';
import { openDatabase } from './opening';

/** A change of the tables that only a newer version knows. */
class FromTheFuture2999000000000 implements MigrationInterface {
  name = 'FromTheFuture2999000000000';
  up(): Promise<void> {
    return Promise.resolve();
  }
  down(): Promise<void> {
    return Promise.resolve();
  }
}

/** How every database is opened and closed, whatever it is. `place` answers the address of an empty one. */
export function openingContract(place: () => Promise<string>): void {
  it('closes what it opened, once, the reader before the writer', async () => {
    const { nest, database } = await openDatabase(await place());
    const closed: string[] = [];
    for (const [side, source] of new Map([
      [database.reader, 'reader'],
      [database.writer, 'writer'],
    ] as const)) {
      const destroy = side.destroy.bind(side);
      side.destroy = () => {
        closed.push(source);
        return destroy();
      };
    }
    let isWritten = false;
    const last = database.write(async manager => {
      await manager.query('SELECT 1');
      isWritten = true;
    });
    await nest.close();
    expect(isWritten).toBe(true);
    await last;
    expect(closed).toEqual(database.reader === database.writer ? ['writer'] : ['reader', 'writer']);
    expect([database.reader.isInitialized, database.writer.isInitialized]).toEqual([false, false]);
  });

  it('is opened again and again, and migrated once', async () => {
    const url = await place();
    for (let turn = 0; turn < 2; turn += 1) {
      const { nest, database } = await openDatabase(url);
      const done = await database.reader.query<unknown[]>('SELECT name FROM migrations');
      expect(done).toHaveLength(SCHEMA.migrations.length);
      await nest.close();
    }
  });

  it('is refused where a newer version has changed it, and left as it is', async () => {
    const url = await place();
    const newer = { ...SCHEMA, migrations: [...SCHEMA.migrations, FromTheFuture2999000000000] };
    const { nest } = await openDatabase(url, newer);
    await nest.close();
    // Twice: what is refused gives everything back.
    for (let turn = 0; turn < 2; turn += 1) {
      const opening = openDatabase(url);
      await expect(opening).rejects.toThrow(NewerSchema);
      await expect(opening).rejects.toThrow(/newer Rulewright.*FromTheFuture2999000000000.*backup/);
    }
    const again = await openDatabase(url, newer);
    await again.nest.close();
  });
}
