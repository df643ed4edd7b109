import { type Caller, startApp, type TestApp } from './app';
import { GERMAN, importClients, runRule, saveRule, TAG_VIP } from './fakes/customers';

describe('review and activation', () => {
  let app: TestApp;
  let steward: Caller;
  let admin: Caller;
  let admin2: Caller;
  beforeAll(async () => {
    app = await startApp();
    [steward, admin, admin2] = await Promise.all([app.as('steward'), app.as('admin'), app.as('admin2')]);
    await importClients(steward);
  });
  afterAll(() => app.close());

  async function inReview(
    caller = steward,
    parts: object = {},
  ): Promise<{ id: string; hash: string; decision: string }> {
    const rule = await saveRule(caller, parts);
    const answer = await caller.post(`/rules/${rule.id}/versions/1/submission`);
    expect(answer.body.state).toBe('in-review');
    return { ...rule, decision: `/rules/${rule.id}/versions/1/decision` };
  }

  it('submits a draft once', async () => {
    const { id } = await inReview();
    expect(await steward.post(`/rules/${id}/versions/1/submission`)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state', state: 'in-review' },
    });
    expect(await steward.post(`/rules/${id}/versions/9/submission`)).toMatchObject({
      status: 404,
      body: { code: 'no-such-version' },
    });
    expect(await steward.post(`/rules/${id}/versions/x/submission`)).toMatchObject({ status: 400 });
  });

  it('lets exactly one of two who decide at once decide', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, hash, decision } = await inReview();
      const answers = await Promise.all([
        admin.post(decision, { decision: 'approve', hash }),
        admin2.post(decision, { decision: 'reject', hash }),
      ]);
      expect(answers.map(answer => answer.status).sort()).toEqual([200, 409]);
      const winner = answers.find(answer => answer.status === 200);
      expect(answers.find(answer => answer.status === 409)?.body.code).toBe('wrong-state');
      const { body } = await admin.get(`/rules/${id}/versions/1`);
      expect(body.state).toBe(winner?.body.state);
      expect(body.decision.by).toEqual(winner?.body.decision.by);
    }
  });

  it('tells a reviewer that the draft was changed by hand, and that a rule is for every record', async () => {
    const asked = await steward.post('/translations', {
      text: 'tag records where country is Germany as VIP',
      recordType: 'client',
    });
    expect(asked.body.outcome).toBe('rule');
    const { condition, actions } = asked.body.rule;
    const { promptId } = asked.body;
    const seen = async (parts: object) => {
      const { id } = await inReview(steward, { actions, promptId, ...parts });
      return (await admin.get(`/rules/${id}/versions/1/review`)).body;
    };
    const asDrafted = await seen({ condition, name: 'Named anew' });
    expect(asDrafted).toMatchObject({ prompt: { isEdited: false }, version: { problems: [] } });
    const edited = await seen({ condition: true });
    expect(edited.prompt.isEdited).toBe(true);
    expect(edited.version.problems).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'every-record', at: '/condition' }),
    ]);
  });

  it('refuses a decision by who wrote it, whatever their rights', async () => {
    const { hash, decision } = await inReview(admin);
    expect(await admin.post(decision, { decision: 'approve', hash })).toMatchObject({
      status: 403,
      body: { code: 'own-work', contributors: [{ id: 'demo-admin' }] },
    });
    expect((await admin2.post(decision, { decision: 'approve', hash })).status).toBe(200);
  });

  it('counts who asked for it in words, and who wrote what nobody approved yet, as contributors', async () => {
    const asked = await admin.post('/translations', {
      text: 'tag records where country is Germany as VIP',
      recordType: 'client',
    });
    const rule = await saveRule(steward, { promptId: asked.body.promptId });
    const { body } = await steward.post(`/rules/${rule.id}/versions`, {
      name: 'Second',
      condition: GERMAN,
      actions: [TAG_VIP],
    });
    expect(body.contributors.map((person: any) => person.id)).toEqual(['demo-steward', 'demo-admin']);
    await steward.post(`/rules/${rule.id}/versions/2/submission`);
    expect(
      await admin.post(`/rules/${rule.id}/versions/2/decision`, { decision: 'approve', hash: body.hash }),
    ).toMatchObject({ status: 403, body: { code: 'own-work' } });
  });

  it('binds a decision to the hash that was looked at', async () => {
    const { hash, decision } = await inReview();
    expect(await admin.post(decision, { decision: 'approve', hash: 'f'.repeat(64) })).toMatchObject({
      status: 409,
      body: { code: 'stale-hash', hash },
    });
    expect(await admin.post(decision, { decision: 'approve', hash: 'short' })).toMatchObject({ status: 400 });
    expect(await admin.post(decision, { decision: 'perhaps', hash })).toMatchObject({ status: 400 });
  });

  it('shows the reviewer how sure the translator was, and which words it did not use', async () => {
    const text = 'tag records where country is Germany as VIP because the board wants so';
    const asked = await steward.post('/translations', { text, recordType: 'client' });
    const { unused, confidence, promptId } = asked.body;
    expect(unused).not.toEqual([]);
    const rule = await saveRule(steward, { promptId });
    await steward.post(`/rules/${rule.id}/versions/1/submission`);
    const { body } = await admin.get(`/rules/${rule.id}/versions/1/review`);
    expect(body.prompt).toMatchObject({ text, translator: 'embedded', confidence, unused, isEdited: true });
  });

  it('shows the reviewer the difference, the impact and the collisions', async () => {
    const running = await runRule(app, { name: 'Runs' });
    const other = await runRule(app, {
      name: 'Reads tags',
      condition: { in: ['Tidy', { var: 'tags' }] },
      actions: [{ type: 'addTag', value: 'Tidied' }],
    });
    const next = await steward.post(`/rules/${running.id}/versions`, {
      name: 'Runs',
      condition: GERMAN,
      actions: [{ type: 'addTag', value: 'Tidy' }],
    });
    const { status, body } = await admin.get(`/rules/${running.id}/versions/2/review`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: { version: 2, hash: next.body.hash },
      running: { version: 1, state: 'active' },
      impact: { gained: 2, lost: 0, kept: 3 },
    });
    expect(new Set(body.difference.map((line: any) => line.kind))).toEqual(new Set(['added', 'removed', 'kept']));
    expect(body.collisions.length).toBeGreaterThan(0);
    expect(body.collisions).toContainEqual(
      expect.objectContaining({ code: 'unsettled', at: `/rules/${other.id}/actions` }),
    );
    for (const rule of [running, other]) await admin.delete(`/rules/${rule.id}/activation`);
  });

  it('activates only what was approved', async () => {
    const { id, hash, decision } = await inReview();
    expect(await admin.post(`/rules/${id}/activation`, { version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
    await admin.post(decision, { decision: 'reject', hash, comment: 'Too broad.' });
    expect(await admin.post(`/rules/${id}/activation`, { version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
    expect(await admin.delete(`/rules/${id}/activation`)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    expect(await admin.post(`/rules/${id}/activation`, { version: 7 })).toMatchObject({ status: 404 });
    expect(await admin.post(`/rules/${id}/activation`, {})).toMatchObject({ status: 400 });
  });

  it('activates once when asked twice at once', async () => {
    const { id, hash, decision } = await inReview();
    await admin.post(decision, { decision: 'approve', hash });
    const answers = await Promise.all([
      admin.post(`/rules/${id}/activation`, { version: 1 }),
      admin2.post(`/rules/${id}/activation`, { version: 1 }),
    ]);
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409]);
    await admin.delete(`/rules/${id}/activation`);
  });

  it('keeps the history of rule sets and every set in it', async () => {
    const rule = await runRule(app, { name: 'For history' });
    const history = await admin.get('/record-types/client/rule-sets?limit=1');
    expect(history.body.items).toEqual([
      expect.objectContaining({
        act: 'activate',
        rule: { id: rule.id, version: 1 },
        by: { id: 'demo-admin', name: 'Alex Admin' },
      }),
    ]);
    const set = await admin.get(`/rule-sets/${history.body.items[0].ruleSet}`);
    expect(set.body).toMatchObject({
      entries: [{ id: rule.id, version: 1, hash: rule.hash }],
      recordType: { name: 'client' },
    });
    expect(await admin.get(`/rule-sets/${'0'.repeat(64)}`)).toMatchObject({ status: 404 });
    expect(await steward.get(`/rules/${rule.id}`)).toMatchObject({ body: { activeVersion: 1 } });
    expect(await admin.delete(`/rules/${rule.id}`)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    await admin.delete(`/rules/${rule.id}/activation`);
  });
});
