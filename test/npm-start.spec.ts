import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

/** The script of `npm start` and what it becomes, with a little service that says when it is up and how it ended. */
function packageIn(folder: string): void {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } };
  mkdirSync(join(folder, 'setup'));
  copyFileSync(join(ROOT, 'setup/run.mjs'), join(folder, 'setup/run.mjs'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'x', version: '1.0.0', scripts }));
  writeFileSync(
    join(folder, 'setup/start.mjs'),
    `import { become } from './run.mjs';\nbecome(process.execPath, ['service.mjs']);\n`,
  );
  writeFileSync(
    join(folder, 'service.mjs'),
    `process.on('SIGTERM', () => { console.log('ended by SIGTERM'); process.exit(0); });\n` +
      `process.stdin.resume().on('end', () => { console.log('left running'); process.exit(0); });\nconsole.log('up');\n`,
  );
}

describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rulewright-start-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends the service when it is told to end', async () => {
    packageIn(folder);
    const npm = spawn('npm', ['start'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    let said = '';
    npm.stdout.on('data', (chunk: Buffer) => {
      const before = said;
      said += chunk.toString();
      if (!before.includes('up\n') && said.includes('up\n')) npm.kill('SIGTERM');
    });
    // A service that was left running ends with its input, and says so.
    npm.once('exit', () => npm.stdin.end());
    await once(npm, 'close');
    expect(said).toContain('ended by SIGTERM');
    expect(said).not.toContain('left running');
  });
});
