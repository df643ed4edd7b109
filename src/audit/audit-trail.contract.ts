import type { AuditTrail } from './audit-trail';

/** What every audit trail must do. */
export function auditTrailContract(make: () => AuditTrail): void {
  const by = { kind: 'person', id: 'contract-person', name: 'Çelik' } as const;

  it('tells what happened, newest first, also within one moment', async () => {
    const trail = make();
    for (const version of [1, 2, 3]) {
      await trail.append(by, {
        action: 'rule-submitted',
        subject: { type: 'rule', id: 'r1', version },
        recordType: 'a',
        detail: { version },
      });
    }
    const { items } = await trail.list({ limit: 10, subjectType: 'rule', subjectId: 'r1' });
    expect(items.map(event => event.subject.version)).toEqual([3, 2, 1]);
    expect(items[0]).toMatchObject({ actor: by, action: 'rule-submitted', recordType: 'a', detail: { version: 3 } });
  });

  it('is read page by page', async () => {
    const trail = make();
    const first = await trail.list({ limit: 2, subjectId: 'r1' });
    expect(first.items.map(event => event.subject.version)).toEqual([3, 2]);
    const rest = await trail.list({ limit: 2, subjectId: 'r1', cursor: first.next! });
    expect(rest).toMatchObject({ items: [{ subject: { version: 1 } }], next: null });
  });

  it('shows only the record types asked for, and what belongs to none', async () => {
    const trail = make();
    const who = { ...by, id: 'other-person' };
    await trail.append(who, { action: 'x', subject: { type: 'rule', id: 'r2' }, recordType: 'b' });
    await trail.append(who, { action: 'y', subject: { type: 'user', id: 'u' } });
    const actions = async (recordTypes: string[]) =>
      (await trail.list({ limit: 9, actor: who.id, recordTypes })).items.map(event => event.action);
    expect(await actions(['b'])).toEqual(['y', 'x']);
    expect(await actions(['c'])).toEqual(['y']);
    expect(await actions([])).toEqual(['y']);
  });
}
