import { connect } from 'node:net';

import { startApp, type Caller, type TestApp } from './app';

describe('what is refused before anything looks at it', () => {
  let app: TestApp;
  let steward: Caller;
  beforeAll(async () => {
    app = await startApp();
    steward = await app.as('steward');
  });
  afterAll(() => app.close());

  it('says as a problem that an address is no address', async () => {
    const answer = await steward.get('/rules/%ff');
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'bad-address', detail: expect.stringContaining('percent-encoded') });
  });

  it('says first that a value is of the wrong type', async () => {
    expect((await steward.get('/rules?limit=abc')).body.detail).toBe('limit must be an integer number');
    expect((await steward.get('/rules?limit=201')).body.detail).toContain('must not be greater than 200');
    const asked = await steward.post('/translations', { recordType: 5, text: 7 });
    expect(asked.body.problems.map(({ message }: any) => message)).toEqual([
      'text must be a string',
      'recordType must be a string',
    ]);
  });

  it('says which methods an address is for', async () => {
    const call = async (method: string, path: string) => {
      const answer = await fetch(`${app.url}${path}`, { method });
      return { status: answer.status, allow: answer.headers.get('allow'), body: await answer.json() };
    };
    expect(await call('PUT', '/api/v1/rules?limit=1')).toMatchObject({
      status: 405,
      allow: 'GET, POST',
      body: { code: 'method-not-allowed', allow: ['GET', 'POST'] },
    });
    expect(await call('GET', '/api/v1/translations')).toMatchObject({ status: 405, allow: 'POST' });
    expect(await call('DELETE', '/api/v1/rules/abc/versions/1/decision')).toMatchObject({ status: 405, allow: 'POST' });
    expect(await call('POST', '/health/live')).toMatchObject({ status: 405, allow: 'GET' });
    expect(await call('POST', '/api/v1/nowhere')).toMatchObject({ status: 404, allow: null });
    expect(await call('GET', '/api/v1/nowhere')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('takes no names with characters that nobody sees', async () => {
    const admin = await app.as('admin');
    for (const hidden of [
      '\u202e',
      '\u2066',
      '\u200b',
      '\u200d',
      '\u00ad',
      '\ufeff',
      '\u0007',
      '\u3164',
      '\udc00',
      '\ud800',
    ]) {
      const name = `Sam${hidden}S`;
      const answers = [
        await admin.post('/api-keys', { name, scopes: ['read'] }),
        await admin.post('/users', { name, password: 'correct horse battery', preset: 'steward' }),
      ];
      for (const answer of answers)
        expect(answer).toMatchObject({
          status: 400,
          body: { detail: expect.stringMatching(/nobody sees|half a character/) },
        });
    }
  });

  it('takes null for what is left out, in every call', async () => {
    const admin = await app.as('admin');
    await steward.post('/record-types/nulls/records', [{ id: 'a', n: 1 }]);
    const rule = { recordType: 'nulls', name: 'Ones', condition: { '==': [{ var: 'n' }, 1] }, actions: [] };
    const action = { type: 'addTag', value: 'one' };
    const conversation = { conversationId: null, previousRule: null, answer: null, translator: null };
    const saved = await steward.post('/rules', { ...rule, actions: [action], promptId: null, priority: null });
    const rules = `/rules/${saved.body.id}/versions`;
    const answers = [
      saved,
      await steward.post(rules, { ...rule, actions: [action], promptId: null, after: null, glossary: null }),
      await steward.post('/translations', { recordType: 'nulls', text: 'n is 1', language: null, ...conversation }),
      await steward.post('/previews', { ...rule, actions: null, glossary: null, language: null, now: null }),
      await admin.post('/apply', { recordType: 'nulls', records: [], ruleSet: null, mode: null, explain: null }),
      await admin.post('/record-types/nulls/glossary', {
        name: 'first',
        condition: rule.condition,
        aliases: null,
        description: null,
      }),
      await admin.post('/record-types/nulls/glossary/drafts', { words: 'n is 1', language: null, name: null }),
    ];
    expect(answers.map(({ status, text }) => (status < 300 ? 'taken' : text))).toEqual(answers.map(() => 'taken'));
    expect(await steward.post('/translations', { recordType: 'nulls', text: null })).toMatchObject({ status: 400 });
    const odd = { recordType: 'nulls', text: 'n is 1', language: { toString: 1 } };
    expect(await steward.post('/translations', odd)).toMatchObject({
      status: 400,
      body: { detail: 'language must be a string' },
    });
  });

  it('says which languages are known where one is none', async () => {
    for (const answer of [
      await steward.post('/translations', { recordType: 'customer', text: 'tag all as x', language: 'xx' }),
      await steward.get('/rules?language=xx'),
    ]) {
      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'bad-request', problems: [{ at: '/language', message: expect.stringContaining('en, de, fr') }] },
      });
    }
    expect((await steward.get('/rules?language=pt-BR')).status).toBe(200);
    expect((await steward.get('/rules?language=pl')).status).toBe(200);
  });

  it('takes a cursor back only where it came from', async () => {
    const admin = await app.as('admin');
    const { next } = (await admin.get('/users?limit=1')).body;
    const rest = await admin.get(`/users?limit=200&cursor=${next}`);
    expect(rest).toMatchObject({ status: 200, body: { next: null } });
    expect(rest.body.items.length).toBeGreaterThan(0);
    const lists = ['users', 'api-keys', 'rules', 'prompts', 'audit', 'record-types', 'record-types/client/rule-sets'];
    for (const list of lists) {
      for (const cursor of ['abc', '', '.', `${next}x`, next.slice(0, -1), ...(list === 'users' ? [] : [next])]) {
        const { status, body } = await admin.get(`/${list}?cursor=${cursor}`);
        expect({ list, cursor, status, code: body.code }).toEqual({ list, cursor, status: 400, code: 'bad-cursor' });
      }
    }
  });

  it('says which content types there are', async () => {
    const answer = await steward.post('/translations', '{}', { headers: { 'content-type': 'application/xml' } });
    expect(answer.status).toBe(415);
    expect(answer.body).toMatchObject({
      code: 'unsupported-content-type',
      detail: expect.stringContaining('application/json'),
    });
  });

  it('takes no compressed bodies, and says so', async () => {
    const headers = { 'content-type': 'text/csv', 'content-encoding': 'gzip' };
    const answer = await steward.post('/record-types/client/records', 'id\n1\n', { headers });
    expect(answer.status).toBe(415);
    expect(answer.body).toMatchObject({ code: 'unsupported-content-type', detail: expect.stringContaining('gzip') });
  });

  it('answers a body beyond the limit, however it is sent', async () => {
    const text = 'x'.repeat(6 * 1024 * 1024);
    for (let call = 0; call < 3; call += 1)
      expect(await steward.post('/translations', { text })).toMatchObject({ status: 413, body: { code: 'too-large' } });
    const piecemeal = async function* () {
      for (let at = 0; at < 96; at += 1) yield Buffer.alloc(64 * 1024, 'x');
    };
    const answer = await fetch(`${app.url}/api/v1/translations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${app.sampleKey}`, 'content-type': 'application/json' },
      body: piecemeal() as never,
      duplex: 'half',
    });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
  });

  it('takes no day that is none, no key that is past, no version that is no number', async () => {
    const admin = await app.as('admin');
    const preview = { recordType: 'nulls', condition: true, now: '2026-02-30' };
    expect(await steward.post('/previews', preview)).toMatchObject({ status: 400, body: { code: 'bad-now' } });
    const key = (expiresAt: string) => admin.post('/api-keys', { name: 'k', scopes: ['read'], expiresAt });
    expect(await key('2026-13-01')).toMatchObject({ status: 400, body: { code: 'bad-expiry' } });
    expect(await key('2020-01-01')).toMatchObject({ status: 422, body: { code: 'bad-expiry' } });
    expect(await key('2026-01-15T13:00:00+02:00')).toMatchObject({ status: 422 });
    expect(await key('2027-01-01')).toMatchObject({ status: 201, body: { expiresAt: '2027-01-01T00:00:00.000Z' } });
    expect(await steward.get('/rules/x/versions/NaN')).toMatchObject({ status: 400, body: { code: 'bad-version' } });
  });

  it('answers who sends the whole body before reading, though it was refused at its beginning', async () => {
    const { hostname, port, origin } = new URL(app.url);
    const session = await fetch(`${origin}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: '{"persona":"steward"}',
    });
    const body = Buffer.from('column,'.repeat(3_000_000));
    const head = [
      'POST /api/v1/record-types/wide/records HTTP/1.1',
      `host: ${hostname}:${port}`,
      `origin: ${origin}`,
      `cookie: ${session.headers.get('set-cookie')!.split(';')[0]}`,
      'content-type: text/csv',
      `content-length: ${body.length}`,
    ];
    const socket = connect(Number(port), hostname);
    try {
      await new Promise<void>((resolve, reject) => {
        socket.on('error', reject);
        socket.write(`${head.join('\r\n')}\r\n\r\n`);
        socket.write(body, () => resolve());
      });
      const [chunk] = await new Promise<Buffer[]>(resolve => socket.once('data', data => resolve([data])));
      expect(chunk!.toString()).toContain('HTTP/1.1 422');
    } finally {
      socket.destroy();
    }
  }, 10_000);
});
