import { RuleVersions } from '../src/rules/rule-versions';
import { startApp, type TestApp } from './app';

const CSV =
  'Customer No.;Name;Country;Annual Spend (EUR);Active;Email\nC001;Alpha;Germany;1.200.000,50;ja;a@alpha.example\nC002;Beta;France;900,00;nein;b@beta.example\nC003;Gamma;germany;;ja;c@gamma.example\n';

describe('the catalog', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('imports CSV, names what came in, and keeps a sample', async () => {
    const steward = await app.as('steward');
    const answer = await steward.post('/record-types/client/records?source=clients.csv', CSV, {
      headers: { 'content-type': 'text/csv' },
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      imported: 3,
      rejected: [],
      recordType: { name: 'client', records: 3, sample: { size: 3, source: 'clients.csv' } },
    });
    const sample = await steward.get('/record-types/client/sample?limit=2');
    expect(sample.body).toMatchObject({ size: 3, total: 3 });
    expect(sample.body.items).toHaveLength(2);
    const spend = answer.body.recordType.fields.find((field: any) => field.label === 'Annual Spend (EUR)');
    expect(sample.body.items[0][spend.name]).toBe(1200000.5);
  });

  it('says which fields are text because of a few values, and takes no bytes that are no text', async () => {
    const steward = await app.as('steward');
    const lines = [1, 2, 3, 'many', 5].map(n => JSON.stringify({ n })).join('\n');
    const answer = await steward.post('/record-types/odd/records', lines, {
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(answer.body.asText).toEqual([{ field: 'n', label: 'n', otherwise: 'number', count: 1, lines: [4] }]);
    const bytes = Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 37) & 0xff));
    for (const type of ['text/csv', 'application/json', 'application/x-ndjson']) {
      const refused = await steward.post('/record-types/odd/records', bytes, { headers: { 'content-type': type } });
      expect(refused).toMatchObject({ status: 422, body: { code: 'wrong-encoding' } });
    }
  });

  it('adds to what is there, and starts anew with mode=replace', async () => {
    const steward = await app.as('steward');
    const lines = '{"id":"a","n":1}\n{"id":"b","n":2}\nbroken\n';
    const send = (mode: string) =>
      steward.post(`/record-types/thing/records?mode=${mode}`, lines, {
        headers: { 'content-type': 'application/x-ndjson' },
      });
    expect((await send('append')).body).toMatchObject({ imported: 2, rejected: [{ line: 3 }] });
    const more = await steward.post('/record-types/thing/records', '{"id":"c","n":3}\n', {
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(more.body).toMatchObject({ imported: 1, replaced: 0, recordType: { records: 3, version: 2 } });
    expect((await send('replace')).body).toMatchObject({ replaced: 0, recordType: { records: 2, version: 3 } });
    expect((await steward.get('/record-types')).body.items.map((type: any) => type.name)).toEqual([
      'client',
      'odd',
      'thing',
    ]);
  });

  it('puts records in place of those with their key, and says how many', async () => {
    const [admin, steward] = [await app.as('admin'), await app.as('steward')];
    const machines = (from: number, to: number, state: string): string =>
      `Serial,Hall,State\n${Array.from({ length: to - from }, (_, i) => `S${from + i},H${i % 3},${state}`).join('\n')}\n`;
    const send = (csv: string) =>
      steward.post('/record-types/machine/records', csv, { headers: { 'content-type': 'text/csv' } });
    const first = await send(machines(0, 250, 'new'));
    expect(first.body).toMatchObject({ imported: 250, replaced: 0, recordType: { key: 'Serial', records: 250 } });
    const again = await send(machines(0, 250, 'new'));
    expect(again.body).toMatchObject({ imported: 250, replaced: 250, recordType: { records: 250 } });
    expect((await steward.get('/record-types/machine/sample')).body).toMatchObject({ size: 250, total: 250 });
    expect(again.body.recordType.fields.map(({ profile }: any) => profile)).toEqual(
      first.body.recordType.fields.map(({ profile }: any) => profile),
    );
    const some = await send(machines(200, 300, 'worn'));
    expect(some.body).toMatchObject({ imported: 100, replaced: 50, recordType: { records: 300 } });
    const { fields } = (await steward.get('/record-types/machine')).body;
    const [serial, , state] = fields.map(({ profile }: any) => profile);
    expect(serial).toMatchObject({ records: 300, filled: 300, distinct: 300 });
    expect(state.frequent).toEqual([
      { value: 'new', count: 200 },
      { value: 'worn', count: 100 },
    ]);
    // A key that two of the new records carry tells neither from the other.
    const twice = await send('Serial,Hall,State\nS1,H9,a\nS1,H9,b\nS2,H9,c\n');
    expect(twice.body).toMatchObject({ imported: 3, replaced: 1, recordType: { records: 302 } });
    const audit = await admin.get('/audit?limit=1');
    expect(audit.body.items[0]).toMatchObject({ action: 'records-imported', detail: { imported: 3, replaced: 1 } });
  });

  it('says how dates and numbers were taken that can be read in two ways', async () => {
    const steward = await app.as('steward');
    const answer = await steward.post('/record-types/due/records', 'id,due\na,01/02/2026\nb,03/04/2026\n', {
      headers: { 'content-type': 'text/csv' },
    });
    expect(answer.body.assumed).toEqual([
      {
        field: 'due',
        label: 'due',
        about: 'day-order',
        taken: 'MM/DD/YYYY',
        other: 'DD/MM/YYYY',
        example: '01/02/2026',
        readAs: '2026-01-02',
      },
    ]);
  });

  it('takes a JSON array as a stream', async () => {
    const answer = await app
      .withKey(app.sampleKey)
      .post('/record-types/part/records', [{ id: 1, __proto__x: 1 }, { id: 2 }]);
    expect(answer.status).toBe(201);
    expect(answer.body.imported).toBe(2);
  });

  it('refuses an array that was cut off, and changes nothing', async () => {
    const steward = await app.as('steward');
    const headers = { 'content-type': 'application/json' };
    const before = (await steward.get('/record-types/part')).body;
    for (const mode of ['append', 'replace']) {
      const answer = await steward.post(`/record-types/part/records?mode=${mode}`, '[{"id":8},\n{"id":9},\n{"i', {
        headers,
      });
      expect(answer).toMatchObject({ status: 422, body: { code: 'wrong-shape', line: 3 } });
      expect((await steward.get('/record-types/part')).body).toEqual(before);
    }
    expect((await steward.post('/record-types/cut/records', '[{"id":8},', { headers })).status).toBe(422);
    expect((await steward.get('/record-types/cut')).status).toBe(404);
  });

  it('refuses a name that differs in case only', async () => {
    const steward = await app.as('steward');
    const answer = await steward.post('/record-types/CLIENT/records', 'id\n1\n', {
      headers: { 'content-type': 'text/csv' },
    });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'name-taken', detail: expect.stringContaining('"client"') },
    });
    expect((await steward.get('/record-types/CLIENT')).status).toBe(404);
  });

  it('answers an import with the most frequent values only, and keeps them all', async () => {
    const steward = await app.as('steward');
    const rows = Array.from({ length: 30 }, (_, i) => `R${i},town ${i % 15}`).join('\n');
    const answer = await steward.post('/record-types/towns/records', `id,town\n${rows}\n`, {
      headers: { 'content-type': 'text/csv' },
    });
    const town = ({ fields }: any) => fields.find((field: any) => field.name === 'town').profile;
    expect(town(answer.body.recordType)).toMatchObject({ distinct: 15, frequentIsComplete: false });
    expect(town(answer.body.recordType).frequent).toHaveLength(10);
    const known = town((await steward.get('/record-types/towns')).body);
    expect({ complete: known.frequentIsComplete, values: known.frequent.length }).toEqual({
      complete: true,
      values: 15,
    });
    const deleted = await (await app.as('admin')).delete('/record-types/towns?confirm=true');
    expect(deleted.status).toBe(200);
  });

  it('hides personal values from who may not see them', async () => {
    const [steward, admin] = [await app.as('steward'), await app.as('admin')];
    const { body } = await steward.get('/record-types/client');
    const email = body.fields.find((field: any) => field.label === 'Email').name;
    const changed = await admin.patch('/record-types/client', { fields: [{ name: email, sensitivity: 'personal' }] });
    expect(changed.status).toBe(200);
    expect((await steward.get('/record-types/client/sample')).body.items[0][email]).toBe('•••');
    expect((await admin.get('/record-types/client/sample')).body.items[0][email]).toBe('a@alpha.example');
    const masked = (await steward.get('/record-types/client')).body.fields.find((field: any) => field.name === email);
    expect(masked.profile.frequent).toEqual([]);
  });

  it('refuses what it cannot take, and keeps nothing of it', async () => {
    const steward = await app.as('steward');
    expect(
      (await steward.post('/record-types/client/records', 'x', { headers: { 'content-type': 'text/plain' } })).status,
    ).toBe(415);
    expect(
      (await steward.post('/record-types/1bad/records', 'a,b\n1,2\n', { headers: { 'content-type': 'text/csv' } })).body
        .code,
    ).toBe('bad-name');
    expect(
      (await steward.post('/record-types/none/records', '', { headers: { 'content-type': 'text/csv' } })).status,
    ).toBe(422);
    expect((await steward.get('/record-types/none')).body.code).toBe('unknown-record-type');
    expect((await steward.patch('/record-types/client', { label: 'x' })).status).toBe(403);
    const admin = await app.as('admin');
    expect((await admin.patch('/record-types/client', { version: 99, label: 'x' })).status).toBe(409);
    expect(await admin.patch('/record-types/client', { tagsField: '__proto__' })).toMatchObject({
      status: 422,
      body: { code: 'no-tags-field' },
    });
    await admin.patch('/record-types/client', { label: 'Clients' });
    const unsaid = await admin.patch('/record-types/client', { label: null, tagsField: null, version: null });
    expect(unsaid).toMatchObject({ status: 200, body: { label: 'Clients' } });
    expect((await admin.patch('/record-types/client', { fields: [{ name: 'nope', label: 'x' }] })).body.code).toBe(
      'unknown-field',
    );
    expect(
      (await admin.patch('/record-types/client', { fields: [{ name: 'name', colour: 'x' }] })).body.problems[0].at,
    ).toBe('/fields/0/colour');
  });

  it('refuses a change a live rule depends on, with the rule named', async () => {
    const admin = await app.as('admin');
    const rules = app.get(RuleVersions);
    const person = { id: 'demo-steward', name: 'Sam Steward' };
    const added = await rules.add({
      hash: 'a'.repeat(64),
      rule: {
        recordType: 'thing',
        name: 'Big ones',
        condition: { '>': [{ var: 'n' }, 1] },
        actions: [{ type: 'addTag', value: 'big' }],
        priority: 100,
      },
      author: person,
      contributors: [person],
    });
    const change = () => admin.patch('/record-types/thing', { fields: [{ name: 'n', type: 'text' }] });
    expect((await change()).status).toBe(200);
    expect((await admin.patch('/record-types/thing', { fields: [{ name: 'n', type: 'number' }] })).status).toBe(200);
    await rules.move({ id: added.id, version: 1, from: 'draft', to: 'in-review' });
    expect((await change()).body).toMatchObject({
      status: 409,
      code: 'in-use',
      rules: [{ rule: added.id, name: 'Big ones', state: 'in-review' }],
    });
    expect((await admin.delete('/record-types/thing')).body.rules).toHaveLength(1);
    expect((await admin.delete('/record-types/thing?confirm=true')).body.code).toBe('in-use');
    const { body } = await admin.get('/record-types/thing');
    expect(body.fields.find((field: any) => field.name === 'n')).toMatchObject({
      type: 'number',
      profile: { records: 2 },
    });
  });

  it.each<[string, string, string | Uint8Array, number, object]>([
    ['ragged rows', 'text/csv', 'a,b\n1\n1,2,3\n1,2\n', 201, {}],
    ['the same header twice', 'text/csv', 'a,a\n1,2\n', 201, { imported: 1 }],
    [
      'a million columns',
      'text/csv',
      `${Array.from({ length: 1_000_000 }, (_, index) => `c${index}`).join(',')}\n1\n`,
      422,
      { code: 'line-too-long' },
    ],
    ['bytes that are no UTF-8', 'text/csv', new Uint8Array([0x61, 0x0a, 0xff, 0xfe, 0xe4, 0x0a]), 201, { imported: 1 }],
    ['a header alone', 'text/csv', 'a,b\n', 422, { code: 'no-records' }],
    [
      'broken lines',
      'application/x-ndjson',
      '{"a":1}\n{"a":\n[1]\n{"a":2}\n',
      201,
      { imported: 2, rejected: [{ line: 2 }, { line: 3 }] },
    ],
    [
      'nesting 10,000 deep',
      'application/x-ndjson',
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}\n{"a":1}\n`,
      201,
      { imported: 1 },
    ],
    ['an object where an array should be', 'application/json', '"text"', 422, {}],
  ])('has a clear answer for %s', async (_what, type, body, status, wanted) => {
    const steward = await app.as('steward');
    const answer = await steward.post('/record-types/rough/records?mode=replace', body, {
      headers: { 'content-type': type },
    });
    expect(answer.body).toMatchObject(wanted);
    expect(answer.status).toBe(status);
  });

  it('archives after saying what is affected', async () => {
    const admin = await app.as('admin');
    expect((await admin.delete('/record-types/part')).body).toMatchObject({ code: 'confirm', rules: [] });
    expect((await admin.delete('/record-types/part?confirm=true')).status).toBe(200);
    expect((await admin.get('/record-types/part')).status).toBe(404);
  });
});

it('furnishes an empty demo with the sample catalog, once', async () => {
  const app = await startApp({ seed: true });
  const steward = await app.as('steward');
  const { items } = (await steward.get('/record-types')).body;
  expect(items.map((type: any) => [type.name, type.records > 1000])).toEqual([
    ['customer', true],
    ['product', true],
    ['supplier', true],
  ]);
  await app.stop();
  const again = await startApp({ seed: true, directory: app.directory });
  const versions = (await (await again.as('steward')).get('/record-types')).body.items.map((type: any) => type.version);
  expect(versions).toEqual([1, 1, 1]);
  expect(again.sampleKey).toBe(app.sampleKey);
  await again.close();
});
