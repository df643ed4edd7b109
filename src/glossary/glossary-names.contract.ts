import type { GlossaryNames, Meaning, NameVersion } from './glossary-names';
import type { HeldWallClock } from '../runtime/wall-clock';
import type { ListEntries } from './list-entries';

const ada = { id: 'ada', name: 'Ada' };

interface Made {
  readonly names: GlossaryNames;
  readonly entries: ListEntries;
  readonly clock: HeldWallClock;
}

/** What every keeper of a glossary must do. */
export function glossaryNamesContract(make: () => Made): void {
  const term = (name: string, value = 'Enterprise 🦊'): Meaning => ({
    term: { name, aliases: ['größte Kunden'], condition: { '==': [{ var: 'segment' }, value] } },
  });
  const list = (name: string, entriesId?: string): Meaning => ({
    list: {
      name,
      size: 2,
      sha256: 'a'.repeat(64),
      anyCase: true,
      ...(entriesId === undefined && { values: ['x', 'y'] }),
    },
    ...(entriesId !== undefined && { entriesId }),
  });
  const said = (versions: readonly NameVersion[]) => versions.map(one => (one.term ?? one.list).name);
  const added = async (type: string, meaning: Meaning): Promise<NameVersion> => {
    const result = await make().names.add(type, meaning, ada);
    if (!result.ok) throw new Error(result.error);
    return result.value;
  };

  it('keeps what a name stands for as it was said', async () => {
    const { names } = make();
    const first = await added('kept', term('VIP customer'));
    expect(first).toMatchObject({ recordType: 'kept', author: ada, term: { name: 'VIP customer', version: 1 } });
    const second = await added('kept', list('blocked', 'entries-1'));
    expect(second).toMatchObject({ list: { name: 'blocked', version: 1, anyCase: true }, entriesId: 'entries-1' });
    expect(await names.current('kept')).toEqual([second, first]);
    expect(await names.find('kept', first.id)).toEqual(first);
    expect(await names.find('another', first.id)).toBeUndefined();
    expect(await names.current('another')).toEqual([]);
  });

  it('gives a name once, however it is written, also to two who ask at once', async () => {
    const { names } = make();
    const both = await Promise.all([
      names.add('taken', term('Key Account'), ada),
      names.add('taken', list('key-account'), ada),
    ]);
    expect(both.filter(result => result.ok)).toHaveLength(1);
    expect(both.filter(result => !result.ok)).toEqual([{ ok: false, error: 'taken' }]);
    expect(await names.add('taken too', term('Key Account'), ada)).toMatchObject({ ok: true });
  });

  it('adds a version after the one meant, once, and changes none', async () => {
    const { names } = make();
    const { id } = await added('versions', term('Nordic', 'one'));
    const both = await Promise.all([
      names.addVersion(id, 1, term('Nordic', 'two'), ada),
      names.addVersion(id, 1, term('Nordic', 'three'), ada),
    ]);
    expect(both.filter(result => result.ok)).toHaveLength(1);
    expect(both.filter(result => !result.ok)).toEqual([{ ok: false, error: 'stale' }]);
    const versions = await names.versionsOf(id);
    expect(versions.map(({ term: one }) => one?.version)).toEqual([2, 1]);
    expect(versions[1]).toMatchObject({ term: { condition: { '==': [{ var: 'segment' }, 'one'] } } });
    expect(await names.current('versions')).toEqual([versions[0]]);
    expect(await names.addVersion('none', 1, term('x'), ada)).toEqual({ ok: false, error: 'gone' });
  });

  it('finds the versions that rules name, after they were archived too', async () => {
    const { names } = make();
    const nordic = await added('named', term('Nordic'));
    await names.addVersion(nordic.id, 1, term('NORDIC', 'new'), ada);
    await added('named', list('blocked'));
    await names.archive(nordic.id);
    const found = await names.versionsNamed('named', [
      { name: 'Nordic', version: 1 },
      { name: 'blocked', version: 1 },
      { name: 'blocked', version: 2 },
      { name: 'Nordic', version: 2 },
      { name: 'none', version: 1 },
    ]);
    expect([...said(found)].sort()).toEqual(['Nordic', 'blocked']);
    expect(await names.versionsNamed('named', [])).toEqual([]);
  });

  it('lets an archived name go on with its next version', async () => {
    const { names } = make();
    const first = await added('again', term('Dormant'));
    expect(await names.archive(first.id)).toBe(true);
    expect(await names.archive(first.id)).toBe(false);
    expect(await names.find('again', first.id)).toBeUndefined();
    expect(await names.addVersion(first.id, 1, term('Dormant'), ada)).toEqual({ ok: false, error: 'gone' });
    const again = await added('again', list('dormant'));
    expect(again).toMatchObject({ id: first.id, list: { name: 'dormant', version: 2 } });
    expect((await names.versionsOf(first.id)).map(({ term: one }) => one !== undefined)).toEqual([false, true]);
  });

  it('stamps every change', async () => {
    const { names } = make();
    const stamps = [await names.stamp('stamped')];
    const { id } = await added('stamped', term('A'));
    stamps.push(await names.stamp('stamped'));
    await names.addVersion(id, 1, term('A', 'b'), ada);
    stamps.push(await names.stamp('stamped'));
    await names.archive(id);
    stamps.push(await names.stamp('stamped'));
    await added('stamped', term('A'));
    stamps.push(await names.stamp('stamped'));
    expect(new Set(stamps).size).toBe(5);
    expect(await names.stamp('stamped')).toBe(stamps[4]);
  });

  it('keeps the entries of a long list in their order', async () => {
    const { entries } = make();
    const all = Array.from({ length: 23_456 }, (_, i) => `Å-${i}\t"🦊"`);
    const id = await entries.write(all);
    const read: string[] = [];
    for await (const batch of entries.read(id)) read.push(...batch);
    expect(read).toEqual(all);
    expect(await entries.page(id, 3_998, 4)).toEqual(all.slice(3_998, 4_002));
    expect(await entries.page(id, 23_455, 100)).toEqual(all.slice(23_455));
    await entries.remove(id);
    expect(await entries.page(id, 0, 1)).toEqual([]);
  });

  it('sweeps entries that no version names, once nobody can still be writing them', async () => {
    const { entries, clock } = make();
    const left = await entries.write(['left']);
    const named = await entries.write(['named']);
    await added('swept', list('named', named));
    await entries.sweep();
    expect(await entries.page(left, 0, 1)).toEqual(['left']);
    clock.advance(25 * 60 * 60 * 1000);
    await entries.sweep();
    expect(await entries.page(left, 0, 1)).toEqual([]);
    expect(await entries.page(named, 0, 1)).toEqual(['named']);
  });
}
