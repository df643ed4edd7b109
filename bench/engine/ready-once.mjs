import { createRequire } from 'node:module';
import path from 'node:path';
import { CLOCK, entriesOf, makeLines, makeRules, parseLines, RECORD_TYPE, sha256, toJL } from './workload.mjs';

// One start of an application that has 10,000 rules, and 2,000 changes of them: `node --expose-gc ready-once.mjs <build>` prints what it took.
const rules = createRequire(path.join(process.argv[2], 'package.json'))('@lib/rules');
const [n, changes] = [10_000, 2_000];
const entries = entriesOf(rules, makeRules(n).map(toJL));
const more = entriesOf(rules, makeRules(changes, 21).map(toJL)).map(entry => ({ ...entry, id: `new-${entry.id}` }));
const [first] = parseLines(makeLines(1));
globalThis.gc();
const heap = process.memoryUsage().heapUsed;
const start = performance.now();
let set = rules.compileRuleSet(entries, RECORD_TYPE, sha256);
set.match(first, CLOCK);
const ready = performance.now() - start;
globalThis.gc();
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
const change = { mean, p99: took[Math.trunc(took.length * 0.99)], longest: took.at(-1) };
console.log(JSON.stringify({ n, ready, megabytes, change }));
