import { type Caller, startApp, type TestApp } from './app';
import { GERMAN, importClients, saveRule, TAG_VIP } from './fakes/customers';

describe('rules and previews', () => {
  let app: TestApp;
  let steward: Caller;
  beforeAll(async () => {
    app = await startApp();
    steward = await app.as('steward');
    await importClients(steward);
  });
  afterAll(() => app.close());

  const draft = { recordType: 'client', name: 'Germans', condition: GERMAN, actions: [TAG_VIP] };

  it('keeps a rule with its words, its hash and its author', async () => {
    const { status, body } = await steward.post('/rules', draft);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      version: 1,
      state: 'draft',
      name: 'Germans',
      priority: 100,
      author: { id: 'demo-steward', name: 'Sam Steward' },
      contributors: [{ id: 'demo-steward' }],
      problems: [],
    });
    expect(body.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(body.explanation.tokens.map((token: any) => token.text).join('')).toBe(body.explanation.text);
    expect((await steward.get(`/rules/${body.id}`)).body).toMatchObject({
      id: body.id,
      versions: [{ version: 1, state: 'draft' }],
    });
    expect((await steward.get(`/rules/${body.id}/versions/1`)).body).toMatchObject({ hash: body.hash });
  });

  it('gives the same content the same hash, and another priority another', async () => {
    const [first, second, third] = await Promise.all([
      saveRule(steward),
      saveRule(steward),
      saveRule(steward, { priority: 5 }),
    ]);
    expect(first.hash).toBe(second.hash);
    expect(third.hash).not.toBe(first.hash);
  });

  it.each([
    ['a filter', { ...draft, actions: [] }, 422, 'no-action'],
    ['an unknown field', { ...draft, condition: { '==': [{ var: 'contry' }, 'x'] } }, 422, 'invalid-rule'],
    ['an unknown operator', { ...draft, condition: { soundsLike: [{ var: 'country' }, 'x'] } }, 422, 'invalid-rule'],
    ['a wrong arity', { ...draft, condition: { '==': [{ var: 'country' }] } }, 422, 'invalid-rule'],
    ['an unknown action', { ...draft, actions: [{ type: 'dropTable' }] }, 422, 'invalid-rule'],
    ['no condition', { ...draft, condition: undefined }, 400, 'bad-request'],
    ['no name', { ...draft, name: '' }, 400, 'bad-request'],
    ['an unknown member', { ...draft, owner: 'me' }, 400, 'bad-request'],
    ['an unknown record type', { ...draft, recordType: 'nothing' }, 404, 'no-such-record-type'],
    ['an unknown prompt', { ...draft, promptId: 'nothing' }, 422, 'no-such-prompt'],
  ])('refuses %s', async (_what, body, status, code) => {
    const answer = await steward.post('/rules', body);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body.detail.length).toBeGreaterThan(10);
  });

  it('says where a rule is wrong and what was probably meant', async () => {
    const { body } = await steward.post('/rules', {
      ...draft,
      condition: { and: [GERMAN, { '==': [{ var: 'contry' }, 'x'] }] },
    });
    expect(body.problems).toContainEqual(
      expect.objectContaining({ code: 'unknown-field', severity: 'error', hint: expect.stringContaining('country') }),
    );
    expect(body.problems[0].at).toMatch(/^\/condition\/and\/1/);
  });

  it('answers {} as a condition with problems, not with a crash', async () => {
    const answer = await steward.post('/rules', { ...draft, condition: {} });
    expect([201, 422]).toContain(answer.status);
  });

  it('survives a condition of 10,000 levels and keys of prototypes', async () => {
    const deep = `{"recordType":"client","name":"x","actions":[],"condition":${'{"!":['.repeat(10_000)}1${']}'.repeat(10_000)}}`;
    const answer = await steward.post('/rules', deep, { headers: { 'content-type': 'application/json' } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-rule' } });
    const proto = await steward.post(
      '/previews',
      '{"recordType":"client","condition":{"==":[{"var":"__proto__.x"},1]},"__proto__":{"x":1}}',
      { headers: { 'content-type': 'application/json' } },
    );
    expect([200, 400, 422]).toContain(proto.status);
  });

  it('adds a version after the latest one only', async () => {
    const { id } = await saveRule(steward);
    const next = { name: 'Next', condition: GERMAN, actions: [TAG_VIP], after: 1 };
    const both = await Promise.all([
      steward.post(`/rules/${id}/versions`, next),
      steward.post(`/rules/${id}/versions`, next),
    ]);
    expect(both.map(answer => answer.status).sort()).toEqual([201, 409]);
    expect(both.find(answer => answer.status === 409)?.body).toMatchObject({ code: 'stale-version' });
    expect((await steward.get(`/rules/${id}/versions`)).body.items.map((item: any) => item.version)).toEqual([2, 1]);
    expect(await steward.post(`/rules/${id}/versions`, { ...next, recordType: 'other' })).toMatchObject({
      status: 422,
      body: { code: 'other-record-type' },
    });
  });

  it('lists by page, state and record type', async () => {
    const first = await steward.get('/rules?limit=2&recordType=client');
    expect(first.body.items).toHaveLength(2);
    const second = await steward.get(`/rules?limit=2&recordType=client&cursor=${first.body.next}`);
    expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
    expect((await steward.get('/rules?state=active&recordType=client')).body).toEqual({ items: [], next: null });
    expect((await steward.get('/rules?state=asleep')).status).toBe(400);
  });

  it('answers a repeated call with the same Idempotency-Key once', async () => {
    const key = { headers: { 'idempotency-key': 'rule-1' } };
    const [one, two] = [await steward.post('/rules', draft, key), await steward.post('/rules', draft, key)];
    expect(two.body.id).toBe(one.body.id);
    expect(await steward.post('/rules', { ...draft, name: 'Other' }, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
  });

  it('archives a rule, after naming the versions under way', async () => {
    const admin = await app.as('admin');
    const { id } = await saveRule(steward);
    await steward.post(`/rules/${id}/versions/1/submission`);
    expect(await admin.delete(`/rules/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'has-dependants', dependants: [{ version: 1, state: 'in-review' }] },
    });
    expect((await admin.delete(`/rules/${id}?confirm=true`)).status).toBe(204);
    expect(await steward.get(`/rules/${id}`)).toMatchObject({ status: 404, body: { code: 'no-such-rule' } });
  });

  describe('previews', () => {
    it('count everything and list what was asked for', async () => {
      const { status, body } = await steward.post('/previews', {
        recordType: 'client',
        condition: { and: [GERMAN, { '>': [{ var: 'revenue' }, 1_000_000] }] },
        actions: [TAG_VIP],
        limit: 1,
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        now: '2026-01-15T12:00:00.000Z',
        sampleOf: 6,
        total: 6,
        matched: 3,
        changed: 2,
        clauses: [
          { matched: 5, remaining: 5 },
          { matched: 4, remaining: 3 },
        ],
      });
      expect(body.matches).toHaveLength(1);
      expect(body.nearMisses).toHaveLength(1);
    });

    it('take no actions, and a now of their own', async () => {
      const { body } = await steward.post('/previews', {
        recordType: 'client',
        condition: GERMAN,
        now: '2025-06-01T00:00:00+02:00',
      });
      expect(body).toMatchObject({ now: '2025-05-31T22:00:00.000Z', matched: 5, changed: 0 });
      expect(
        await steward.post('/previews', { recordType: 'client', condition: GERMAN, now: 'yesterday' }),
      ).toMatchObject({ status: 400, body: { code: 'bad-now' } });
      expect((await steward.post('/previews', { recordType: 'client', condition: GERMAN, limit: 1001 })).status).toBe(
        400,
      );
    });

    it('hide personal values from who may not see them', async () => {
      const admin = await app.as('admin');
      expect(
        (await admin.patch('/record-types/client', { fields: [{ name: 'email', sensitivity: 'personal' }] })).status,
      ).toBe(200);
      const question = { recordType: 'client', condition: GERMAN, actions: [{ type: 'upperCase', field: 'email' }] };
      const hidden = await steward.post('/previews', question);
      expect(hidden.body.matches[0]).toMatchObject({
        record: { id: 'C1', email: '•••' },
        changes: [{ path: 'email', from: '•••', to: '•••' }],
      });
      expect(hidden.text).not.toContain('meridian.example');
      expect((await admin.post('/previews', question)).body.matches[0].record.email).toBe('a@meridian.example');
    });

    it('hide personal values wherever the actions take them', async () => {
      const actions = [
        { type: 'copyValue', from: 'email', to: 'name' },
        { type: 'copyValue', from: 'name', to: 'country' },
      ];
      const question = { recordType: 'client', condition: GERMAN, actions };
      const hidden = await steward.post('/previews', question);
      expect(hidden.status).toBe(200);
      expect(hidden.body.matches[0].changes).toHaveLength(2);
      expect(hidden.text).not.toContain('meridian.example');
      const admin = await app.as('admin');
      expect((await admin.post('/previews', question)).text).toContain('meridian.example');
    });
  });
});
