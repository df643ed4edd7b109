import type { ApiKey, ApiKeys } from './api-keys';

/** What every keeper of API keys must do. */
export function apiKeysContract(make: () => { keys: ApiKeys; nextId: () => string }): void {
  const at = '2026-01-15T12:00:00.000Z';
  const key = (extra: Partial<ApiKey> = {}): ApiKey => ({
    id: make().nextId(),
    name: 'Nächtlich',
    signature: 'f'.repeat(64),
    scopes: ['apply', 'read'],
    createdBy: 'someone',
    createdAt: at,
    ...extra,
  });

  it('gives back what it was given', async () => {
    const { keys } = make();
    const full = key({ recordTypes: ['customer'], expiresAt: at });
    await keys.add(full);
    expect(await keys.find(full.id)).toEqual(full);
    await keys.touch(full.id, at);
    expect(await keys.find(full.id)).toEqual({ ...full, usedAt: at });
    expect(await keys.find('none')).toBeUndefined();
  });

  it('revokes once', async () => {
    const { keys } = make();
    const one = key();
    await keys.add(one);
    expect(await keys.revoke(one.id, at)).toBe(true);
    expect(await keys.revoke(one.id, '2027-01-01T00:00:00.000Z')).toBe(false);
    expect((await keys.find(one.id))?.revokedAt).toBe(at);
  });

  it('revokes all that are left', async () => {
    const { keys } = make();
    const one = key();
    await keys.add(one);
    expect(await keys.revokeAll(at)).toBeGreaterThanOrEqual(1);
    expect(await keys.revokeAll(at)).toBe(0);
    expect((await keys.find(one.id))?.revokedAt).toBe(at);
  });
}
