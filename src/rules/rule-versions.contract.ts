import type { NewRuleVersion, RuleVersions } from './rule-versions';

const [ada, bob] = [
  { id: 'ada', name: 'Ada' },
  { id: 'bob', name: 'Bøb' },
];

/** What every keeper of rules must do. */
export function ruleVersionsContract(make: () => RuleVersions): void {
  const fresh = (name: string, recordType = 'contract'): NewRuleVersion => ({
    hash: name.padEnd(64, '0').slice(0, 64),
    rule: {
      recordType,
      name,
      condition: { '==': [{ var: 'a' }, 'ü🦊'] },
      actions: [{ type: 'addTag', value: 'x' }],
      priority: 100,
    },
    author: ada,
    contributors: [ada, bob],
    promptId: 'prompt-1',
  });

  it('keeps a rule as it was said', async () => {
    const rules = make();
    const added = await rules.add(fresh('first'));
    expect(added).toMatchObject({
      version: 1,
      state: 'draft',
      author: ada,
      contributors: [ada, bob],
      promptId: 'prompt-1',
    });
    expect(await rules.find(added.id, 1)).toEqual(added);
    expect(await rules.latest(added.id)).toEqual({ latest: added });
    expect(await rules.find(added.id, 2)).toBeUndefined();
    expect(await rules.latest('none')).toBeUndefined();
  });

  it('adds a version after the one meant, once', async () => {
    const rules = make();
    const { id } = await rules.add(fresh('second'));
    const both = await Promise.all([
      rules.addVersion(id, 1, fresh('second b')),
      rules.addVersion(id, 1, fresh('second c')),
    ]);
    expect(both.filter(result => result.ok)).toHaveLength(1);
    expect(both.filter(result => !result.ok)).toEqual([{ ok: false, error: 'stale' }]);
    expect((await rules.versionsOf(id)).map(version => version.version)).toEqual([2, 1]);
    expect(await rules.addVersion('none', 1, fresh('x'))).toEqual({ ok: false, error: 'gone' });
  });

  it('lets one of two deciders win, and only over the hash that was seen', async () => {
    const rules = make();
    const { id, hash } = await rules.add(fresh('third'));
    expect(await rules.move({ id, version: 1, from: 'draft', to: 'in-review' })).toMatchObject({
      ok: true,
      value: { state: 'in-review' },
    });
    expect(await rules.move({ id, version: 1, from: 'draft', to: 'in-review' })).toEqual({ ok: false, error: 'stale' });
    expect(await rules.decide(id, 1, { decision: 'approve', hash: 'f'.repeat(64), by: bob })).toEqual({
      ok: false,
      error: 'stale',
    });
    const both = await Promise.all([
      rules.decide(id, 1, { decision: 'approve', hash, by: bob, comment: 'gut' }),
      rules.decide(id, 1, { decision: 'reject', hash, by: ada }),
    ]);
    expect(both.filter(result => result.ok)).toHaveLength(1);
    const decided = await rules.find(id, 1);
    expect(decided?.decision).toBeDefined();
    expect(decided?.state).toBe(decided?.decision?.decision === 'approve' ? 'approved' : 'rejected');
  });

  it('has at most one active version of a rule', async () => {
    const rules = make();
    const { id, hash } = await rules.add(fresh('fourth', 'contract-active'));
    await rules.move({ id, version: 1, from: 'draft', to: 'in-review' });
    await rules.decide(id, 1, { decision: 'approve', hash, by: bob });
    expect((await rules.live('contract-active')).map(version => version.state)).toEqual(['approved']);
    const active = await rules.move({ id, version: 1, from: 'approved', to: 'active' });
    expect(active).toMatchObject({ ok: true, value: { state: 'active', decision: { by: bob } } });
    expect((await rules.active('contract-active')).map(version => version.id)).toEqual([id]);
    expect(await rules.latest(id)).toMatchObject({ activeVersion: 1 });
    expect(await rules.archive(id)).toEqual({ ok: false, error: 'active' });

    const second = fresh('fourth b', 'contract-active');
    await rules.addVersion(id, 1, second);
    await rules.move({ id, version: 2, from: 'draft', to: 'in-review' });
    await rules.decide(id, 2, { decision: 'approve', hash: second.hash, by: bob });
    await expect(rules.move({ id, version: 2, from: 'approved', to: 'active' })).rejects.toThrow('Supersede');
    expect((await rules.find(id, 2))?.state).toBe('approved');
    await rules.move({ id, version: 1, from: 'active', to: 'superseded' });
    expect(await rules.move({ id, version: 2, from: 'approved', to: 'active' })).toMatchObject({ ok: true });
    expect((await rules.active('contract-active')).map(version => version.version)).toEqual([2]);
    await rules.move({ id, version: 2, from: 'active', to: 'retired' });
    expect(await rules.active('contract-active')).toEqual([]);
    expect(await rules.archive(id)).toEqual({ ok: true, value: undefined });
    expect(await rules.latest(id)).toBeUndefined();
    expect(await rules.archive(id)).toEqual({ ok: false, error: 'gone' });
    expect(await rules.addVersion(id, 2, second)).toEqual({ ok: false, error: 'gone' });
  });

  it('lists latest versions, newest rule first, by state and record type, page by page', async () => {
    const rules = make();
    const ids = [];
    for (const name of ['l1', 'l2', 'l3']) ids.unshift((await rules.add(fresh(name, 'contract-list'))).id);
    await rules.move({ id: ids[0]!, version: 1, from: 'draft', to: 'in-review' });
    const list = async (query: object) =>
      (await rules.list({ limit: 9, recordTypes: ['contract-list'], ...query })).items.map(item => item.latest.id);
    expect(await list({})).toEqual(ids);
    expect(await list({ state: 'in-review' })).toEqual([ids[0]]);
    expect(await list({ recordTypes: [] })).toEqual([]);
    const first = await rules.list({ limit: 2, recordTypes: ['contract-list'] });
    expect(await list({ cursor: first.next })).toEqual([ids[2]]);
  });
}
