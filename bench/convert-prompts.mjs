// usage: node bench/convert-prompts.mjs [cases.ndjson]
// Turns the prompts collection into eval cases: one line per request, with the records it is judged on.
import { readFileSync, writeFileSync } from 'node:fs';
import { dataFile, targetFile } from './data-dir.mjs';

const lines = file =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
const catalog = JSON.parse(readFileSync(dataFile('prompts', 'catalog.json'), 'utf8'));
const records = lines(dataFile('prompts', 'records.jsonl'));

/** Requests that name no kind of record are asked where there is none: no fields, no records. */
function recordTypeOf(entity) {
  const fields = (catalog.entities[entity] ?? []).map(
    ({ id, label, type, description, allValues, unit, nullable }) => ({
      name: id,
      label,
      type,
      description,
      values: allValues,
      unit,
      nullable,
    }),
  );
  return { name: entity ? entity.toLowerCase() : 'record', fields };
}

function recordsOf(entity) {
  const own = records.filter(record => record.entity === entity);
  return own.map(record => Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'entity')));
}

function caseOf({ id, prompt, lang, category, entity, previousRule, gold }) {
  const pool = recordsOf(entity);
  const { outcome, condition, actions, alternatives, acceptOutcomes } = gold;
  const rows = gold.rows?.map(key => pool.findIndex(record => record.id === key));
  if (rows?.includes(-1)) throw new Error(`${id}: a gold row is not among the records`);
  return {
    id,
    text: prompt,
    language: lang,
    category,
    now: catalog.now,
    recordType: recordTypeOf(entity),
    records: pool,
    previousRule,
    gold: { outcome, condition, actions, rows, alternatives, acceptOutcomes },
  };
}

const cases = lines(dataFile('prompts', 'prompts.jsonl')).map(caseOf);
const target = targetFile(process.argv[2], 'prompts.ndjson');
writeFileSync(target, cases.map(one => `${JSON.stringify(one)}\n`).join(''));
console.log(`${cases.length} cases → ${target}`);
