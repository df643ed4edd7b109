// npm test: installs what is missing, builds what changed, and runs every test. Arguments go to jest.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT, stop } from './run.mjs';

ensureInstalled();
ensureBuilt();
const chromium = ensureChromium();
if (!chromium) {
  if (process.env.CI) stop('No Chromium: browser tests must run here. Install it with  apt-get install -y chromium');
  console.error('Browser tests are skipped: there is no Chromium and it cannot be installed from here.');
}

const folder = mkdtempSync(join(tmpdir(), 'rulewright-test-'));
const report = join(folder, 'report.json');
const { status } = spawnSync(
  process.execPath,
  [join('node_modules', 'jest', 'bin', 'jest.js'), '--json', `--outputFile=${report}`, ...process.argv.slice(2)],
  {
    cwd: ROOT,
    // Jest prints its JSON on stdout as well as to the file; the file is what is read.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: process.env.DATA_DIR ?? resolve(ROOT, '..', 'shared', 'data'),
      ...(chromium ? { CHROMIUM: chromium } : {}),
    },
  },
);
const counts = readReport();
rmSync(folder, { recursive: true, force: true });
if (counts)
  console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${counts.numPendingTests} skipped`);
process.exit(status ?? 1);

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}
