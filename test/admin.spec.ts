import { appendFileSync, chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';

import { backup } from '../src/admin/backup';
import { createApiKey } from '../src/admin/create-api-key';
import { createSetupLink } from '../src/admin/create-setup-link';
import { restore } from '../src/admin/restore';
import { rotateSecret } from '../src/admin/rotate-secret';
import { SettingsService } from '../src/settings/settings.service';
import { cookieOf, startApp, testEnv } from './app';

const SECRETS = ['b7Xk2mQ9wLr4TzVn8cJf3HsYd6Pg1AeU', 'uE1gP6dYsH3fJc8nVzT4rLw9Qm2kX7bZ'] as const;
const PRODUCTION = { RULEWRIGHT_MODE: 'production', RULEWRIGHT_SECRET: SECRETS[0] };
const PASSWORD = 'correct horse battery';

async function keyOf(making: ReturnType<typeof createApiKey>): Promise<string> {
  const made = await making;
  if (!made.ok) throw new Error(made.error);
  return made.value.key;
}

/** The record types in a database file. */
function namesIn(file: string): readonly string[] {
  const database = new Sqlite(file, { readonly: true });
  try {
    return database.prepare('SELECT name FROM record_types ORDER BY name').pluck().all() as string[];
  } finally {
    database.close();
  }
}

describe('an installation', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'rulewright-admin-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('lets its first admin in by a link that works once, beside the running service', async () => {
    const app = await startApp({ directory, env: PRODUCTION });
    const made = await createSetupLink(testEnv(directory, PRODUCTION));
    if (!made.ok) throw new Error(made.error);
    const token = new URL(made.value.url.replace('/#/', '/')).searchParams.get('token');
    const use = () => app.anyone.post('/setup', { token, name: 'Ada', password: PASSWORD });
    const first = await use();
    expect(first.status).toBe(201);
    const ada = app.withCookie(cookieOf(first));
    expect((await ada.get('/session')).body.rights['manage-people']).toEqual(['*']);
    expect((await app.anyone.post('/setup', { token, name: 'Eve', password: PASSWORD })).body.code).toBe(
      'bad-setup-link',
    );
    expect(await createSetupLink(testEnv(directory, PRODUCTION))).toMatchObject({ ok: false, error: 'has-admin' });
    expect((await app.anyone.post('/session', { persona: 'admin' })).body.code).toBe('no-personas');
    const own = (await ada.get('/users')).body.items[0];
    expect((await ada.patch(`/users/${own.id}`, { preset: 'steward' })).body.code).toBe('last-admin');
    expect((await ada.patch(`/users/${own.id}`, { disabled: true })).body.code).toBe('last-admin');
    await app.stop();
  });

  it('turns a demo into production without leaving a door open', async () => {
    const demo = await startApp({ directory, env: { RULEWRIGHT_SECRET: SECRETS[0] } });
    const steward = cookieOf(await demo.anyone.post('/session', { persona: 'admin' }));
    const key = demo.sampleKey;
    await demo.stop();
    const app = await startApp({ directory, env: PRODUCTION });
    expect((await app.withCookie(steward).get('/session')).status).toBe(401);
    expect((await app.withKey(key).get('/record-types')).status).toBe(401);
    await app.stop();
  });

  it('makes keys on the command line', async () => {
    const key = await keyOf(createApiKey(testEnv(directory), { name: 'nightly', scopes: ['read'] }));
    const past = { name: 'past', scopes: ['read'], expiresAt: '2020-01-01T00:00:00.000Z' } as const;
    expect(await createApiKey(testEnv(directory), past)).toEqual({ ok: false, error: 'past' });
    const app = await startApp({ directory });
    expect((await app.withKey(key).get('/record-types')).status).toBe(200);
    expect(
      (await app.withKey(key).post('/record-types/a/records', 'x\n1\n', { headers: { 'content-type': 'text/csv' } }))
        .body.code,
    ).toBe('missing-scope');
    await app.stop();
  });

  it('comes back from a backup taken while it ran, and refuses a damaged one', async () => {
    const app = await startApp({ directory });
    const csv = { headers: { 'content-type': 'text/csv' } };
    await (await app.as('steward')).post('/record-types/kept/records', 'id,n\na,1\n', csv);
    const file = join(directory, 'backups', 'one.db');
    const env = testEnv(directory);
    expect(await backup(env, file)).toMatchObject({ ok: true, value: { product: 'rulewright' } });
    expect(await backup(env, file)).toMatchObject({ ok: false, error: { kind: 'exists' } });
    await (await app.as('steward')).post('/record-types/later/records', 'id,n\na,1\n', csv);
    expect(await restore(env, file, { force: true })).toMatchObject({ ok: false, error: { kind: 'in-use' } });
    await app.stop();

    expect(await restore(env, file)).toMatchObject({ ok: false, error: { kind: 'exists' } });
    expect(await restore(env, file, { force: true })).toMatchObject({ ok: true });
    expect(existsSync(join(directory, 'rulewright.db.before-restore'))).toBe(true);
    expect(namesIn(join(directory, 'rulewright.db.before-restore'))).toEqual(['kept', 'later']);
    const again = await startApp({ directory });
    const names = (await (await again.as('steward')).get('/record-types')).body.items.map((type: any) => type.name);
    expect(names).toEqual(['kept']);
    await again.stop();

    appendFileSync(file, 'x');
    expect(await restore(env, file, { force: true })).toMatchObject({ ok: false, error: { kind: 'damaged' } });
    expect(await restore(env, join(directory, 'none'))).toMatchObject({ ok: false, error: { kind: 'no-backup' } });
  });

  it('keeps every database that a restore replaced, whole or damaged, readable by its owner alone', async () => {
    const env = testEnv(directory);
    const database = join(directory, 'rulewright.db');
    const file = join(directory, 'one.db');
    await (await startApp({ directory })).stop();
    expect(await backup(env, file)).toMatchObject({ ok: true });
    chmodSync(file, 0o644);

    writeFileSync(database, 'no database at all');
    writeFileSync(`${database}-wal`, 'nor a log');
    const restored = (keptAs: string) => ({ ok: true, value: { product: 'rulewright', keptAs } });
    expect(await restore(env, file, { force: true })).toMatchObject(restored(`${database}.before-restore`));
    expect(await restore(env, file, { force: true })).toMatchObject(restored(`${database}.before-restore-2`));
    expect(readFileSync(`${database}.before-restore`, 'utf8')).toBe('no database at all');
    expect(readFileSync(`${database}.before-restore-wal`, 'utf8')).toBe('nor a log');
    expect(namesIn(`${database}.before-restore-2`)).toEqual([]);
    for (const one of [database, `${database}.before-restore`, `${database}.before-restore-2`])
      expect(statSync(one).mode & 0o777).toBe(0o600);
    expect(await backup(env, file, { force: true })).toMatchObject({ ok: true });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('leaves the database in its place where a restore fails, and says why in words', async () => {
    const env = testEnv(directory);
    const database = join(directory, 'rulewright.db');
    const file = join(directory, 'one.db');
    await (await startApp({ directory })).stop();
    expect(await backup(env, file)).toMatchObject({ ok: true });
    symlinkSync(join(directory, 'no such folder', 'x.db'), `${database}.part`);
    const refused = await restore(env, file, { force: true });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'unwritable' } });
    expect(JSON.stringify(refused)).toContain('could not be restored: ');
    expect(namesIn(database)).toEqual([]);
    expect(existsSync(`${database}.before-restore`)).toBe(false);

    const folder = testEnv(directory, { DATABASE_URL: directory });
    const asFolder = { ok: false, error: { message: `${directory} is a folder; DATABASE_URL names a file.` } };
    expect(await backup(folder, join(directory, 'two.db'))).toMatchObject(asFolder);
    expect(await restore(folder, file, { force: true })).toMatchObject(asFolder);
    expect(await backup(env, join(file, 'x.db'))).toMatchObject({
      ok: false,
      error: {
        kind: 'unwritable',
        message: expect.stringMatching(/could not be backed up to .*: its folder is a file\.$/),
      },
    });
    writeFileSync(database, 'no database at all, and long enough to be taken for one'.repeat(100));
    expect(await backup(env, join(directory, 'two.db'))).toMatchObject({
      ok: false,
      error: { kind: 'unwritable', message: expect.stringContaining('it is damaged') },
    });
    expect(existsSync(join(directory, 'two.db.part'))).toBe(false);
  });

  it('seals its secrets anew, and ends keys signed with the old one', async () => {
    const app = await startApp({ directory, env: PRODUCTION });
    const settings = app.get(SettingsService);
    const by = { kind: 'system', id: 'system', name: 'system', rights: {} } as const;
    await settings.change({ azureEndpoint: 'https://example.test', azureDeployment: 'd', azureApiKey: 'k-123' }, by);
    const stored = await app.database.reader.query('SELECT value FROM settings');
    expect(JSON.stringify(stored)).not.toContain('k-123');
    expect((await settings.azure())?.apiKey).toBe('k-123');
    const key = await keyOf(createApiKey(testEnv(directory, PRODUCTION), { name: 'k', scopes: ['read'] }));
    await app.stop();
    expect(await rotateSecret(testEnv(directory, PRODUCTION), SECRETS[1])).toEqual({
      settings: 1,
      lost: [],
      revokedKeys: 1,
    });
    const again = await startApp({ directory, env: { ...PRODUCTION, RULEWRIGHT_SECRET: SECRETS[1] } });
    expect((await again.get(SettingsService).azure())?.apiKey).toBe('k-123');
    expect((await again.withKey(key).get('/record-types')).status).toBe(401);
    await again.stop();
  });
});
