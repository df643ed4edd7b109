// usage: node bench/eval-requests.mjs [collection …]
// Scores the embedded translator on collections of bench/requests: requests whose authors had seen neither the translator
// nor the other collections. Nothing named scores all of them. The lines of every case lie beside the cases as *.scores.ndjson.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './data-dir.mjs';
import { evaluate, pickedFrom } from './eval-cases.mjs';

const FOLDER = path.join(ROOT, 'bench/requests');

for (const collection of pickedFrom(FOLDER, 'collection')) {
  const { about, types, requests } = JSON.parse(readFileSync(path.join(FOLDER, `${collection}.json`), 'utf8'));
  const cases = requests.map(({ type, ...request }) => ({ ...request, ...types[type] }));
  evaluate(collection, `${collection}: ${about}`, cases);
}
