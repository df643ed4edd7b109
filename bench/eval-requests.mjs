// usage: node bench/eval-requests.mjs [collection …]
// Scores the embedded translator on collections of bench/requests: requests whose authors had seen neither the translator
// nor the other collections. Nothing named scores all of them. The lines of every case lie beside the cases as *.scores.ndjson.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, targetFile } from './data-dir.mjs';

const FOLDER = path.join(ROOT, 'bench/requests');
const named = process.argv.slice(2);
const known = readdirSync(FOLDER).map(file => file.replace(/\.json$/, ''));
const unknown = named.filter(name => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no collection ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(2);
}

for (const collection of named.length > 0 ? named : known) {
  const { about, types, requests } = JSON.parse(readFileSync(path.join(FOLDER, `${collection}.json`), 'utf8'));
  const cases = targetFile(undefined, `${collection}.ndjson`);
  const lines = requests.map(({ type, ...request }) => JSON.stringify({ ...request, ...types[type] }));
  writeFileSync(cases, `${lines.join('\n')}\n`);
  console.log(`\n${collection}: ${about}`);
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(ROOT, 'bin/rulewright.mjs'),
      'eval',
      '--cases',
      cases,
      '--out',
      targetFile(undefined, `${collection}.scores.ndjson`),
    ],
    { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0) process.exit(status ?? 1);
}
