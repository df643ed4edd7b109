import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, targetFile } from './data-dir.mjs';

/** Which files of a folder to take, without their ending: those named on the command line, else all; `kind` is what one is called. */
export function pickedFrom(folder, kind) {
  const named = process.argv.slice(2);
  const known = readdirSync(folder).map(file => file.replace(/\.json$/, ''));
  const unknown = named.filter(name => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no ${kind} ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
    process.exit(2);
  }
  return named.length > 0 ? named : known;
}

/** Scores cases with the command, under a heading; the line of every case lies beside the cases as *.scores.ndjson. */
export function evaluate(name, heading, cases) {
  const target = targetFile(undefined, `${name}.ndjson`);
  writeFileSync(target, `${cases.map(one => JSON.stringify(one)).join('\n')}\n`);
  console.log(`\n${heading}`);
  const out = targetFile(undefined, `${name}.scores.ndjson`);
  const { status } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'bin/rulewright.mjs'), 'eval', '--cases', target, '--out', out],
    { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0) process.exit(status ?? 1);
}
