import { transformSync } from '@swc/core';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// The long run of what every test run does a little of: `npm run fuzz -- [evaluations] [seed]`. A difference names its round's
// seed; `npm run fuzz -- 1 <seed>` repeats that round. Compiled apart and run without a test framework, which would cost most of the time.
const [wanted = '100000000', first = String(Date.now() % 1e9)] = process.argv.slice(2);
// Compiling random rules costs most of a round, so each set judges more records here than in the test.
const RECORDS_PER_STATE = 240;
const root = path.resolve(import.meta.dirname, '../..');
const { compareTiers } = build()('./test/fuzz/compare-tiers.js');

const started = performance.now();
let [evaluations, withReference, rounds, told] = [0, 0, 0, 0];
console.log(`${wanted} evaluations by every tier and json-logic-js, from seed ${first}`);
do {
  const compared = compareTiers(Number(first) + rounds++, RECORDS_PER_STATE);
  evaluations += compared.evaluations;
  withReference += compared.withReference;
  if (performance.now() - told > 30_000) tell();
} while (Number(wanted) > 1 && withReference < Number(wanted));
tell();
console.log('no difference');

function tell() {
  told = performance.now();
  const seconds = (told - started) / 1000;
  const rate = Math.round(evaluations / seconds).toLocaleString('en');
  const counts = [rounds, evaluations, withReference].map(count => count.toLocaleString('en'));
  console.log(
    `${Math.round(seconds)} s: ${counts[0]} rounds, ${counts[1]} evaluations, ${counts[2]} of them by json-logic-js too; ${rate} a second`,
  );
}

/** The rule library and this folder as they stand, as CommonJS in the cache. */
function build() {
  const target = path.join(root, `node_modules/.cache/rulewright/fuzz-${process.pid}`);
  process.on('exit', () => rmSync(target, { recursive: true, force: true }));
  for (const folder of ['libs/rules/src', 'test/fuzz']) {
    const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter(name => name.endsWith('.ts') && !/\.(spec|contract)\.ts$/.test(name))) {
      const { code } = transformSync(readFileSync(path.join(root, folder, file), 'utf8'), {
        filename: file,
        swcrc: false,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      });
      const compiled = path.join(target, folder, file.replace(/\.ts$/, '.js'));
      mkdirSync(path.dirname(compiled), { recursive: true });
      writeFileSync(compiled, code);
    }
  }
  writeFileSync(path.join(target, 'package.json'), '{"type":"commonjs"}\n');
  return createRequire(path.join(target, 'index.js'));
}
