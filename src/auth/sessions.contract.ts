import type { Session, Sessions } from './sessions';

/** What every keeper of sessions must do. `userId`: a person that exists. */
export function sessionsContract(make: () => Promise<{ sessions: Sessions; userId: string }>): void {
  const session = (hash: string, userId: string, expiresAt = '2026-02-01T00:00:00.000Z'): Session => ({
    hash: hash.padEnd(64, '0'),
    userId,
    createdAt: '2026-01-01T00:00:00.000Z',
    usedAt: '2026-01-01T00:00:00.000Z',
    expiresAt,
  });

  it('keeps a session until it is removed', async () => {
    const { sessions, userId } = await make();
    const one = session('a1', userId);
    await sessions.add(one);
    expect(await sessions.find(one.hash)).toEqual(one);
    await sessions.touch(one.hash, '2026-01-02T00:00:00.000Z');
    expect((await sessions.find(one.hash))?.usedAt).toBe('2026-01-02T00:00:00.000Z');
    await sessions.remove(one.hash);
    expect(await sessions.find(one.hash)).toBeUndefined();
  });

  it('ends all sessions of a person, and those that are past', async () => {
    const { sessions, userId } = await make();
    const [one, past] = [session('b1', userId), session('b2', userId, '2026-01-03T00:00:00.000Z')];
    await sessions.add(one);
    await sessions.add(past);
    await sessions.removeExpired('2026-01-15T00:00:00.000Z');
    expect(await sessions.find(past.hash)).toBeUndefined();
    expect(await sessions.find(one.hash)).toBeDefined();
    await sessions.removeOf(userId);
    expect(await sessions.find(one.hash)).toBeUndefined();
  });
}
