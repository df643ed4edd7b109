import { SettingsService } from '../src/settings/settings.service';
import { startApp, type TestApp } from './app';

describe('settings', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('turns the cloud model on only where there is one, and shows no secret', async () => {
    const admin = await app.as('admin');
    expect((await admin.get('/settings')).body).toMatchObject({ cloudModel: null, azureApiKey: { isSet: false } });
    expect((await admin.patch('/settings', { cloudModel: true })).body.problems).toMatchObject([
      { code: 'not-configured' },
    ]);
    const azure = { azureEndpoint: 'https://azure.example', azureDeployment: 'gpt', azureApiKey: 'very-secret-key' };
    const changed = await admin.patch('/settings', { ...azure, cloudModel: true });
    expect(changed).toMatchObject({ status: 200, body: { cloudModel: true, azureApiKey: { isSet: true } } });
    expect(changed.text).not.toContain('very-secret-key');
    expect(await app.get(SettingsService).isCloudModelOn()).toBe(true);
    expect(await app.get(SettingsService).azure()).toMatchObject({ apiKey: 'very-secret-key', deployment: 'gpt' });
    const trail = await admin.get('/audit?action=setting-changed');
    expect(trail.body.items).toHaveLength(4);
    expect(trail.text).not.toContain('very-secret-key');
  });

  it('changes all or nothing', async () => {
    const admin = await app.as('admin');
    const answer = await admin.patch('/settings', {
      installationName: 'Acme',
      azureEndpoint: 'not a URL',
      colour: 'red',
    });
    expect(answer.status).toBe(422);
    expect(answer.body.problems.map((problem: any) => problem.at)).toEqual(['/azureEndpoint', '/colour']);
    expect((await admin.get('/settings')).body.installationName).toBeNull();
    expect((await admin.patch('/settings', { azureApiKey: null })).body.azureApiKey).toEqual({ isSet: false });
  });
});
