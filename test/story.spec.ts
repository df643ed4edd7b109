import { type Caller, startApp, type TestApp } from './app';

const CUSTOMERS = `id;Name;Country;Annual Revenue;tags
C1;Meridian Foods;Germany;2.500.000,00;
C2;Granit Energy;Germany;800.000,00;
C3;Sakura Trading;Japan;4.000.000,00;
C4;Baltic Motors;germany;1.200.000,00;Key Account
C5;Vega Pharma;Germany;;
C6;Kestrel Systems;Germany;7.000.000,00;VIP
`;

const PROMPT = 'tag records where country is Germany and annual revenue is above 1 million as VIP';

/** The main job, read aloud: from what a steward says to records a program gets back, with everything two people did in between. */
describe('from a prompt to applied records', () => {
  let app: TestApp;
  let steward: Caller;
  let admin: Caller;
  let admin2: Caller;
  let auditor: Caller;
  let program: Caller;

  // What one step finds out and a later one needs.
  const seen = { promptId: '', conversationId: '', draft: {} as any, ruleId: '', hash: '', ruleSet: '' };

  beforeAll(async () => {
    app = await startApp();
    [steward, admin, admin2, auditor] = await Promise.all([
      app.as('steward'),
      app.as('admin'),
      app.as('admin2'),
      app.as('auditor'),
    ]);
    program = app.withKey(app.sampleKey);
  });
  afterAll(() => app.close());

  it('a steward imports customers, and their fields are read as they were written', async () => {
    const { status, body } = await steward.post('/record-types/client/records?mode=replace', CUSTOMERS, {
      headers: { 'content-type': 'text/csv' },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ imported: 6, rejected: [], recordType: { name: 'client', key: 'id' } });
    expect(body.recordType.fields).toContainEqual(
      expect.objectContaining({ name: 'annualRevenue', label: 'Annual Revenue', type: 'number' }),
    );
  });

  it('asks in plain words and gets a rule with evidence', async () => {
    const { status, body } = await steward.post('/translations', { text: PROMPT, recordType: 'client' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: 'rule',
      translator: 'embedded',
      rule: { actions: [{ type: 'addTag', value: 'VIP' }] },
      preview: { total: 6, matched: 3, changed: 2 },
    });
    expect(body.explanation.text).toContain('Germany'.toLowerCase());
    expect(body.preview.matches.map(({ record }: any) => record.id)).toEqual(['C1', 'C4', 'C6']);
    expect(body.preview.nearMisses.map(({ record }: any) => record.id)).toEqual(['C2', 'C3', 'C5']);
    Object.assign(seen, { promptId: body.promptId, conversationId: body.conversationId, draft: body.rule });
  });

  it('saves the draft as a rule and sends it for review', async () => {
    const saved = await steward.post('/rules', { recordType: 'client', ...seen.draft, promptId: seen.promptId });
    expect(saved.status).toBe(201);
    expect(saved.body).toMatchObject({
      version: 1,
      state: 'draft',
      author: { id: 'demo-steward' },
      promptId: seen.promptId,
    });
    Object.assign(seen, { ruleId: saved.body.id, hash: saved.body.hash });
    const submitted = await steward.post(`/rules/${seen.ruleId}/versions/1/submission`);
    expect(submitted.body).toMatchObject({ state: 'in-review' });
  });

  it('nothing runs yet', async () => {
    const { body } = await program.post('/apply', {
      recordType: 'client',
      records: [{ id: 'C1', Country: 'Germany', 'Annual Revenue': '2.500.000,00' }],
    });
    expect(body).toMatchObject({ ruleSet: { rules: [] }, results: [{ index: 0, matched: [], changes: [] }] });
  });

  it('the reviewer sees what was asked, what the rule says, and what it would change', async () => {
    const inbox = await admin.get('/rules?state=in-review&recordType=client');
    expect(inbox.body.items).toEqual([expect.objectContaining({ id: seen.ruleId })]);
    const { body } = await admin.get(`/rules/${seen.ruleId}/versions/1/review`);
    expect(body).toMatchObject({
      version: { hash: seen.hash },
      impact: { gained: 3, lost: 0, kept: 0 },
      collisions: [],
      prompt: { text: PROMPT, by: { id: 'demo-steward' } },
    });
  });

  it('the steward may not decide, and an approval of anything but the version seen is refused', async () => {
    const own = await steward.post(`/rules/${seen.ruleId}/versions/1/decision`, {
      decision: 'approve',
      hash: seen.hash,
    });
    expect(own).toMatchObject({ status: 403 });
    const stale = await admin.post(`/rules/${seen.ruleId}/versions/1/decision`, {
      decision: 'approve',
      hash: '0'.repeat(64),
    });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-hash', hash: seen.hash } });
  });

  it('an admin approves it with a comment and activates it', async () => {
    const early = await admin.post(`/rules/${seen.ruleId}/activation`, { version: 1 });
    expect(early).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    const approved = await admin.post(`/rules/${seen.ruleId}/versions/1/decision`, {
      decision: 'approve',
      hash: seen.hash,
      comment: 'Agreed with sales.',
    });
    expect(approved).toMatchObject({
      status: 200,
      body: { state: 'approved', decision: { by: { id: 'demo-admin' }, comment: 'Agreed with sales.' } },
    });
    const active = await admin.post(`/rules/${seen.ruleId}/activation`, { version: 1 });
    expect(active).toMatchObject({ status: 200, body: { state: 'active' } });
  });

  it('a program sends records and gets back matches, changes and, on request, the reason', async () => {
    const records = [
      { id: 'N1', Country: 'Germany', 'Annual Revenue': '3.000.000,00', tags: '' },
      { id: 'N2', Country: 'Germany', 'Annual Revenue': 'a lot', tags: '' },
    ];
    const { status, body } = await program.post('/apply', { recordType: 'client', records, explain: true });
    expect(status).toBe(200);
    seen.ruleSet = body.ruleSet.hash;
    expect(body).toMatchObject({
      now: '2026-01-15T12:00:00.000Z',
      ruleSet: { rules: [{ id: seen.ruleId, version: 1 }] },
      results: [
        {
          index: 0,
          key: 'N1',
          matched: [{ rule: seen.ruleId, version: 1 }],
          changes: [{ rule: seen.ruleId, action: 0, path: 'tags', add: 'VIP' }],
        },
        { index: 1, key: 'N2', matched: [], changes: [], unreadable: ['annualRevenue'] },
      ],
    });
    expect(body.results[1].explanation[0].clauses.map((clause: any) => clause.held)).toEqual([true, false]);
  });

  it('the same as a stream, one line in and one line out', async () => {
    const lines = [
      '{"id":"N1","Country":"Germany","Annual Revenue":"3.000.000,00"}',
      'not a record',
      '{"id":"N3","Country":"France"}',
    ];
    const answer = await program.post('/apply?recordType=client', `${lines.join('\n')}\n`, {
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(answer.headers.get('rulewright-rule-set')).toBe(seen.ruleSet);
    expect(answer.headers.get('rulewright-now')).toBe('2026-01-15T12:00:00.000Z');
    const results = answer.text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(results).toMatchObject([
      { index: 0, matched: [{ rule: seen.ruleId }] },
      { index: 1, error: { code: 'broken-line', line: 2 } },
      { index: 2, matched: [] },
      { end: true, records: 3, matched: 1, changed: 1, errors: 1 },
    ]);
  });

  it('an admin who changes the rule cannot approve the change; the other admin can', async () => {
    const condition = { '==': [{ lower: [{ var: 'Country' }] }, 'germany'] };
    const changed = await admin.post(`/rules/${seen.ruleId}/versions`, {
      name: 'All Germans are VIP',
      condition,
      actions: seen.draft.actions,
    });
    expect(changed).toMatchObject({ status: 201, body: { version: 2, state: 'draft' } });
    const { hash } = changed.body;
    await admin.post(`/rules/${seen.ruleId}/versions/2/submission`);
    const own = await admin.post(`/rules/${seen.ruleId}/versions/2/decision`, { decision: 'approve', hash });
    expect(own).toMatchObject({ status: 403, body: { code: 'own-work' } });
    const review = await admin2.get(`/rules/${seen.ruleId}/versions/2/review`);
    expect(review.body).toMatchObject({ running: { version: 1 }, impact: { gained: 2, lost: 0, kept: 3 } });
    expect((await admin2.post(`/rules/${seen.ruleId}/versions/2/decision`, { decision: 'approve', hash })).status).toBe(
      200,
    );
    expect((await admin2.post(`/rules/${seen.ruleId}/activation`, { version: 2 })).body).toMatchObject({
      version: 2,
      state: 'active',
    });
    expect((await admin2.get(`/rules/${seen.ruleId}/versions/1`)).body).toMatchObject({ state: 'superseded' });
  });

  it('rolls back, and any rule set that ever ran can be named again', async () => {
    const poor = { recordType: 'client', records: [{ id: 'N4', Country: 'Germany', 'Annual Revenue': '5,00' }] };
    const running = await program.post('/apply', poor);
    expect(running.body.results[0].matched).toHaveLength(1);
    expect((await admin.post(`/rules/${seen.ruleId}/activation`, { version: 1 })).body).toMatchObject({
      version: 1,
      state: 'active',
    });
    const back = await program.post('/apply', poor);
    expect(back.body).toMatchObject({ ruleSet: { hash: seen.ruleSet }, results: [{ matched: [] }] });
    const named = await program.post('/apply', { ...poor, ruleSet: running.body.ruleSet.hash });
    expect(named.body.results).toEqual(running.body.results);
    const history = await admin.get('/record-types/client/rule-sets');
    expect(history.body.items.map((item: any) => item.act)).toEqual(expect.arrayContaining(['activate']));
  });

  it('the auditor reads back what was asked and what everybody did', async () => {
    const prompt = await auditor.get(`/prompts/${seen.promptId}`);
    expect(prompt.body).toMatchObject({
      state: 'answered',
      text: PROMPT,
      by: { id: 'demo-steward' },
      outcome: 'rule',
      exchanges: [],
      result: { rule: seen.ruleId, version: 1 },
    });
    const audit = await auditor.get(`/audit?subjectType=rule&subjectId=${seen.ruleId}&limit=50`);
    const acts = audit.body.items
      .map((event: any) => `${event.actor.id} ${event.action} ${event.subject.version}`)
      .reverse();
    expect(acts).toEqual([
      'demo-steward rule-created 1',
      'demo-steward rule-submitted 1',
      'demo-admin rule-approved 1',
      'demo-admin rule-activated 1',
      'demo-admin rule-version-created 2',
      'demo-admin rule-submitted 2',
      'demo-admin2 rule-approved 2',
      'demo-admin2 rule-superseded 1',
      'demo-admin2 rule-activated 2',
      'demo-admin rule-superseded 2',
      'demo-admin rule-rolled-back 1',
    ]);
  });

  it('the rule is stopped, and records pass unchanged', async () => {
    expect((await admin.delete(`/rules/${seen.ruleId}/activation`)).body).toMatchObject({
      version: 1,
      state: 'retired',
    });
    const { body } = await program.post('/apply', {
      recordType: 'client',
      records: [{ id: 'C1', Country: 'Germany', 'Annual Revenue': '2.500.000,00' }],
    });
    expect(body).toMatchObject({ ruleSet: { rules: [] }, results: [{ matched: [], changes: [] }] });
  });
});
