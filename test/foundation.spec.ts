import { startApp, type TestApp } from './app';

describe('the service', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('is alive and ready', async () => {
    expect((await app.anyone.get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await app.anyone.get('/health/ready')).status).toBe(200);
  });

  it('signs a persona in and says what it may do', async () => {
    const admin = await app.as('admin');
    const { status, body } = await admin.get('/session');
    expect(status).toBe(200);
    expect(body).toMatchObject({ user: { id: 'demo-admin' }, mode: 'demo', rights: { review: ['*'] } });
  });

  it('says what is wrong as a problem', async () => {
    const answer = await app.anyone.get('/session');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      code: 'signed-out',
      personas: expect.arrayContaining([expect.objectContaining({ persona: 'steward' })]),
    });
    expect((await app.anyone.get('/nothing-here')).body).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('keeps no difference between the migrated tables and the entities', async () => {
    const { upQueries } = await app.database.writer.driver.createSchemaBuilder().log();
    expect(upQueries.map(query => query.query)).toEqual([]);
  });
});
