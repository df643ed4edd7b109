// usage: node bench/convert-wikisql.mjs [cases.ndjson]
// Turns questions asked by strangers about web tables into eval cases. A question is a filter: only rows are judged.
import { readFileSync, writeFileSync } from 'node:fs';
import { dataFile, targetFile } from './data-dir.mjs';

/** Text is compared without case in this collection: cells and gold are lowered alike, field names are not. */
function lowered(value) {
  if (typeof value === 'string') return value.toLowerCase();
  if (Array.isArray(value)) return value.map(lowered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'var' ? part : lowered(part)]));
}

function categoryOf(condition) {
  const clauses = condition.and ?? [condition];
  const kind = clauses.some(clause => clause['<'] || clause['>']) ? 'inequality' : 'equality';
  return `${kind}, ${clauses.length > 2 ? '3+' : clauses.length} cond`;
}

function caseOf({ id, question, columns, rows, goldCondition, goldRowIndexes }) {
  return {
    id,
    text: question,
    language: 'en',
    category: categoryOf(goldCondition),
    recordType: {
      name: 'row',
      fields: columns.map(column => ({
        name: column.id,
        label: column.name,
        type: column.type === 'number' ? 'number' : 'text',
      })),
    },
    records: rows.map(row => Object.fromEntries(columns.map((column, i) => [column.id, lowered(row[i])]))),
    gold: { outcome: 'rule', condition: lowered(goldCondition), rows: goldRowIndexes },
  };
}

const cases = readFileSync(dataFile('wikisql', 'dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(line => caseOf(JSON.parse(line)));
const target = targetFile(process.argv[2], 'wikisql.ndjson');
writeFileSync(target, cases.map(one => `${JSON.stringify(one)}\n`).join(''));
console.log(`${cases.length} cases → ${target}`);
