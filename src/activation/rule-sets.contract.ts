import type { RecordType } from '@lib/rules';

import type { RuleSets } from './rule-sets';

/** What every keeper of rule sets must do. */
export function ruleSetsContract(make: () => RuleSets): void {
  const recordType: RecordType = {
    name: 'contract',
    fields: [{ name: 'a', label: 'A', type: 'number', reading: { type: 'number', decimalMark: ',' } }],
  };
  const by = { id: 'ada', name: 'Ada' };
  const [one, two] = ['1'.repeat(64), '2'.repeat(64)];
  const entries = [{ id: 'r', version: 1, hash: 'h' }];

  it('has none before a rule was ever active', async () => {
    expect(await make().running('contract')).toBeUndefined();
    expect(await make().find(one)).toBeUndefined();
  });

  it('names every one that ever ran, and knows the one that runs', async () => {
    const sets = make();
    await sets.activate({ hash: one, recordType, entries }, { act: 'activate', rule: { id: 'r', version: 1 }, by });
    await sets.activate({ hash: two, recordType, entries: [] }, { act: 'retire', rule: { id: 'r', version: 1 }, by });
    expect(await sets.running('contract')).toMatchObject({ hash: two, entries: [] });
    expect(await sets.find(one)).toMatchObject({ hash: one, entries, recordType });
    await sets.activate({ hash: one, recordType, entries }, { act: 'fields', by });
    expect((await sets.running('contract'))?.hash).toBe(one);
  });

  it('tells the history, newest first, page by page', async () => {
    const sets = make();
    const first = await sets.history('contract', { limit: 2 });
    expect(first.items.map(item => item.act)).toEqual(['fields', 'retire']);
    const rest = await sets.history('contract', { limit: 2, cursor: first.next! });
    expect(rest).toMatchObject({
      items: [{ act: 'activate', ruleSet: one, rule: { id: 'r', version: 1 }, by }],
      next: null,
    });
  });
}
