import { setImmediate as pause } from 'node:timers/promises';
import { median } from './interleaved.mjs';
import { CLOCK, makeLines, RECORD_TYPE, ruleA, toJL } from './workload.mjs';

const ROUNDS = 7;

/**
 * One rule previewed over many records that lie in memory: counts of every clause, near misses, the first of each. Columns
 * are indexed by the first preview that needs them; what is timed is another one of a rule that reads the same fields.
 */
export async function previewAtScale({ rules, records = 1_000_000 }) {
  const lines = makeLines(records);
  const all = new Array(records);
  for (let i = 0; i < records; i++) {
    all[i] = JSON.parse(lines[i]);
    lines[i] = undefined;
  }
  const verdict = rules.validateRule({ name: 'preview', condition: toJL(ruleA), actions: [] }, RECORD_TYPE);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.error));
  const rule = verdict.value;
  const options = { clock: CLOCK, limit: 20 };

  globalThis.gc?.();
  const heap = memory();
  const columns = rules.indexRecords(all, RECORD_TYPE);
  const indexing = await inTurns(rules.previewInSteps(rule, columns, options));
  globalThis.gc?.();
  const megabytes = memory() - heap;

  const times = [];
  let longest = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    rules.previewColumns(rule, columns, options);
    times.push(performance.now() - start);
    longest = Math.max(longest, (await inTurns(rules.previewInSteps(rule, columns, options))).longest);
  }
  const plain = performance.now();
  const sample = all.slice(0, Math.min(records, 50_000));
  const reference = rules.previewRule(rule, sample, { ...options, recordType: RECORD_TYPE });
  const plainPerRecord = (performance.now() - plain) / sample.length;
  const same = rules.previewColumns(rule, rules.indexRecords(sample, RECORD_TYPE), options);
  const counts = ({ matched, clauses, nearMisses }) => JSON.stringify([matched, clauses, nearMisses]);
  return {
    records,
    indexing: indexing.took,
    indexingLongest: indexing.longest,
    megabytes,
    preview: median(times),
    longest,
    plain: plainPerRecord * records,
    matched: indexing.value.matched,
    differing: counts(same) === counts(reference) ? 0 : 1,
  };
}

/** Runs steps as the service would, and tells how long the longest kept others waiting. */
async function inTurns(steps) {
  const start = performance.now();
  let [longest, before] = [0, start];
  for (;;) {
    const step = steps.next();
    longest = Math.max(longest, performance.now() - before);
    if (step.done) return { value: step.value, longest, took: performance.now() - start };
    await pause();
    before = performance.now();
  }
}

function memory() {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
