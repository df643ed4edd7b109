import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './run.mjs';

const PARTS = [
  {
    name: 'service and command line',
    stamp: 'dist/.built',
    sources: ['src', 'libs', 'cli', 'migrations', 'tsconfig.json', 'nest-cli.json', 'package.json'],
    script: 'build:server',
  },
  {
    name: 'console',
    stamp: 'web/dist/.built',
    sources: ['web/src', 'web/index.html', 'web/vite.config.ts', 'web/package.json', 'libs/rules/src'],
    script: 'build:web',
  },
];

/** Builds what is older than its sources, and nothing else. */
export function ensureBuilt() {
  for (const part of PARTS) {
    const built = existsSync(join(ROOT, part.stamp)) ? statSync(join(ROOT, part.stamp)).mtimeMs : 0;
    if (built >= newest(part.sources)) continue;
    console.error(`Building the ${part.name} (about a minute) …`);
    const started = new Date();
    run('npm', ['run', '--silent', part.script]);
    writeFileSync(join(ROOT, part.stamp), '');
    utimesSync(join(ROOT, part.stamp), started, started);
  }
}

function newest(paths) {
  return Math.max(0, ...paths.map(path => newestUnder(join(ROOT, path))));
}

function newestUnder(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map(name => newestUnder(join(path, name))));
}
