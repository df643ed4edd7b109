import { interleaved } from './interleaved.mjs';
import { differences } from './many-rules.mjs';
import {
  CLOCK,
  entriesOf,
  makeLines,
  makeRules,
  oneSidedRules,
  parseLines,
  RECORD_TYPE,
  sha256,
  taggingRules,
  toJL,
} from './workload.mjs';

/** Rules of other kinds, reported without a bar: what improves the workload must not worsen these. */
export async function otherRules({ rules, peers, n = 1_000, records = 4_000, rounds = 5 }) {
  const all = parseLines(makeLines(records));
  const few = all.slice(0, 100);
  const kinds = [
    { name: 'one-sided ranges and !=', conditions: oneSidedRules(n) },
    { name: 'rules that read tags', ...taggingRules(n) },
  ];
  const results = [];
  for (const { name, conditions, actionsOf } of kinds) {
    const set = rules.compileRuleSet(entriesOf(rules, conditions, actionsOf), RECORD_TYPE, sha256);
    const contenders = [
      { name: 'rulewright, match', records, run: () => all.forEach(record => set.match(record, CLOCK)) },
      { name: 'rulewright, apply', records, run: () => all.forEach(record => set.apply(record, CLOCK)) },
      {
        name: 'json-logic-js',
        records: few.length,
        run: () => few.forEach(record => conditions.filter(condition => peers.jsonLogic.apply(condition, record))),
      },
    ];
    const times = await interleaved(contenders, { rounds });
    const differing = differences(set, conditions, all, peers, 200);
    results.push({ name, n, differing, times: Object.fromEntries(times) });
  }
  return results;
}

/** What it takes until rules are ready, and to change one of them. */
export function readiness({ rules, n = 10_000, changes = 2_000 }) {
  const entries = entriesOf(rules, makeRules(n).map(toJL));
  const more = entriesOf(rules, makeRules(changes, 21).map(toJL)).map(entry => ({ ...entry, id: `new-${entry.id}` }));
  const [first] = parseLines(makeLines(1));
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const start = performance.now();
  let set = rules.compileRuleSet(entries, RECORD_TYPE, sha256);
  set.match(first, CLOCK);
  const ready = performance.now() - start;
  globalThis.gc?.();
  const megabytes = (process.memoryUsage().heapUsed - heap) / 1e6;
  const took = [];
  for (const [i, entry] of more.entries()) {
    const from = performance.now();
    set = i % 3 === 2 ? set.without(entries[i].id) : set.with(i % 3 === 1 ? { ...entry, id: entries[i].id } : entry);
    set.match(first, CLOCK);
    took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  const mean = took.reduce((sum, each) => sum + each, 0) / took.length;
  return { n, ready, megabytes, change: { mean, p99: took[Math.trunc(took.length * 0.99)], longest: took.at(-1) } };
}
