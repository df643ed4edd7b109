import { once } from 'node:events';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';

import { IDLE_MS, Timers } from '../src/apply/idle-limit';
import { RuleVersions } from '../src/rules/rule-versions';
import { LIMITS } from '../src/config/limits';
import { type Caller, startApp, type TestApp } from './app';
import { CLIENTS, GERMAN, importClients, NDJSON, RICH, runRule, TAG_VIP } from './fakes/customers';

const GONE = '0'.repeat(64);

describe('apply', () => {
  let app: TestApp;
  let program: Caller;
  let rule: { id: string; hash: string };
  beforeAll(async () => {
    app = await startApp();
    await importClients(await app.as('steward'));
    rule = await runRule(app);
    program = app.withKey(app.sampleKey);
  });
  afterAll(() => app.close());

  const lines = (text: string): any[] =>
    text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));

  describe('one body', () => {
    it('gives a result per record, in order, with key, matches and changes', async () => {
      const { status, body } = await program.post('/apply', { recordType: 'client', records: CLIENTS });
      expect(status).toBe(200);
      expect(body.ruleSet).toMatchObject({
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        rules: [{ id: rule.id, version: 1, name: 'German VIPs', priority: 100 }],
      });
      expect(
        body.results.map((result: any) => [result.index, result.key, result.matched.length, result.changes.length]),
      ).toEqual([
        [0, 'C1', 1, 1],
        [1, 'C2', 0, 0],
        [2, 'C3', 0, 0],
        [3, 'C4', 1, 1],
        [4, 'C5', 0, 0],
        [5, 'C6', 1, 0],
      ]);
      expect(body.results[0]).not.toHaveProperty('record');
    });

    it('gives the records as they are afterwards, and the reasons, where asked', async () => {
      const { body } = await program.post('/apply', {
        recordType: 'client',
        records: CLIENTS.slice(0, 2),
        mode: 'records',
        explain: true,
      });
      expect(body.results[0].record).toMatchObject({ id: 'C1', tags: ['VIP'] });
      expect(body.results[1].record).toMatchObject({ id: 'C2', tags: [] });
      expect(body.results[1].explanation).toMatchObject([
        { rule: rule.id, version: 1, matched: false, clauses: [{ held: true }, { held: false }] },
      ]);
    });

    it('makes what is no record an error of its own', async () => {
      const { body } = await program.post('/apply', { recordType: 'client', records: [null, [], 'x', { id: 'C9' }] });
      expect(body.results.map((result: any) => result.error?.code)).toEqual([
        'not-a-record',
        'not-a-record',
        'not-a-record',
        undefined,
      ]);
    });

    it.each([1_000, 5_000, 50_000])('makes a record nested %d levels deep an error of its own', async levels => {
      const deep = `${'['.repeat(levels)}1${']'.repeat(levels)}`;
      const body = `{"recordType":"client","mode":"records","explain":true,"records":[{"id":"C1","x":${deep}},{"id":"C2"}]}`;
      const answer = await program.post('/apply', body, { headers: { 'content-type': 'application/json' } });
      expect(answer).toMatchObject({
        status: 200,
        body: { results: [{ error: { code: 'too-deep' } }, { key: 'C2' }] },
      });
      expect(answer.body.results[1].error).toBeUndefined();
    });

    it('reads numbers none can hold as a stream does, and loses none of their digits', async () => {
      const records =
        '{"id":"C1","country":"Germany","revenue":1e400},{"id":12345678901234567890,"revenue":2000000},{"id":"C3","revenue":0.5}';
      const body = `{"recordType":"client","mode":"records","records":[${records}]}`;
      const inOne = await program.post('/apply', body, { headers: { 'content-type': 'application/json' } });
      const streamed = await program.post(
        '/apply?recordType=client&mode=records',
        records.replace(/\},/g, '}\n'),
        NDJSON,
      );
      expect(inOne.body.results).toEqual(lines(streamed.text).slice(0, -1));
      expect(inOne.body.results).toMatchObject([
        { unreadable: ['revenue'], matched: [], record: { revenue: '1e400' } },
        { key: '12345678901234567890', record: { id: '12345678901234567890' } },
        { record: { id: 'C3', revenue: 0.5 } },
      ]);
    });

    it('gives values that no action names back as they came, whether or not the record is changed', async () => {
      const records = [
        { Country: ' Germany', country: 'Germany', revenue: '3000000', extra: { n: '1,5' } },
        { id: 7, country: 'Spain', revenue: '2,5', tags: 'a; b' },
        { country: 'Germany', revenue: '3000000', tags: 'a; b' },
      ];
      const { body } = await program.post('/apply', { recordType: 'client', mode: 'records', records });
      expect(body.results.map((result: any) => result.record)).toEqual([
        { ...records[0], tags: ['VIP'] },
        records[1],
        { ...records[2], tags: 'a; b; VIP' },
      ]);
    });

    it('matches no rule for a value it lists as unreadable, and gives it back as it came', async () => {
      const records = [
        { id: 'A', country: ['Germany'], revenue: 2_000_000 },
        { id: 'B', country: 'Germany', revenue: [2_000_000] },
        { id: 'C', country: 'Germany', revenue: '02000000' },
        { id: 'D', country: 'Germany', revenue: 2_000_000 },
      ];
      const { body } = await program.post('/apply', { recordType: 'client', mode: 'records', records });
      expect(body.results.map(({ unreadable, matched }: any) => [unreadable, matched.length])).toEqual([
        [['country'], 0],
        [['revenue'], 0],
        [['revenue'], 0],
        [undefined, 1],
      ]);
      expect(body.results.slice(0, 3).map(({ record }: any) => record)).toEqual(records.slice(0, 3));
    });

    it('lists values that could not be read', async () => {
      const { body } = await program.post('/apply', {
        recordType: 'client',
        records: [{ id: 'C9', country: 'Germany', revenue: 'a lot' }],
      });
      expect(body.results[0]).toMatchObject({ matched: [], unreadable: ['revenue'] });
    });

    it('sees only own properties', async () => {
      const records = '[{"id":"C9","__proto__":{"country":"Germany","revenue":9000000}},{"constructor":1}]';
      const { status, body } = await program.post('/apply', `{"recordType":"client","records":${records}}`, {
        headers: { 'content-type': 'application/json' },
      });
      expect(status).toBe(200);
      expect(body.results.map((result: any) => result.matched)).toEqual([[], []]);
    });

    it.each([
      ['an unknown record type', { recordType: 'nothing', records: [] }, 404, 'no-such-record-type'],
      ['an unknown rule set', { recordType: 'client', records: [], ruleSet: GONE }, 409, 'rule-set-gone'],
      ['a now that is none', { recordType: 'client', records: [], now: 'soon' }, 400, 'bad-now'],
      ['no records', { recordType: 'client' }, 400, 'bad-request'],
      ['a mode that is none', { recordType: 'client', records: [], mode: 'all' }, 400, 'bad-request'],
      ['too many records', { recordType: 'client', records: new Array(10_001).fill({}) }, 413, 'too-many-records'],
    ])('refuses %s', async (_what, body, status, code) => {
      expect(await program.post('/apply', body)).toMatchObject({ status, body: { code } });
    });

    it('is the same outcome for the same record, rule set and now', async () => {
      const body = {
        recordType: 'client',
        records: CLIENTS,
        now: '2026-02-01T00:00:00Z',
        mode: 'records',
        explain: true,
      };
      const [one, two] = [await program.post('/apply', body), await program.post('/apply', body)];
      expect(two.text).toBe(one.text);
      expect(one.body.now).toBe('2026-02-01T00:00:00.000Z');
    });

    it('refuses a key for other record types', async () => {
      const key = await app.makeKey({ name: 'narrow', scopes: ['apply', 'read'], recordTypes: ['other'] });
      const narrow = app.withKey(key);
      for (const answer of [
        await narrow.post('/apply', { recordType: 'client', records: [] }),
        await narrow.post('/apply?recordType=client', '{}', NDJSON),
        await narrow.get(`/rules/${rule.id}`),
        await narrow.get('/record-types/client/rule-sets'),
      ]) {
        expect(answer).toMatchObject({ status: 403, body: { code: 'missing-right' } });
      }
      expect((await narrow.get('/rules')).body.items).toEqual([]);
    });

    it('needs the right for the record type', async () => {
      expect(await (await app.as('steward')).post('/apply', { recordType: 'client', records: [] })).toMatchObject({
        status: 403,
      });
    });
  });

  describe('a stream', () => {
    it('answers line by line and ends with the totals', async () => {
      const input = [
        ...CLIENTS.map(record => JSON.stringify(record)),
        '{"broken',
        '',
        '[1]',
        JSON.stringify({ id: 'C9' }),
      ].join('\r\n');
      const answer = await program.post(
        '/apply?recordType=client&mode=records&explain=true&now=2026-02-01T00:00:00Z',
        input,
        NDJSON,
      );
      expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
      expect(answer.headers.get('rulewright-now')).toBe('2026-02-01T00:00:00.000Z');
      const results = lines(answer.text);
      expect(results).toHaveLength(10);
      expect(results[0]).toMatchObject({
        index: 0,
        key: 'C1',
        record: { tags: ['VIP'] },
        explanation: [{ matched: true }],
      });
      expect(results[6]).toMatchObject({ index: 6, error: { code: 'broken-line', line: 7 } });
      expect(results[7]).toMatchObject({ index: 7, error: { line: 9 } });
      expect(results.at(-1)).toEqual({ end: true, records: 9, matched: 3, changed: 2, errors: 2 });
    });

    it('of nothing is only the totals', async () => {
      expect(lines((await program.post('/apply?recordType=client', '', NDJSON)).text)).toEqual([
        { end: true, records: 0, matched: 0, changed: 0, errors: 0 },
      ]);
    });

    it.each([
      ['no record type', '/apply', 400, 'bad-request'],
      ['an unknown rule set', `/apply?recordType=client&ruleSet=${GONE}`, 409, 'rule-set-gone'],
      ['an unknown record type', '/apply?recordType=nothing', 404, 'no-such-record-type'],
    ])('refuses %s before it begins', async (_what, path, status, code) => {
      expect(await program.post(path, '{}', NDJSON)).toMatchObject({ status, body: { code } });
    });

    it('refuses a content type it does not read', async () => {
      expect(
        await program.post('/apply?recordType=client', 'a;b', { headers: { 'content-type': 'text/csv' } }),
      ).toMatchObject({ status: 415 });
    });

    it('reports a line that is too long and goes on', async () => {
      const long = JSON.stringify({ id: 'x'.repeat(1024 * 1024 + 10) });
      const results = lines((await program.post('/apply?recordType=client', `${long}\n{"id":"C9"}\n`, NDJSON)).text);
      expect(results).toMatchObject([
        { error: { code: 'broken-line', line: 1 } },
        { index: 1, key: 'C9' },
        { end: true, records: 2, errors: 1 },
      ]);
    });

    it('answers each line as it comes', async () => {
      const { request, response, next } = await open(app);
      request.write(`${JSON.stringify(CLIENTS[0])}\n`);
      expect(await next()).toMatchObject({ index: 0, key: 'C1' });
      request.write(`${JSON.stringify(CLIENTS[1])}\n`);
      expect(await next()).toMatchObject({ index: 1, key: 'C2' });
      request.end();
      expect(await next()).toMatchObject({ end: true, records: 2 });
      await once(response, 'end');
    });

    it('keeps its rule set and its clock, whatever is activated meanwhile', async () => {
      const { request, response, next } = await open(app);
      request.write(`${JSON.stringify({ id: 'P', country: 'Germany', revenue: 5 })}\n`);
      expect((await next()).matched).toEqual([]);
      const other = await runRule(app, {
        name: 'All Germans',
        condition: GERMAN,
        actions: [{ type: 'addTag', value: 'DE' }],
      });
      app.clock.advance(60_000);
      request.end(`${JSON.stringify({ id: 'P', country: 'Germany', revenue: 5 })}\n`);
      expect((await next()).matched).toEqual([]);
      expect(await next()).toMatchObject({ end: true, matched: 0 });
      expect(response.headers['rulewright-now']).toBe('2026-01-15T12:00:00.000Z');
      const { body } = await program.post('/apply', {
        recordType: 'client',
        records: [{ id: 'P', country: 'Germany', revenue: 5 }],
      });
      expect(body.results[0].matched).toHaveLength(1);
      const old = await program.post('/apply', {
        recordType: 'client',
        records: [{ id: 'P', country: 'Germany', revenue: 5 }],
        ruleSet: response.headers['rulewright-rule-set'],
      });
      expect(old.body.results[0].matched).toEqual([]);
      await (await app.as('admin')).delete(`/rules/${other.id}/activation`);
    });

    it('of many records keeps order, and other calls are answered meanwhile', async () => {
      const count = 20_000;
      const input = Array.from({ length: count }, (_, i) =>
        JSON.stringify({ id: `N${i}`, country: i % 2 ? 'Germany' : 'Spain', revenue: 2_000_000 }),
      ).join('\n');
      const streaming = program.post('/apply?recordType=client', input, NDJSON);
      expect((await app.anyone.get('/health/live')).status).toBe(200);
      const results = lines((await streaming).text);
      expect(results.at(-1)).toEqual({ end: true, records: count, matched: count / 2, changed: count / 2, errors: 0 });
      expect(results.slice(0, -1).every((result, i) => result.index === i && result.key === `N${i}`)).toBe(true);
    });

    it('is refused to a caller who has as many open as may be, until one has ended', async () => {
      const streams = [];
      for (let n = 0; n < LIMITS.streamsPerCaller; n += 1) streams.push(await open(app));
      const refused = await program.post('/apply?recordType=client', '{}', NDJSON);
      expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-streams' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      const key = await app.makeKey({ name: 'another', scopes: ['apply'], recordTypes: ['client'] });
      expect((await app.withKey(key).post('/apply?recordType=client', '{}', NDJSON)).status).toBe(200);
      const [first, ...others] = streams;
      first!.request.end();
      await first!.next();
      await once(first!.response, 'end');
      expect((await program.post('/apply?recordType=client', '{}', NDJSON)).status).toBe(200);
      for (const { request, next } of others) {
        request.end();
        await next();
      }
    });

    it('ends when its client goes away, and the service goes on', async () => {
      const { request, response, next } = await open(app);
      request.write(`${JSON.stringify(CLIENTS[0])}\n`);
      await next();
      const closed = closing(response);
      request.destroy();
      await closed;
      expect((await app.anyone.get('/health/ready')).status).toBe(200);
    });

    it('of a client that writes and never reads stops reading, and is ended once nothing has moved for a while', async () => {
      const timers = app.get(Timers);
      let now = 0;
      const due: { at: number; act: () => void }[] = [];
      const clock = jest.spyOn(timers, 'now').mockImplementation(() => now);
      const after = jest.spyOn(timers, 'after').mockImplementation((ms, act) => {
        const entry = { at: now + ms, act };
        due.push(entry);
        return () => void due.splice(due.indexOf(entry), 1);
      });
      try {
        const { request, response } = await open(app);
        response.pause();
        const closed = closing(request);
        const block = `${JSON.stringify({ ...CLIENTS[0], note: 'x'.repeat(200) })}\n`.repeat(2_000);
        let written = 0;
        // Back-pressure: after some megabytes in flight nothing more is taken.
        while (await isTaken(request, block)) written += block.length;
        expect(written).toBeLessThan(200 * 1024 * 1024);
        now = IDLE_MS * 2;
        for (const { act } of [...due]) act();
        await closed;
        expect((await app.anyone.get('/health/ready')).status).toBe(200);
      } finally {
        clock.mockRestore();
        after.mockRestore();
      }
    });
  });

  it('is another rule set once records are read through new fields, and the one before can still be named', async () => {
    const before = await program.post('/apply', { recordType: 'client', records: CLIENTS });
    const more = await (
      await app.as('steward')
    ).post('/record-types/client/records?mode=append', '{"id":"C7","country":"Spain","vip":true}', NDJSON);
    expect(more.status).toBe(201);
    const after = await program.post('/apply', { recordType: 'client', records: CLIENTS });
    expect(after.body.ruleSet.hash).not.toBe(before.body.ruleSet.hash);
    expect(after.body.results).toEqual(before.body.results);
    const named = await program.post('/apply', {
      recordType: 'client',
      records: CLIENTS,
      ruleSet: before.body.ruleSet.hash,
    });
    expect(named.body).toEqual(before.body);
    expect((await app.anyone.get('/metrics')).text).toMatch(/rulewright_records_total\{act="applied"\} \d+/);
  });

  it.each([
    [
      'an import adds fields',
      async () =>
        (await app.as('steward')).post(
          '/record-types/client/records?mode=append',
          '{"id":"C8","country":"Spain","level":3}',
          NDJSON,
        ),
    ],
    [
      'a field is changed by hand',
      async () => (await app.as('admin')).patch('/record-types/client', { fields: [{ name: 'level', type: 'text' }] }),
    ],
  ])('writes down which rule set runs once %s, before anybody applies it', async (_what, change) => {
    const history = async () => (await program.get('/record-types/client/rule-sets')).body.items;
    const [before] = await history();
    expect((await change()).status).toBeLessThan(300);
    const [now, previous] = await history();
    expect(previous).toEqual(before);
    expect(now).toMatchObject({ act: 'fields', recordType: 'client' });
    expect(now.ruleSet).not.toBe(before.ruleSet);
    expect((await program.get(`/rule-sets/${now.ruleSet}`)).body.entries).toMatchObject([{ id: rule.id, version: 1 }]);

    const body = { recordType: 'client', records: CLIENTS };
    const applied = await program.post('/apply', body);
    expect(applied.body.ruleSet.hash).toBe(now.ruleSet);
    expect((await history())[0]).toEqual(now);
    for (const { ruleSet } of [now, before]) {
      const named = await program.post('/apply', { ...body, ruleSet });
      expect(named.body).toEqual({ ...applied.body, ruleSet: { ...applied.body.ruleSet, hash: ruleSet } });
    }
  });

  it('gives the rule set of other rules another hash', async () => {
    const before = await program.post('/apply', { recordType: 'client', records: [] });
    const other = await runRule(app, { name: 'First', priority: 1, condition: RICH, actions: [TAG_VIP] });
    const after = await program.post('/apply', { recordType: 'client', records: [CLIENTS[2]] });
    expect(after.body.ruleSet.hash).not.toBe(before.body.ruleSet.hash);
    expect(after.body.ruleSet.rules.map((one: any) => one.id)).toEqual([other.id, rule.id]);
  });

  it('keeps nothing under the hash of another rule set, though one became active between its two looks', async () => {
    const versions = app.get(RuleVersions);
    const active = versions.active.bind(versions);
    const first = await runRule(app, { name: 'Looked at', priority: 2 });
    let second = { id: '' };
    const looking = jest.spyOn(versions, 'active').mockImplementationOnce(async recordType => {
      second = await runRule(app, { name: 'In between', priority: 3 });
      return active(recordType);
    });
    const rulesOf = async () => {
      const { body } = await program.post('/apply', { recordType: 'client', records: [] });
      return { hash: body.ruleSet.hash, ids: body.ruleSet.rules.map((one: any) => one.id) };
    };
    const between = await rulesOf();
    looking.mockRestore();
    expect(between.ids).toEqual(expect.arrayContaining([first.id, second.id]));
    const admin = await app.as('admin');
    expect((await admin.delete(`/rules/${second.id}/activation`)).status).toBeLessThan(300);
    const after = await rulesOf();
    expect(after.hash).not.toBe(between.hash);
    expect(after.ids).not.toContain(second.id);
  });
});

/** `once` would reject for the error that a broken connection ends with. */
function closing(stream: ClientRequest | IncomingMessage): Promise<void> {
  return new Promise(resolve => stream.once('close', () => resolve()));
}

interface OpenStream {
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
  next(): Promise<any>;
}

/** A stream that is being written and read at the same time. */
async function open(app: TestApp): Promise<OpenStream> {
  const request = httpRequest(`${app.url}/api/v1/apply?recordType=client`, {
    method: 'POST',
    agent: false,
    headers: { authorization: `Bearer ${app.sampleKey}`, 'content-type': 'application/x-ndjson' },
  });
  request.on('error', () => undefined);
  request.flushHeaders();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.on('error', () => undefined);
  let text = '';
  const next = async (): Promise<any> => {
    while (!text.includes('\n')) {
      const piece: Buffer | null = response.read();
      if (piece) text += piece.toString('utf8');
      else await once(response, 'readable');
    }
    const end = text.indexOf('\n');
    const line = text.slice(0, end);
    text = text.slice(end + 1);
    return JSON.parse(line);
  };
  return { request, response, next };
}

/** Whether a block is taken within a short while; the kernel's buffers have to fill up first. */
async function isTaken(request: ClientRequest, block: string): Promise<boolean> {
  if (request.write(block)) return true;
  return Promise.race([
    once(request, 'drain').then(() => true),
    new Promise<boolean>(resolve => setTimeout(() => resolve(false), 1_500)),
  ]);
}
