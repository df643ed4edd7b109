import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { BUILT } from './build.mjs';
import { median } from './interleaved.mjs';

/**
 * What it takes until rules are ready, and to change one of them: each time in a process of its own, as an application starts, for
 * what others left on the heap would be collected meanwhile. Medians of several; of the longest change, the longest.
 */
export function readiness({ runs = 5 } = {}) {
  const starts = Array.from({ length: runs }, once);
  const of = figure => median(starts.map(figure));
  return {
    n: starts[0].n,
    runs,
    ready: of(({ ready }) => ready),
    megabytes: of(({ megabytes }) => megabytes),
    change: {
      mean: of(({ change }) => change.mean),
      p99: of(({ change }) => change.p99),
      longest: Math.max(...starts.map(({ change }) => change.longest)),
    },
  };
}

function once() {
  const script = path.join(import.meta.dirname, 'ready-once.mjs');
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, BUILT], { encoding: 'utf8' }));
}
