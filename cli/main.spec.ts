import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { rulewright, Workspace } from '../test/processes/spawn-rulewright';

describe('rulewright', () => {
  const work = new Workspace();
  afterAll(() => work.remove());

  it('has help with examples on every command', async () => {
    for (const command of ['translate', 'apply', 'check', 'eval', 'serve', 'admin']) {
      const { code, out, err } = await rulewright([command, '--help']);
      expect({ command, code, err }).toEqual({ command, code: 0, err: '' });
      expect(out).toContain(`Usage: rulewright ${command}`);
      expect(out).toContain('Examples:');
    }
    expect((await rulewright(['--help'])).out).toContain('Exit codes');
  });

  it.each([
    [['translate'], '--records'],
    [['translate', '--records', 'x.csv'], 'text'],
    [['translate', 'tag all', '--records', 'x.csv', '--language', 'not a language'], 'language tag'],
    [['translate', 'tag all'], '--records'],
    [['translate', 'tag', 'all', '--records', 'x.csv'], 'too many arguments'],
    [['translate', 'tag all', '--records', 'x.csv', '--now', 'yesterday'], 'ISO'],
    [['translate', 'tag all', '--records', 'x.csv', '--now', '2026-02-30'], 'ISO'],
    [['apply', '--rules', 'x.json'], '--records'],
    [['apply', '--rules', 'x.json', '--records', 'x', '--mode', 'both'], 'records'],
    [['eval', '--cases', 'x', '--translator', 'oracle'], 'embedded'],
    [['eval', '--cases', 'x', '--sample', 'many'], 'number'],
    [['check', '--rulez', 'x.json'], '--rules'],
    [['transalte', 'x'], 'translate'],
    [[], 'Usage'],
  ])('ends with 2 and a helpful line for %j', async (args, hint) => {
    const { code, out, err } = await rulewright(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
  });

  it('names what is wrong with the settings of the service', async () => {
    const { code, err } = await rulewright(['serve', '--port', 'http'], { env: { LOG_LEVEL: 'loud' } });
    expect(code).toBe(1);
    expect(err).toMatch(/PORT[^]*LOG_LEVEL/);
  });

  it('ends quietly when its reader goes away', async () => {
    const records = work.file('many.ndjson', '{"id":"C1","country":"Germany"}\n'.repeat(50_000));
    const rules = work.file(
      'rules.json',
      JSON.stringify({ recordType: 'c', fields: [{ name: 'country', type: 'text' }], rules: [] }),
    );
    const child = spawn(process.execPath, [
      path.join(__dirname, 'run-from-source.cjs'),
      'apply',
      '--rules',
      rules,
      '--records',
      records,
    ]);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise(resolve => child.on('close', resolve));
    expect(err).not.toContain('EPIPE');
  });

  it('says in one line what keeps the service from starting', async () => {
    const folder = work.path('folder.db');
    mkdirSync(folder);
    const locked = work.path('locked.db');
    const other = new Sqlite(locked);
    other.exec('BEGIN EXCLUSIVE');
    const blocked = path.join(work.file('no-folder', ''), 'inner/rulewright.db');
    const reasons: readonly (readonly [string, string])[] = [
      [locked, 'locked by another program'],
      [blocked, 'ENOTDIR'],
      [folder, 'cannot be written'],
    ];
    for (const [file, reason] of reasons) {
      const { code, out, err } = await rulewright(['serve'], { env: { DATABASE_URL: file, RULEWRIGHT_MODE: 'demo' } });
      expect({ file, code, err: err.trimEnd().split('\n') }).toEqual({
        file,
        code: 1,
        err: [expect.stringMatching(`^rulewright: .*${reason}`)],
      });
      // The log may say so too, but not as a bug.
      expect(out).not.toContain('    at ');
      expect(out).not.toContain('could not start');
    }
    other.close();
  }, 60_000);

  it('says how to build it where it is not built', async () => {
    mkdirSync(path.join(work.folder, 'bin'));
    const bin = path.join(work.folder, 'bin/rulewright.mjs');
    copyFileSync(path.join(__dirname, '../bin/rulewright.mjs'), bin);
    const child = spawn(process.execPath, [bin, '--help']);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise(resolve => child.on('close', resolve));
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('npm run build') });
  });
});
