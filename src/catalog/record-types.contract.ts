import type { RecordType } from '@lib/rules';

import type { RecordTypes } from './record-types';
import type { Samples } from './samples';

interface Made {
  readonly recordTypes: RecordTypes;
  readonly samples: Samples;
  /** Does this in one transaction and undoes it. */
  readonly undo: (work: () => Promise<void>) => Promise<void>;
}

/** What every keeper of record types and their samples must do. */
export function recordTypesContract(make: () => Made): void {
  const type = (name: string, label = 'Größe'): RecordType => ({
    name,
    label,
    fields: [{ name: 'a', label: 'A', type: 'text', reading: { type: 'text' } }],
  });
  const keep = async (name: string, rows: number, version?: number) => {
    const { recordTypes, samples } = make();
    const records = Array.from({ length: rows }, (_, index) => ({ index, text: '🦊' }));
    const sampleId = await samples.write(name, records);
    return recordTypes.keepImport(
      { recordType: type(name), records: 5000, sampleId, sampleSize: rows, source: 'file.csv' },
      version,
    );
  };

  it('keeps a record type and its sample, in order', async () => {
    const { recordTypes, samples } = make();
    const kept = await keep('contract-one', 1234);
    expect(kept).toMatchObject({
      ok: true,
      value: { version: 1, records: 5000, sample: { size: 1234, source: 'file.csv' } },
    });
    expect((await recordTypes.find('contract-one'))?.recordType).toEqual(type('contract-one'));
    expect(await recordTypes.find('Contract-One')).toBeUndefined();
    const read = await samples.read('contract-one');
    expect(read).toHaveLength(1234);
    expect(read[1233]).toEqual({ index: 1233, text: '🦊' });
  });

  it('lets a new sample count only together with its record type', async () => {
    const { samples } = make();
    await samples.write('contract-one', [{ never: true }]);
    expect(await samples.read('contract-one')).toHaveLength(1234);
    expect(await keep('contract-one', 2, 1)).toMatchObject({ ok: true, value: { version: 2 } });
    await samples.sweep('contract-one');
    expect(await samples.read('contract-one')).toEqual([
      { index: 0, text: '🦊' },
      { index: 1, text: '🦊' },
    ]);
  });

  it('puts pinned records first, and keeps them over imports', async () => {
    const { samples } = make();
    await samples.pin('contract-one', [{ pinned: 1 }]);
    await keep('contract-one', 1, 2);
    await samples.sweep('contract-one');
    expect(await samples.read('contract-one')).toEqual([{ pinned: 1 }, { index: 0, text: '🦊' }]);
    expect(await samples.pinned('contract-one')).toEqual([{ pinned: 1 }]);
  });

  it('keeps wide records as they are, in order', async () => {
    const { samples } = make();
    const wide = Array.from({ length: 5 }, (_, index) =>
      Object.fromEntries(
        Array.from({ length: index === 3 ? 12_000 : 4_000 }, (_value, column) => [`c${column}`, index]),
      ),
    );
    const sampleId = await samples.write('contract-wide', wide);
    await make().recordTypes.keepImport(
      { recordType: type('contract-wide'), records: 5, sampleId, sampleSize: 5 },
      undefined,
    );
    expect(await samples.read('contract-wide')).toEqual(wide);
    await make().recordTypes.archive('contract-wide', 1);
    await samples.sweep('contract-wide');
  });

  it('changes exactly the version meant', async () => {
    const { recordTypes } = make();
    expect(await keep('contract-one', 1, 1)).toEqual({ ok: false, error: 'stale' });
    expect(await keep('contract-one', 1)).toEqual({ ok: false, error: 'stale' });
    expect(await recordTypes.change(type('contract-one', 'New'), 2)).toEqual({ ok: false, error: 'stale' });
    expect(await recordTypes.change(type('contract-one', 'New'), 3)).toMatchObject({
      ok: true,
      value: { version: 4, recordType: { label: 'New' } },
    });
  });

  it('lists by name, also only some, page by page', async () => {
    const { recordTypes } = make();
    await keep('contract-two', 1);
    const names = async (...args: Parameters<typeof recordTypes.list>) =>
      (await recordTypes.list(...args)).items.map(item => item.recordType.name);
    expect(await names({ limit: 1 })).toEqual(['contract-one']);
    expect(await names({ limit: 5, cursor: 'contract-one' })).toEqual(['contract-two']);
    expect(
      await Promise.all(['contract-one', 'CONTRACT-One', 'contract'].map(name => recordTypes.spellingOf(name))),
    ).toEqual(['contract-one', 'contract-one', undefined]);
    expect(await names({ limit: 5 }, ['contract-two', 'none'])).toEqual(['contract-two']);
    expect(await names({ limit: 5 }, [])).toEqual([]);
    expect((await recordTypes.list({ limit: 1 })).next).toBe('contract-one');
  });

  it('forgets what is archived, and starts it anew under the same name', async () => {
    const { recordTypes, samples } = make();
    expect(await recordTypes.archive('contract-one', 1)).toBe(false);
    expect(await recordTypes.archive('contract-one', 4)).toBe(true);
    await samples.sweep('contract-one');
    expect(await recordTypes.find('contract-one')).toBeUndefined();
    expect(await samples.read('contract-one')).toEqual([]);
    expect(await keep('contract-one', 3)).toMatchObject({ ok: true, value: { version: 6 } });
    expect(await samples.read('contract-one')).toHaveLength(3);
  });

  it('finds the same object until it is changed', async () => {
    const { recordTypes } = make();
    await keep('contract-same', 1);
    const found = await recordTypes.find('contract-same');
    expect((await recordTypes.find('contract-same'))?.recordType).toBe(found?.recordType);
    await recordTypes.change(type('contract-same', 'Changed'), 1);
    expect(await recordTypes.find('contract-same')).toMatchObject({ version: 2, recordType: { label: 'Changed' } });
  });

  it('forgets a change that is undone', async () => {
    const { recordTypes, undo } = make();
    await keep('contract-undone', 1);
    await undo(async () => {
      await recordTypes.change(type('contract-undone', 'Undone'), 1);
      expect((await recordTypes.find('contract-undone'))?.recordType.label).toBe('Undone');
    });
    await recordTypes.change(type('contract-undone', 'Kept'), 1);
    expect((await recordTypes.find('contract-undone'))?.recordType.label).toBe('Kept');
  });
}
