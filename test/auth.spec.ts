import { request } from 'node:http';

import { cookieOf, startApp, type TestApp, testEnv } from './app';

const PASSWORD = 'correct horse battery';

describe('who may come in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('gives a cookie that scripts and other sites cannot use', async () => {
    const answer = await app.anyone.post('/session', { persona: 'steward' });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^rulewright=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('ends a session for good', async () => {
    const steward = await app.as('steward');
    expect((await steward.delete('/session')).status).toBe(204);
    expect((await steward.get('/session')).status).toBe(401);
  });

  it('lets a session end after twelve idle hours, and after a week in any case', async () => {
    const clock = app.clock;
    const steward = await app.as('steward');
    clock.advance(11 * 3_600_000);
    expect((await steward.get('/session')).status).toBe(200);
    clock.advance(13 * 3_600_000);
    expect((await steward.get('/session')).status).toBe(401);
  });

  it('refuses unsafe calls from other sites', async () => {
    const cookie = cookieOf(await app.anyone.post('/session', { persona: 'admin' }));
    const call = (headers: Record<string, string>) =>
      app.anyone.post('/users', {}, { headers: { cookie, ...headers } });
    expect((await call({ origin: 'https://evil.example' })).body.code).toBe('cross-site');
    expect((await call({})).body.code).toBe('cross-site');
    expect((await call({ origin: 'null' })).body.code).toBe('cross-site');
    expect((await call({ origin: app.url })).body.code).toBe('bad-request');
    expect(
      (await app.anyone.post('/session', { persona: 'admin' }, { headers: { origin: 'https://evil.example' } })).body
        .code,
    ).toBe('cross-site');
  });

  it('answers in demo mode under a loopback name only', async () => {
    const { port } = new URL(app.url);
    const status = await new Promise<number | undefined>(resolve => {
      request({ host: '127.0.0.1', port, path: '/api/v1/session', headers: { host: 'rebound.example' } }, answer => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });

  it('keeps people: names once, rights by record type, passwords long', async () => {
    const admin = await app.as('admin');
    expect((await admin.post('/users', { name: 'Kim', password: 'short' })).body.problems[0].at).toBe('/password');
    const made = await admin.post('/users', {
      name: 'Kim',
      password: PASSWORD,
      rights: { ask: ['customer'], 'see-samples': ['customer'] },
    });
    expect(made.status).toBe(201);
    expect(JSON.stringify(made.body)).not.toContain('scrypt');
    expect((await admin.post('/users', { name: 'KIM', password: PASSWORD })).body.code).toBe('name-taken');
    expect((await admin.post('/users', { name: 'Lee', password: PASSWORD, rights: { fly: '*' } })).body.code).toBe(
      'bad-rights',
    );
    const signedIn = await app.anyone.post('/session', { name: 'kim ', password: PASSWORD });
    expect(signedIn.body).toMatchObject({ user: { name: 'Kim' }, rights: { ask: ['customer'] } });
    const kim = app.withCookie(cookieOf(signedIn));
    const csv = { headers: { 'content-type': 'text/csv' } };
    expect((await kim.post('/record-types/customer/records', 'a\n1\n', csv)).status).toBe(201);
    expect((await kim.post('/record-types/supplier/records', 'a\n1\n', csv)).body.code).toBe('missing-right');
    await (await app.as('steward')).post('/record-types/supplier/records', 'a\n1\n', csv);
    expect((await kim.get('/record-types')).body.items.map((type: any) => type.name)).toEqual(['customer']);
    expect((await kim.get('/record-types/supplier')).status).toBe(403);
    expect((await admin.patch(`/users/${made.body.id}`, { disabled: true })).body.disabled).toBe(true);
    expect((await kim.get('/session')).status).toBe(401);
  });

  it('slows down who guesses passwords, and only them', async () => {
    await (await app.as('admin')).post('/users', { name: 'Guessed', password: PASSWORD });
    const guess = (name: string) => app.anyone.post('/session', { name, password: 'wrong wrong wrong' });
    const first = await Promise.all(Array.from({ length: 8 }, () => guess('guessed')));
    expect(new Set(first.map(answer => answer.status))).toEqual(new Set([401]));
    const next = await guess('Guessed');
    expect(next.status).toBe(429);
    expect(Number(next.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await guess('somebody else')).status).toBe(401);
    app.clock.advance(11 * 60_000);
    expect((await app.anyone.post('/session', { name: 'guessed', password: PASSWORD })).status).toBe(200);
  });

  it('lets keys do what their scopes say, until they end', async () => {
    const admin = await app.as('admin');
    const expiresAt = new Date(app.clock.millis() + 3_600_000).toISOString();
    const made = await admin.post('/api-keys', { name: 'nightly', scopes: ['read'], expiresAt });
    expect(made.body.key).toMatch(/^rw_[0-9a-f]{16}_[0-9a-f]{48}$/);
    const key = app.withKey(made.body.key);
    expect((await key.get('/record-types')).status).toBe(200);
    expect((await key.get('/users')).body.code).toBe('not-for-keys');
    expect((await key.get('/audit')).body.code).toBe('not-for-keys');
    expect((await key.post('/api-keys', { name: 'more', scopes: ['read'] })).body.code).toBe('not-for-keys');
    const listed = (await admin.get('/api-keys')).body.items.find((item: any) => item.id === made.body.id);
    expect(listed).toMatchObject({ name: 'nightly', usedAt: expect.any(String) });
    expect(JSON.stringify(listed)).not.toContain(made.body.key.split('_')[2]);
    expect(listed.signature).toBeUndefined();
    app.clock.advance(3_600_000);
    expect((await key.get('/record-types')).body.code).toBe('unknown-key');
    const other = await (await app.as('admin')).post('/api-keys', { name: 'other', scopes: ['read'] });
    expect((await (await app.as('admin')).delete(`/api-keys/${other.body.id}`)).status).toBe(204);
    expect((await app.withKey(other.body.key).get('/record-types')).status).toBe(401);
    expect((await app.withKey(`${app.sampleKey.slice(0, -1)}x`).get('/record-types')).status).toBe(401);
  });

  it('keeps a key to its record types', async () => {
    const made = await (
      await app.as('admin')
    ).post('/api-keys', { name: 'narrow', scopes: ['read', 'import'], recordTypes: ['customer'] });
    const key = app.withKey(made.body.key);
    expect((await key.get('/record-types')).body.items.map((type: any) => type.name)).toEqual(['customer']);
    expect((await key.get('/record-types/supplier')).status).toBe(403);
    expect(
      (await key.post('/record-types/supplier/records', 'a\n1\n', { headers: { 'content-type': 'text/csv' } })).status,
    ).toBe(403);
  });

  it('writes down who did it', async () => {
    const { items } = (await (await app.as('auditor')).get('/audit?action=api-key-created')).body;
    expect(items[0]).toMatchObject({
      actor: { id: 'demo-admin' },
      subject: { type: 'api-key' },
      detail: { name: 'narrow' },
    });
    expect(JSON.stringify(items)).not.toMatch(/rw_[0-9a-f]{16}_/);
  });

  it('limits calls per caller', async () => {
    const limited = await startApp({ env: { RULEWRIGHT_CALLS_PER_MINUTE: '5' } });
    const key = limited.withKey(limited.sampleKey);
    const answers = [];
    for (let call = 0; call < 6; call++) answers.push((await key.get('/record-types')).status);
    expect(answers).toEqual([200, 200, 200, 200, 200, 429]);
    limited.clock.advance(60_000);
    expect((await key.get('/record-types')).status).toBe(200);
    await limited.close();
  });
});

describe('the environment', () => {
  const strong = 'b7Xk2mQ9wLr4TzVn8cJf3HsYd6Pg1AeU';
  const mistakes = (source: Record<string, string>) => {
    try {
      testEnv('/nowhere', source);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('refuses a demo that others could reach', () => {
    expect(mistakes({ HOST: '0.0.0.0' })).toContain('loopback');
  });

  it('refuses production without a secret, with a sample one, or public without TLS', () => {
    expect(mistakes({ RULEWRIGHT_MODE: 'production' })).toContain('RULEWRIGHT_SECRET is needed');
    expect(
      mistakes({ RULEWRIGHT_MODE: 'production', RULEWRIGHT_SECRET: 'change-me-change-me-change-me-change-me' }),
    ).toContain('sample');
    expect(mistakes({ RULEWRIGHT_MODE: 'production', RULEWRIGHT_SECRET: strong, HOST: '0.0.0.0' })).toContain('TLS');
    expect(
      mistakes({ RULEWRIGHT_MODE: 'production', RULEWRIGHT_SECRET: strong, HOST: '0.0.0.0', RULEWRIGHT_TLS: 'proxy' }),
    ).toBe('');
  });

  it('names every mistake at once', () => {
    const text = mistakes({
      PORT: 'x',
      RULEWRIGHT_TIME_ZONE: 'Mars/Base',
      AZURE_OPENAI_ENDPOINT: 'https://a.example',
      DATABASE_URL: 'mongo://x',
    });
    for (const name of ['PORT', 'RULEWRIGHT_TIME_ZONE', 'AZURE_OPENAI', 'DATABASE_URL']) expect(text).toContain(name);
  });
});
