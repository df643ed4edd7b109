import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { answers, ROOT, run, stop } from './run.mjs';

const OLDEST_NODE = [20, 19];
const STAMP = join(ROOT, 'node_modules', '.rulewright-installed');

/** Installs exactly what the lockfile says, once per lockfile and Node version. */
export function ensureInstalled({ always = false } = {}) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
    stop(`Rulewright needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.`);

  const wanted = fingerprint();
  if (!always && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  console.error('Installing packages (the first time takes a few minutes) …');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  ensureSqlite();
  writeFileSync(STAMP, wanted);
}

/** The lockfile and the Node it was installed for; npm ci itself refuses a lockfile that differs from package.json. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.versions.modules} ${process.platform} ${process.arch}\n`);
  hash.update(readFileSync(join(ROOT, 'package-lock.json')));
  return hash.digest('hex');
}

/** better-sqlite3 is the one native part: a ready binary where one can be had, else built from its source. */
function ensureSqlite() {
  if (sqliteLoads()) return;
  const home = join(ROOT, 'node_modules', 'better-sqlite3');
  const prebuilt = answers(process.execPath, [join(ROOT, 'node_modules', 'prebuild-install', 'bin.js')], {
    cwd: home,
    timeout: 60_000,
  });
  if (prebuilt && sqliteLoads()) return;

  const headers = nodeHeaders();
  const missing = [
    !['c++', 'g++', 'clang++'].some(name => answers(name, ['--version'])) && 'g++',
    !answers('make', ['--version']) && 'make',
    !answers('python3', ['--version']) && 'python3',
  ].filter(Boolean);
  if (missing.length > 0)
    stop(
      'The embedded database (better-sqlite3) has no ready binary for this machine and has to be built, but these are missing: ' +
        `${missing.join(', ')}.\nOn Debian or Ubuntu:  apt-get install -y g++ make python3\nThen run the same command again.`,
    );
  if (!headers)
    console.error(
      'No Node headers found beside Node or in /usr/include/node; node-gyp will try to fetch them (libnode-dev has them too).',
    );
  console.error('Building the embedded database (about a minute) …');
  run('npm', ['rebuild', 'better-sqlite3', '--loglevel=error'], {
    env: { ...process.env, ...(headers ? { npm_config_nodedir: headers } : {}) },
  });
  if (!sqliteLoads())
    stop('better-sqlite3 was built but cannot be loaded; remove node_modules and run the same command again.');
}

function sqliteLoads() {
  return answers(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"]);
}

/** The prefix whose include/node belongs to the running Node: its own, else Debian's when of the same major version. */
function nodeHeaders() {
  const own = dirname(dirname(process.execPath));
  return [own, '/usr', '/usr/local'].find(prefix => {
    const version = join(prefix, 'include', 'node', 'node_version.h');
    if (!existsSync(version)) return false;
    const major = /#define NODE_MAJOR_VERSION (\d+)/.exec(readFileSync(version, 'utf8'))?.[1];
    return major === process.versions.node.split('.')[0];
  });
}
