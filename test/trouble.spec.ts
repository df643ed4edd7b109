import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { pino } from 'pino';

import { FileHeld } from '../src/database/file-lock';
import { Prompts } from '../src/translation/prompts';
import { type Caller, startApp, type TestApp } from './app';

const CSV = { headers: { 'content-type': 'text/csv' } };

describe('when things go wrong', () => {
  let app: TestApp;
  let admin: Caller;
  let steward: Caller;
  beforeAll(async () => {
    app = await startApp();
    [admin, steward] = [await app.as('admin'), await app.as('steward')];
  });
  afterAll(() => app.close());

  it('answers bad bodies with what is wrong with them', async () => {
    const json = { headers: { 'content-type': 'application/json' } };
    expect(await admin.post('/users', '{"name":', json)).toMatchObject({ status: 400, body: { code: 'bad-json' } });
    expect(await admin.post('/users', new Uint8Array([0x22, 0xff, 0x22]), json)).toMatchObject({
      status: 400,
      body: { code: 'bad-json' },
    });
    expect(await admin.post('/users', [1], undefined)).toMatchObject({ status: 400, body: { code: 'bad-request' } });
    expect(
      await admin.post('/users', 'name=x', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    ).toMatchObject({ status: 415, body: { code: 'unsupported-content-type' } });
    expect(await admin.post('/users', JSON.stringify({ name: 'x'.repeat(6 * 1024 * 1024) }), json)).toMatchObject({
      status: 413,
      body: { code: 'too-large', limit: 5 * 1024 * 1024 },
    });
    expect(await admin.get('/users?limit=9999')).toMatchObject({ status: 400, body: { problems: [{ at: '/limit' }] } });
    expect(await admin.get('/users?colour=red')).toMatchObject({ status: 400 });
    expect((await app.anyone.get('/health/live')).status).toBe(200);
  });

  it('takes no harm from keys and depths made to do harm', async () => {
    const json = { headers: { 'content-type': 'application/json' } };
    const deep = `{"name":"x","rights":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`;
    expect((await admin.post('/users', deep, json)).status).toBe(400);
    const proto = await admin.post(
      '/users',
      '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"name":"x"}',
      json,
    );
    expect(proto.status).toBe(400);
    expect(({} as any).isAdmin).toBeUndefined();
    const imported = await steward.post('/record-types/odd/records', '{"id":1,"__proto__":{"x":1}}\n{"id":2}\n', {
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(imported.status).toBe(201);
    expect(({} as any).x).toBeUndefined();
    for (const levels of [1_000, 5_000, 50_000]) {
      const condition = `${'{"!":'.repeat(levels)}true${'}'.repeat(levels)}`;
      for (const [call, body] of [
        ['/previews', `{"recordType":"odd","condition":${condition}}`],
        ['/rules', `{"recordType":"odd","name":"x","condition":${condition},"actions":[]}`],
        ['/translations', `{"recordType":"odd","text":"id is 1","previousRule":{"condition":${condition}}}`],
      ] as const) {
        const refused = { status: 422, body: { code: 'invalid-rule', problems: [{ code: 'too-deep' }] } };
        expect(await steward.post(call, body, json)).toMatchObject(refused);
      }
    }
  });

  it('does a call once that is sent twice', async () => {
    const headers = { 'idempotency-key': 'k1' };
    const user = { name: 'Once', password: 'correct horse battery' };
    const first = await admin.post('/users', user, { headers });
    const again = await admin.post('/users', user, { headers });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replay')).toBe('true');
    expect(await admin.post('/users', { ...user, name: 'Other' }, { headers })).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    const failing = { headers: { 'idempotency-key': 'k2' } };
    expect((await admin.post('/users', { ...user, name: 'Once' }, failing)).status).toBe(409);
    expect((await admin.post('/users', { ...user, name: 'Once' }, failing)).body.code).toBe('name-taken');
    const secret = { headers: { 'idempotency-key': 'k3' } };
    await admin.post('/api-keys', { name: 'k', scopes: ['read'] }, secret);
    expect((await admin.post('/api-keys', { name: 'k', scopes: ['read'] }, secret)).body.code).toBe('answer-not-kept');
    app.clock.advance(25 * 3_600_000);
    const next = await app.as('admin');
    expect((await next.post('/users', user, { headers })).body.code).toBe('name-taken');
    [admin, steward] = [next, await app.as('steward')];
  });

  it('does an import once that is sent twice', async () => {
    const path = '/record-types/twice/records?mode=append';
    const rows = `id,n\n${Array.from({ length: 20_000 }, (_, index) => `row-${index},${index}`).join('\n')}\n`;
    const send = (key: string, body: string) =>
      steward.post(path, body, { headers: { ...CSV.headers, 'idempotency-key': key } });
    const first = await send('i1', rows);
    const again = await send('i1', rows);
    expect([first.status, again.status, again.headers.get('idempotent-replay')]).toEqual([201, 201, 'true']);
    expect(again.body).toEqual(first.body);
    expect((await steward.get('/record-types/twice')).body.records).toBe(20_000);
    expect(await send('i1', `${rows}more,1\n`)).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    expect(await send('x'.repeat(201), rows)).toMatchObject({ status: 400, body: { code: 'bad-idempotency-key' } });
    // One that failed changed nothing, and may be sent again: mended, or as it was.
    expect((await send('i2', 'id,"n\n')).status).toBe(422);
    expect(await send('i2', 'id,n\nlast,1\n')).toMatchObject({ status: 201, body: { imported: 1 } });
    expect((await steward.get('/record-types/twice')).body.records).toBe(20_001);
  });

  it('answers an import it cannot take while the rest is still being sent', async () => {
    const wide = Buffer.from(`${'a,'.repeat(1_000_000)}a\n${'1,'.repeat(5_000_000)}1\n`);
    for (const key of [undefined, 'w1']) {
      const headers = { ...CSV.headers, ...(key && { 'idempotency-key': key }) };
      const answer = await steward.post('/record-types/wide/records', wide, { headers });
      expect(answer).toMatchObject({
        status: 422,
        body: { code: expect.stringMatching(/too-(?:many-columns|long)$/) },
      });
    }
    expect((await steward.get('/record-types/wide')).status).toBe(404);
  });

  it('says busy while another program holds the file, and goes on after', async () => {
    const other = new Sqlite(join(app.directory, 'rulewright.db'));
    other.exec('BEGIN IMMEDIATE');
    const answer = await steward.post('/record-types/late/records', 'id,n\na,1\n', CSV);
    expect(answer).toMatchObject({ status: 503, body: { code: 'busy' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect((await steward.get('/record-types')).status).toBe(200);
    other.exec('ROLLBACK');
    other.close();
    expect((await steward.post('/record-types/late/records', 'id,n\na,1\n', CSV)).status).toBe(201);
  });

  it('says when the disk is full, and loses nothing that was there', async () => {
    const [{ page_count: pages }] = await app.database.writer.query('PRAGMA page_count');
    await app.database.writer.query(`PRAGMA max_page_count = ${pages}`);
    const rows = Array.from({ length: 5000 }, (_, index) => `row-${index},${'x'.repeat(200)}${index}`).join('\n');
    const answer = await steward.post('/record-types/late/records?mode=replace', `id,n\n${rows}\n`, CSV);
    expect(answer).toMatchObject({ status: 503, body: { code: 'storage-unavailable' } });
    expect((await steward.get('/record-types/late/sample')).body.items).toHaveLength(1);
    await app.database.writer.query('PRAGMA max_page_count = 1073741823');
    expect((await steward.post('/record-types/late/records?mode=replace', `id,n\n${rows}\n`, CSV)).body.imported).toBe(
      5000,
    );
  });

  it('keeps nothing of an import whose client goes away', async () => {
    const cookie = (await app.anyone.post('/session', { persona: 'steward' })).headers
      .getSetCookie()[0]!
      .split(';')[0]!;
    await new Promise<void>(resolve => {
      const sending = request(`${app.url}/api/v1/record-types/half/records`, {
        method: 'POST',
        headers: { cookie, origin: app.url, 'content-type': 'text/csv' },
      });
      sending.on('error', () => resolve());
      sending.write('id,n\na,1\n');
      setImmediate(() => sending.destroy());
      sending.on('close', () => resolve());
    });
    expect((await steward.get('/record-types/half')).status).toBe(404);
    expect((await app.anyone.get('/health/ready')).status).toBe(200);
  });

  it('lets one process have the file, and says so to another', async () => {
    await expect(startApp({ directory: app.directory })).rejects.toThrow(FileHeld);
  });

  it('does not start on what is no database of ours, and says so at once', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'rulewright-wrong-'));
    const file = join(directory, 'rulewright.db');
    writeFileSync(file, 'not a database, but long enough to be taken for one '.repeat(100));
    for (let turn = 0; turn < 2; turn += 1)
      await expect(startApp({ directory })).rejects.toThrow('The database file is damaged, or no database of ours.');
    const nowhere = { DATABASE_URL: 'mssql://sa:secret@127.0.0.1:1/rulewright' };
    await expect(startApp({ directory, env: nowhere })).rejects.toThrow('The database does not answer.');
    rmSync(directory, { recursive: true });
  });

  it('names what a killed process left unfinished', async () => {
    const first = await startApp();
    const received = await first
      .get(Prompts)
      .receive({ text: 'x', recordType: 'y', by: { id: 'a', name: 'A' }, request: {} });
    await first.stop();
    const next = await startApp({ directory: first.directory });
    expect(await next.get(Prompts).find(received.ok ? received.value.id : '')).toMatchObject({ state: 'interrupted' });
    await next.close();
  });

  it('answers to the end who is being answered when it stops', async () => {
    const stopping = await startApp();
    const caller = await stopping.as('steward');
    let push!: (text: string | undefined) => void;
    const body = new ReadableStream({
      start(controller) {
        push = text => (text === undefined ? controller.close() : controller.enqueue(new TextEncoder().encode(text)));
      },
    });
    push('id,n\na,1\n');
    const answer = caller.post('/record-types/last/records', body, CSV);
    // In once the service has seen it: then it counts as being answered.
    while ((await stopping.anyone.get('/metrics')).status !== 200);
    await new Promise(resolve => setImmediate(resolve));
    const stopped = stopping.stop();
    push('b,2\n');
    push(undefined);
    expect((await answer).status).toBe(201);
    await stopped;
    rmSync(stopping.directory, { recursive: true, force: true });
  });
});

describe('what is told about itself', () => {
  it('logs ids, routes, states and times, and nothing anybody said', async () => {
    const lines: string[] = [];
    const app = await startApp({ log: pino({ level: 'debug' }, { write: (line: string) => lines.push(line) }) });
    await app.anyone.post('/session', { name: 'somebody', password: 'hunter2-hunter2' });
    const steward = await app.as('steward');
    await steward.post('/record-types/secretive/records', 'id,n\na,very-private-value\n', CSV);
    await steward.get('/record-types/secretive/sample', { headers: { 'x-request-id': 'mine-1' } });
    await app.close();
    const text = lines.join('');
    for (const said of ['hunter2', 'somebody', 'very-private-value', 'rulewright=']) expect(text).not.toContain(said);
    const request = lines.map(line => JSON.parse(line)).find(line => line.requestId === 'mine-1');
    expect(request).toMatchObject({
      msg: 'request',
      method: 'GET',
      route: '/api/v1/record-types/:name/sample',
      status: 200,
      actor: 'demo-steward',
    });
    expect(typeof request.ms).toBe('number');
  });

  it('describes its API with its limits, counts for Prometheus, and frames every answer strictly', async () => {
    const app = await startApp();
    const { body } = await app.anyone.get('/api/openapi.json');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/api/v1/record-types/{name}/records', '/api/v1/session']),
    );
    expect(body['x-limits'].bodyBytes).toBe(5 * 1024 * 1024);
    const { schema } = body.paths['/api/v1/translations'].post.responses['200'].content['application/json'];
    expect(schema.properties.edit.enum).toEqual(['change', 'undo', 'start-over']);
    expect(schema.properties.difference.items.properties.kind.enum).toEqual(['added', 'removed', 'kept']);
    expect((await app.anyone.get('/api/docs')).status).toBe(200);
    const metrics = await app.anyone.get('/metrics');
    expect(metrics.text).toContain('rulewright_http_request_seconds_count{method="GET"');
    expect(metrics.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(metrics.headers.get('x-content-type-options')).toBe('nosniff');
    await app.close();
  });

  it('serves the console at every address of its own, and problems under /api', async () => {
    const web = mkdtempSync(join(tmpdir(), 'rulewright-web-'));
    mkdirSync(join(web, 'assets'));
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>Rulewright</title>');
    writeFileSync(join(web, 'assets', 'main-abc123.js'), 'console.log(1)');
    const app = await startApp({ env: { RULEWRIGHT_WEB_DIRECTORY: web } });
    const get = (path: string) => fetch(app.url + path);
    expect(await (await get('/')).text()).toContain('Rulewright');
    const deep = await get('/rules/some-rule');
    expect([deep.status, deep.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    const asset = await get('/assets/main-abc123.js');
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await get('/assets/none.js')).status).toBe(404);
    expect((await get('/../package.json')).status).toBe(404);
    const api = await get('/api/v1/none');
    expect([api.status, api.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect((await get('/api/nothing')).status).toBe(404);
    await app.close();
    rmSync(web, { recursive: true, force: true });
  });
});
