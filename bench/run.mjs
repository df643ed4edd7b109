import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './data-dir.mjs';
import { buildRules, installPeers } from './engine/build.mjs';
import { report } from './engine/report.mjs';

// The rule engine beside its peers: one process, contenders in random order, medians of at least five rounds.
// `node --expose-gc bench/run.mjs [one|many|preview|growth|other|ready …]` measures a part; nothing named measures all.
const wanted = new Set(process.argv.slice(2).filter(word => !word.startsWith('-')));
const wants = name => wanted.size === 0 || wanted.has(name);

installPeers();
const require = createRequire(import.meta.url);
const { LogicEngine } = require('json-logic-engine');
const { Engine } = require('json-rules-engine');
const peers = {
  jsonLogic: require('json-logic-js'),
  jle: new LogicEngine(),
  Engine,
  duckdb: require('@duckdb/node-api'),
};
const rules = await buildRules();
const { oneRule } = await import('./engine/one-rule.mjs');
const { manyRules } = await import('./engine/many-rules.mjs');
const { growth } = await import('./engine/growth.mjs');
const { otherRules } = await import('./engine/reports.mjs');
const { readiness } = await import('./engine/readiness.mjs');
const { previewAtScale } = await import('./engine/preview.mjs');

const result = {
  at: new Date().toISOString(),
  node: process.version,
  cpus: os.cpus().length,
  cpu: os.cpus()[0]?.model,
};
const note = text => console.error(`${new Date().toISOString().slice(11, 19)} ${text} …`);
if (wants('ready')) {
  note('10,000 rules ready');
  result.readiness = readiness();
}
if (wants('one')) {
  note('one rule');
  result.one = await oneRule({ rules, peers });
}
if (wants('many')) {
  result.many = [];
  for (const n of [10, 100, 1_000, 10_000]) {
    note(`${n} rules`);
    result.many.push(await manyRules({ rules, peers, n }));
  }
}
if (wants('preview')) {
  note('preview over 1,000,000 records');
  result.preview = await previewAtScale({ rules, records: Number(process.env.PREVIEW_RECORDS ?? 1_000_000) });
}
if (wants('growth')) {
  note('growth');
  result.growth = await growth({ rules });
}
if (wants('other')) {
  note('other rules');
  result.other = await otherRules({ rules, peers });
  note('another seed');
  result.seed = await manyRules({ rules, peers, n: 1_000, seed: 4711, duck: false });
}
mkdirSync(path.join(ROOT, 'bench/results'), { recursive: true });
const file = path.join(ROOT, 'bench/results', `engine-${result.at.replaceAll(':', '-').slice(0, 19)}.json`);
writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
console.log(report(result));
console.log(`\n${path.relative(ROOT, file)}`);
