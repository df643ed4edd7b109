import { existsSync } from 'node:fs';
import { rulewright, Workspace } from '../test/processes/spawn-rulewright';

describe('rulewright admin', () => {
  const work = new Workspace();
  const env = { DATABASE_URL: work.path('data/rulewright.db'), RULEWRIGHT_MODE: 'demo' };
  afterAll(() => work.remove());

  it('makes the first admin’s link and a key, backs up and restores', async () => {
    const link = await rulewright(['admin', 'setup-link', '--json'], { env });
    expect({ code: link.code, err: link.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(link.out).url).toMatch(/\/#\/setup\?token=.+/);

    const key = await rulewright(['admin', 'api-key', '--name', 'nightly job', '--scopes', 'apply,read'], { env });
    expect(key).toMatchObject({ code: 0, out: expect.stringMatching(/^rw_[a-z0-9]{16}_[a-f0-9]{48}\n/) });

    const file = work.path('backup.db');
    expect(await rulewright(['admin', 'backup', file], { env })).toMatchObject({ code: 0, err: '' });
    expect(existsSync(`${file}.json`)).toBe(true);
    expect(await rulewright(['admin', 'restore', file], { env })).toMatchObject({
      code: 1,
      err: expect.stringContaining('--force'),
    });
    expect(await rulewright(['admin', 'restore', file, '--force'], { env })).toMatchObject({ code: 0, err: '' });
  });

  it('rotates the secret without ever taking it as an argument', async () => {
    const weak = await rulewright(['admin', 'rotate-secret'], { env: { ...env, RULEWRIGHT_NEW_SECRET: 'short' } });
    expect(weak).toMatchObject({ code: 1, err: expect.stringContaining('RULEWRIGHT_NEW_SECRET') });
    const rotated = await rulewright(['admin', 'rotate-secret', '--json'], { env });
    expect(rotated.code).toBe(0);
    expect(JSON.parse(rotated.out)).toMatchObject({ lost: [], secret: expect.any(String) });
  });

  it('names every mistake in the environment, and wrong usage', async () => {
    const wrong = await rulewright(['admin', 'setup-link'], { env: { ...env, PORT: 'x', LOG_LEVEL: 'loud' } });
    expect(wrong).toMatchObject({ code: 1, err: expect.stringMatching(/PORT[^]*LOG_LEVEL/) });
    expect(await rulewright(['admin', 'api-key', '--name', 'x', '--scopes', 'review'], { env })).toMatchObject({
      code: 2,
    });
    const past = ['admin', 'api-key', '--name', 'x', '--expires', '2020-01-01'];
    expect(await rulewright(past, { env })).toMatchObject({ code: 2, err: expect.stringContaining('past') });
    expect(await rulewright(['admin'], { env })).toMatchObject({ code: 2 });
  });
});
