// usage: node bench/convert-unseen.mjs [cases.ndjson]
// Requests over two record types, written by somebody who had seen neither the translator nor the other collections.
import { readFileSync, writeFileSync } from 'node:fs';
import { targetFile } from './data-dir.mjs';

const read = name => readFileSync(new URL(`unseen/${name}`, import.meta.url), 'utf8');
const types = Object.fromEntries(['employee', 'device'].map(name => [name, JSON.parse(read(`${name}.json`))]));

const cases = read('requests.jsonl')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))
  .map(({ recordType, ...request }) => ({ ...request, ...types[recordType] }));
const target = targetFile(process.argv[2], 'unseen.ndjson');
writeFileSync(target, cases.map(one => `${JSON.stringify(one)}\n`).join(''));
console.log(`${cases.length} cases → ${target}`);
