import type { EntityManager } from 'typeorm';

import { SettingRow } from '../settings/setting.entity';
import type { Database } from './database';

/** What every database must do, whatever it is. */
export function databaseContract(make: () => Database): void {
  const put = (manager: EntityManager, name: string) =>
    manager.insert(SettingRow, { name, value: '1', updatedAt: '2026-01-15T12:00:00.000Z' });
  const has = (name: string) => make().reader.manager.existsBy(SettingRow, { name });
  afterAll(async () => {
    await make().write(manager => manager.clear(SettingRow).catch(() => undefined));
  });

  it('keeps nothing of a write that failed, and everything of those beside it', async () => {
    const failing = make().write(async manager => {
      await put(manager, 'lost');
      throw new Error('no');
    });
    const beside = make().write(manager => put(manager, 'kept'));
    const ends = await Promise.allSettled([failing, beside]);
    expect(ends.map(end => end.status)).toEqual(['rejected', 'fulfilled']);
    expect([await has('lost'), await has('kept')]).toEqual([false, true]);
  });

  it('shows readers nothing that is not committed', async () => {
    const inside = make().write(async manager => {
      await put(manager, 'inside');
      expect(await make().read.existsBy(SettingRow, { name: 'inside' })).toBe(true);
      throw new Error('undone');
    });
    // Some databases answer at once, some wait for the writer; none shows what is then undone.
    const [, outside] = await Promise.allSettled([inside, has('inside')]);
    expect(outside).toEqual({ status: 'fulfilled', value: false });
  });

  it('answers a refusal made of an inner failure, and keeps nothing', async () => {
    const database = make();
    const answer = await database.write(async manager => {
      await put(manager, 'refused');
      try {
        return await database.write(again => put(again, 'refused'));
      } catch {
        return { ok: false };
      }
    });
    expect(answer).toEqual({ ok: false });
    expect(await has('refused')).toBe(false);
  });

  it('lets an inner write join the outer one, for better and worse', async () => {
    const database = make();
    await database.write(async () => {
      await database.write(manager => put(manager, 'inner-a'));
      await database.write(manager => put(manager, 'inner-b'));
    });
    expect([await has('inner-a'), await has('inner-b')]).toEqual([true, true]);
    const hidden = database.write(async manager => {
      await put(manager, 'outer');
      await database.write(() => Promise.reject(new Error('inner'))).catch(() => undefined);
    });
    await expect(hidden).rejects.toThrow('none of it is kept');
    expect(await has('outer')).toBe(false);
  });

  it('keeps many writers apart', async () => {
    const database = make();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => database.write(manager => put(manager, `many-${index}`))),
    );
    expect(await database.reader.manager.count(SettingRow)).toBeGreaterThanOrEqual(20);
  });
  it('lets what a write has read stay true until it ends', async () => {
    const database = make();
    await database.write(manager => put(manager, 'counted'));
    const count = () =>
      database.write(async manager => {
        const { value } = await manager.findOneByOrFail(SettingRow, { name: 'counted' });
        await manager.update(SettingRow, { name: 'counted' }, { value: String(Number(value) + 1) });
      });
    await Promise.all(Array.from({ length: 20 }, count));
    expect(await database.read.findOneBy(SettingRow, { name: 'counted' })).toMatchObject({ value: '21' });
  });
}
