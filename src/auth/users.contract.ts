import { PRESETS } from './rights';
import type { User, Users } from './users';

const at = '2026-01-15T12:00:00.000Z';

/** What every keeper of people must do. */
export function usersContract(make: () => { users: Users; nextId: () => string }): void {
  const person = (name: string, preset: 'admin' | 'steward' = 'steward'): User => ({
    id: make().nextId(),
    name,
    preset,
    rights: PRESETS[preset],
    version: 1,
    createdAt: at,
    passwordHash: 'scrypt$…',
  });

  it('finds a person by id, and by name without regard to case and blanks', async () => {
    const { users } = make();
    const ada = person('Åda Bäck');
    expect(await users.add(ada)).toEqual({ ok: true, value: ada });
    expect(await users.find(ada.id)).toEqual(ada);
    expect(await users.findByName('  åda bÄCK ')).toEqual(ada);
    expect(await users.findByName('nobody')).toBeUndefined();
    expect(await users.find('none')).toBeUndefined();
  });

  it('refuses a name twice, however it is written', async () => {
    const { users } = make();
    await users.add(person('Bob'));
    expect(await users.add(person('BOB'))).toEqual({ ok: false, error: 'name-taken' });
  });

  it('changes exactly the version meant', async () => {
    const { users } = make();
    const cy = person('Cy');
    await users.add(cy);
    const changed = await users.change(cy.id, 1, { name: 'Cyrus', rights: { audit: ['a'] }, preset: null });
    expect(changed).toMatchObject({ ok: true, value: { name: 'Cyrus', version: 2, rights: { audit: ['a'] } } });
    expect(await users.change(cy.id, 1, { name: 'Late' })).toEqual({ ok: false, error: 'stale' });
    expect(await users.find(cy.id)).toMatchObject({ name: 'Cyrus', rights: { audit: ['a'] } });
    expect((await users.find(cy.id))?.preset).toBeUndefined();
  });

  it('never lets the last admin go', async () => {
    const { users } = make();
    const [one, two] = [person('Admin One', 'admin'), person('Admin Two', 'admin')];
    await users.add(one);
    await users.add(two);
    expect(await users.countAdmins()).toBe(2);
    const ended = await Promise.all([
      users.change(one.id, 1, { disabledAt: at }),
      users.change(two.id, 1, { rights: {} }),
    ]);
    expect(ended.filter(result => result.ok)).toHaveLength(1);
    expect(ended.filter(result => !result.ok)).toEqual([{ ok: false, error: 'last-admin' }]);
    expect(await users.countAdmins()).toBe(1);
  });

  it('lists everybody, page by page', async () => {
    const { users } = make();
    const first = await users.list({ limit: 2 });
    expect(first.items).toHaveLength(2);
    const rest = await users.list({ limit: 200, cursor: first.next! });
    expect(rest.next).toBeNull();
    expect(rest.items.map(user => user.id)).not.toContain(first.items[1]!.id);
  });
}
