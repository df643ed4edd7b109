import { type Answer, type Caller, startApp, type TestApp } from './app';

const RECORDS = Array.from({ length: 40 }, (_, i) => ({
  id: `C${i}`,
  country: ['Norway', 'Denmark', 'Germany', 'Sweden'][i % 4],
  segment: i % 2 === 0 ? 'Enterprise' : 'Small',
  annualRevenue: i * 100_000,
  supplier: `S-${i}`,
}));

const VIP = 'annual revenue above 1 million and segment is Enterprise';
const text = { headers: { 'content-type': 'text/plain' } };

describe('names of the glossary', () => {
  let app: TestApp;
  let steward: Caller;
  let admin: Caller;
  const at = '/record-types/customer';
  const said = (name: string, more: object = {}) =>
    `name=${encodeURIComponent(name)}${Object.entries(more)
      .map(([key, value]) => `&${key}=${encodeURIComponent(String(value))}`)
      .join('')}`;
  const translate = async (words: string, more: object = {}) =>
    (await steward.post('/translations', { recordType: 'customer', text: words, ...more })).body;
  /** Saves, sends for review, approves and activates. */
  const activate = async (rule: object): Promise<Answer['body']> => {
    const { body: saved } = await steward.post('/rules', { recordType: 'customer', ...rule });
    await steward.post(`/rules/${saved.id}/versions/1/submission`);
    await admin.post(`/rules/${saved.id}/versions/1/decision`, { decision: 'approve', hash: saved.hash });
    return (await admin.post(`/rules/${saved.id}/activation`, { version: 1 })).body;
  };

  beforeAll(async () => {
    app = await startApp();
    [steward, admin] = [await app.as('steward'), await app.as('admin')];
    await steward.post(`${at}/records`, RECORDS.map(record => `${JSON.stringify(record)}\n`).join(''), {
      headers: { 'content-type': 'application/x-ndjson' },
    });
  });
  afterAll(() => app.close());

  it('shows what the words of a term come to before it is kept', async () => {
    const { body, status } = await admin.post(`${at}/glossary/drafts`, { words: VIP });
    expect(status).toBe(200);
    expect(body).toMatchObject({ outcome: 'rule', rule: { actions: [] }, preview: { total: 40, matched: 14 } });
    expect(body.explanation.text).toContain('segment is Enterprise');
    const doing = await admin.post(`${at}/glossary/drafts`, { words: 'tag customers in Norway as nordic' });
    expect(doing.body).toMatchObject({ outcome: 'impossible' });
    expect(doing.body.rule).toBeUndefined();
    expect((await admin.get(`${at}/glossary`)).body.items).toEqual([]);
  });

  it('is named in a request, and the rule carries what it stood for', async () => {
    const { rule } = (await admin.post(`${at}/glossary/drafts`, { words: VIP })).body;
    const kept = await admin.post(`${at}/glossary`, {
      name: 'VIP customer',
      aliases: ['Großkunde'],
      description: VIP,
      condition: rule.condition,
    });
    expect(kept).toMatchObject({ status: 201, body: { kind: 'term', name: 'VIP customer', version: 1, problems: [] } });
    const answer = await translate('tag VIP customers as gold');
    expect(answer).toMatchObject({ outcome: 'rule', unused: [], preview: { matched: 14 } });
    expect(answer.rule.glossary).toEqual([{ term: 'VIP customer', version: 1, condition: rule.condition }]);
    expect(answer.explanation.text).toContain('"VIP customer"');

    const saved = (await steward.post('/rules', { recordType: 'customer', ...answer.rule })).body;
    expect(saved).toMatchObject({ glossary: answer.rule.glossary, problems: [] });
    const { glossary: _names, ...nameless } = answer.rule;
    const other = (await steward.post('/rules', { recordType: 'customer', ...nameless })).body;
    expect(other.hash).not.toBe(saved.hash);
    expect(other.glossary).toBeUndefined();
  });

  it('says no other than what it stands for', async () => {
    const { rule } = await translate('tag VIP customers as gold');
    const [use] = rule.glossary;
    const lie = {
      ...rule,
      condition: { '!': [{ var: 'segment' }] },
      glossary: [{ ...use, condition: { '!': [{ var: 'segment' }] } }],
    };
    expect(await steward.post('/rules', { recordType: 'customer', ...lie })).toMatchObject({
      status: 422,
      body: { code: 'invalid-rule', problems: [{ code: 'unknown-term' }] },
    });
  });

  it('keeps meaning in saved versions what it meant, and tells that there is a newer meaning', async () => {
    const answer = await translate('tag VIP customers as platinum');
    const saved = await activate({ ...answer.rule, name: 'Platinum' });
    const [{ id }] = (await admin.get(`${at}/glossary`)).body.items;
    const changed = await admin.post(`${at}/glossary/${id}/versions`, {
      name: 'VIP customer',
      condition: { '==': [{ var: 'country' }, 'Norway'] },
      after: 1,
    });
    expect(changed).toMatchObject({ status: 201, body: { version: 2 } });
    expect(
      (
        await admin.post(`${at}/glossary/${id}/versions`, {
          name: 'VIP customer',
          condition: { '!': [{ var: 'segment' }] },
          after: 1,
        })
      ).body.code,
    ).toBe('stale-version');

    const shown = (await steward.get(`/rules/${saved.id}`)).body;
    expect(shown).toMatchObject({
      state: 'active',
      problems: [{ severity: 'info', code: 'newer-name', at: '/glossary/0' }],
    });
    expect(shown.explanation.text).toContain('"VIP customer"');
    const review = (await admin.get(`/rules/${saved.id}/versions/1/review`)).body;
    expect(review).toMatchObject({
      version: { problems: [{ code: 'newer-name' }] },
      impact: { kept: 14 },
    });

    const key = app.withKey(app.sampleKey);
    const { results } = (await key.post('/apply', { recordType: 'customer', records: [RECORDS[38], RECORDS[0]] })).body;
    expect(results.map((one: { matched: unknown[] }) => one.matched.length)).toEqual([1, 0]);
    expect(await translate('tag VIP customers as gold')).toMatchObject({ preview: { matched: 10 } });

    const inUse = await admin.delete(`${at}/glossary/${id}`, {});
    expect(inUse).toMatchObject({ status: 409, body: { code: 'in-use', rules: [{ name: 'Platinum' }] } });
    expect((await admin.get(`${at}/glossary/${id}`)).body).toMatchObject({
      latest: { version: 2 },
      versions: [{ version: 2 }, { version: 1 }],
      rules: [{ rule: saved.id, state: 'active' }],
    });
    await admin.delete(`/rules/${saved.id}/activation`);
    expect((await admin.delete(`${at}/glossary/${id}`, {})).body).toEqual({ archived: 'VIP customer' });
    expect((await steward.get(`/rules/${saved.id}`)).body.problems).toMatchObject([{ code: 'archived-name' }]);
    expect((await translate('tag VIP customers as gold')).rule?.glossary).toBeUndefined();
  });

  it('a short list stands in the rule, a long one is looked up: in previews, one by one and in streams', async () => {
    const short = await admin.post(
      `${at}/lists?${said('Nordics', { field: 'country' })}`,
      'Norway\n Denmark\nSweden\nNorway\n',
      text,
    );
    expect(short).toMatchObject({
      status: 201,
      body: { list: { kind: 'list', size: 3, version: 1 }, duplicates: 1, rejectedCount: 0 },
    });
    const many = Array.from({ length: 5_000 }, (_, i) => `"s-${i * 3}"`).join('\n');
    const long = await admin.post(
      `${at}/lists?${said('blocked suppliers', { field: 'supplier', anyCase: true })}`,
      many,
      {
        headers: { 'content-type': 'application/x-ndjson' },
      },
    );
    expect(long).toMatchObject({ status: 201, body: { list: { size: 5_000, anyCase: true } } });

    const { rule, preview } = await translate(
      'tag customers in the Nordics that are not on the blocked-supplier list as clean',
    );
    const isListed = (i: number) => i % 3 === 0;
    const expected = RECORDS.filter((record, i) => record.country !== 'Germany' && !isListed(i));
    expect(preview.matched).toBe(expected.length);
    expect(rule.glossary).toMatchObject([
      { list: 'Nordics', version: 1, size: 3 },
      { list: 'blocked suppliers', version: 1, size: 5_000, sha256: long.body.list.sha256 },
    ]);
    const again = await steward.post('/previews', { recordType: 'customer', ...rule });
    expect(again.body).toMatchObject({ matched: expected.length });

    const { glossary: _names, ...nameless } = rule;
    expect((await steward.post('/rules', { recordType: 'customer', ...nameless })).body.glossary).toMatchObject([
      { list: 'blocked suppliers', sha256: long.body.list.sha256 },
    ]);
    const active = await activate({ ...rule, name: 'Clean' });
    expect(active).toMatchObject({ state: 'active' });
    const key = app.withKey(app.sampleKey);
    const batch = (await key.post('/apply', { recordType: 'customer', records: RECORDS, explain: true })).body;
    const matched = batch.results.filter((one: { matched: unknown[] }) => one.matched.length > 0);
    expect(matched.map((one: { key: string }) => one.key)).toEqual(expected.map(({ id }) => id));
    const lines = await key.post(
      `/apply?recordType=customer&ruleSet=${batch.ruleSet.hash}`,
      RECORDS.map(record => `${JSON.stringify(record)}\n`).join(''),
      { headers: { 'content-type': 'application/x-ndjson' } },
    );
    expect(lines.text).toContain(
      `{"end":true,"records":40,"matched":${expected.length},"changed":${expected.length},"errors":0}`,
    );

    const { id } = long.body.list;
    await admin.post(`${at}/lists/${id}/versions?${said('blocked suppliers', { field: 'supplier' })}`, 'S-1\n', text);
    const after = (await key.post('/apply', { recordType: 'customer', records: RECORDS })).body;
    expect(after.results.map((one: { matched: unknown[] }) => one.matched.length)).toEqual(
      batch.results.map((one: { matched: unknown[] }) => one.matched.length),
    );
    expect(after.ruleSet.hash).toBe(batch.ruleSet.hash);
    const page = (await steward.get(`${at}/lists/${id}/versions/1/entries?limit=2`)).body;
    expect(page.items).toEqual(['s-0', 's-3']);
    expect((await steward.get(`${at}/lists/${id}/versions/1/entries?limit=1&cursor=${page.next}`)).body.items).toEqual([
      's-6',
    ]);
  });

  it('a list that a rule refers to must be one, with what was on it', async () => {
    const condition = { inList: [{ var: 'supplier' }, 'blocked suppliers@9'] };
    const draft = { recordType: 'customer', name: 'X', condition, actions: [{ type: 'addTag', value: 'x' }] };
    expect((await steward.post('/rules', draft)).body).toMatchObject({ problems: [{ code: 'unknown-list' }] });
    expect((await steward.post('/previews', draft)).body).toMatchObject({ problems: [{ code: 'unknown-list' }] });
  });

  it.each<[string, () => Promise<Answer>, number, string]>([
    ['a name twice', () => admin.post(`${at}/lists?${said('NORDICS')}`, 'a', text), 409, 'name-taken'],
    [
      'an alias that is a name',
      () => admin.post(`${at}/lists?${said('x', { aliases: 'y, nordics' })}`, 'a', text),
      409,
      'name-taken',
    ],
    [
      'a term called as a field',
      () => admin.post(`${at}/glossary`, { name: 'Countries', condition: { '!': [{ var: 'segment' }] } }),
      422,
      'invalid-name',
    ],
    [
      'a list called as a field',
      () => admin.post(`${at}/lists?${said('annual revenue')}`, 'a', text),
      422,
      'invalid-name',
    ],
    [
      'an alias that is what the records are called',
      () => admin.post(`${at}/lists?${said('x', { aliases: 'y, Customers' })}`, 'a', text),
      422,
      'invalid-name',
    ],
    [
      'a name that is not what it looks like',
      () => admin.post(`${at}/glossary`, { name: 'key\u202ecustomer', condition: { '!': [{ var: 'segment' }] } }),
      422,
      'invalid-name',
    ],
    [
      'an alias with a blank of no width',
      () => admin.post(`${at}/lists?${said('xy', { aliases: 'key\u200bcustomer' })}`, 'a', text),
      422,
      'invalid-name',
    ],
    ['no entries', () => admin.post(`${at}/lists?${said('none')}`, '\n\n', text), 422, 'no-entries'],
    ['too many entries', () => admin.post(`${at}/lists?${said('all')}`, tooMany(), text), 413, 'too-many-entries'],
    [
      'another content type',
      () => admin.post(`${at}/lists?${said('json')}`, { a: 1 }),
      415,
      'unsupported-content-type',
    ],
    ['no such field', () => admin.post(`${at}/lists?${said('f', { field: 'nope' })}`, 'a', text), 422, 'invalid-name'],
    [
      'a term that reads nothing',
      () => admin.post(`${at}/glossary`, { name: 'all', condition: { '==': [1, 1] } }),
      422,
      'invalid-name',
    ],
    [
      'a name without letters',
      () => admin.post(`${at}/glossary`, { name: '!!', condition: { '!': [{ var: 'country' }] } }),
      422,
      'invalid-name',
    ],
    [
      'an unknown field',
      () => admin.post(`${at}/glossary`, { name: 'u', condition: { '!': [{ var: 'nope' }] } }),
      422,
      'invalid-name',
    ],
    [
      'no such record type',
      () => admin.post('/record-types/none/glossary', { name: 'n', condition: true }),
      404,
      'unknown-record-type',
    ],
    ['a steward defining', () => steward.post(`${at}/glossary`, { name: 'n', condition: true }), 403, 'missing-right'],
    ['text where none is read', () => admin.post('/previews', 'hello', text), 415, 'unsupported-content-type'],
  ])('refuses %s', async (_what, call, status, code) => {
    expect(await call()).toMatchObject({ status, body: { code } });
  });

  it('says which field a refused name would hide, and warns of a value that it hides', async () => {
    const condition = { '!': [{ var: 'segment' }] };
    const refused = await admin.post(`${at}/glossary`, { name: 'Nation', aliases: ['COUNTRY'], condition });
    expect(refused.body.problems).toMatchObject([
      { severity: 'error', code: 'name-is-field', at: '/aliases/0', message: expect.stringContaining('"country"') },
    ]);
    expect(refused.body.problems[0].hint).toContain('Take another name');
    const kept = await admin.post(`${at}/glossary`, { name: 'germany', condition });
    expect(kept).toMatchObject({
      status: 201,
      body: { problems: [{ severity: 'warning', code: 'name-is-value', at: '/name' }] },
    });
    expect((await admin.get(`${at}/glossary/${kept.body.id}`)).body.latest.problems).toMatchObject([
      { code: 'name-is-value' },
    ]);
    expect((await translate('customers where country is "Germany"')).rule.condition).toEqual({
      '==': [{ var: 'country' }, 'Germany'],
    });
    await admin.delete(`${at}/glossary/${kept.body.id}`, {});
    const list = await admin.post(`${at}/lists?${said('Denmark')}`, 'Denmark', text);
    expect(list.body.list.problems).toMatchObject([{ severity: 'warning', code: 'name-is-value' }]);
    await admin.delete(`${at}/glossary/${list.body.list.id}`, {});
  });

  it('tells in the audit trail who gave and changed which name', async () => {
    const { items } = (await admin.get('/audit?limit=200')).body;
    const acts = items.map(({ action }: { action: string }) => action);
    for (const action of ['term-defined', 'term-changed', 'term-archived', 'list-defined', 'list-changed'])
      expect(acts).toContain(action);
  });
});

function tooMany(): string {
  return Array.from({ length: 1_000_001 }, (_, i) => i.toString(36)).join('\n');
}
