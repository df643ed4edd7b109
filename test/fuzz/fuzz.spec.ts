import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const SEED = process.env['FUZZ_SEED'] ?? '20261120';

// In a process of its own: the sandbox of a test framework makes it several times slower.
it(
  `every tier judges random rules on random records as every other, and as json-logic-js (1,000,000 evaluations from seed ${SEED})`,
  () => {
    const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'run.mjs'), '1000000', SEED], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/\nno difference\n$/);
    const counted = / ([\d,]+) of them by json-logic-js too/.exec(stdout.trimEnd().split('\n').at(-2) ?? '')?.[1] ?? '';
    expect(Number(counted.replaceAll(',', ''))).toBeGreaterThanOrEqual(1_000_000);
  },
  10 * 60_000,
);
