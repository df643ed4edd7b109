import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

// The long run of what every test run does a little of: `npm run fuzz -- [evaluations] [seed]`. A failure names its seed;
// FUZZ_SEED with that number and one evaluation repeats it.
const [evaluations = '100000000', seed = String(Date.now() % 1e9)] = process.argv.slice(2);
console.error(`${evaluations} evaluations from seed ${seed}`);
const jest = createRequire(import.meta.url).resolve('jest/bin/jest.js');
const { status } = spawnSync(process.execPath, [jest, 'libs/rules/src/compile/running', '-t', 'judges many rules'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_EVALUATIONS: evaluations, FUZZ_SEED: seed },
});
process.exit(status ?? 1);
