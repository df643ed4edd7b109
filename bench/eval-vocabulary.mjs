// usage: node bench/eval-vocabulary.mjs [table …]
// Whether the embedded translator finds the fields and values of a record type by what people call them: tables of
// bench/vocabulary, one short request for each word. Nothing named takes all tables. What was read of every word lies beside
// the cases as *.scores.ndjson.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './data-dir.mjs';
import { evaluate, pickedFrom } from './eval-cases.mjs';

const FOLDER = path.join(ROOT, 'bench/vocabulary');
const NOW = '2026-11-26T09:00:00.000Z';
const RECORDS = 40;
/** So many records lack each field. */
const EVERY_MISSING = 11;
const TAG = { name: 'tags', label: 'Tags', type: 'list' };
const TAG_WORD = { es: 'etiqueta', pt: 'etiqueta', zh: '标签', ja: 'タグ' };

/** What is asked of a field of each type: how it is written, and which values it selects. */
const TESTS = {
  number: { said: '> 250', logic: field => ({ '>': [field, 250] }), selects: value => value > 250 },
  date: {
    said: '> 2019-03-01',
    logic: field => ({ '>': [field, '2019-03-01'] }),
    selects: value => value > '2019-03-01',
  },
  boolean: { said: '= true', logic: field => ({ '==': [field, true] }), selects: value => value === true },
};

const equals = text => ({
  said: `= "${text}"`,
  logic: field => ({ '==': [field, text] }),
  selects: value => value === text,
});

/** No two fields hold the same values in the same records, so that the rows tell which field was tested. */
function valueOf({ name, type, values }, record, at) {
  if (record % EVERY_MISSING === at % EVERY_MISSING) return null;
  const turn = record * (at + 3) + at * at;
  if (values) return values[turn % values.length].value;
  if (type === 'number') return (record * 37 + at * 11) % 400;
  if (type === 'date') return `20${15 + (turn % 10)}-0${1 + (turn % 9)}-1${at % 9}`;
  return type === 'boolean' ? turn % 2 === 0 : `${name.slice(0, 2)}${at}-${record % 5}`;
}

function recordOf(fields, record) {
  const made = { tags: [] };
  fields.forEach((field, at) => {
    const steps = field.name.split('.');
    const last = steps.pop();
    let holder = made;
    for (const step of steps) holder = holder[step] ??= {};
    holder[last] = valueOf(field, record, at);
  });
  return made;
}

function casesOf(typeName, fields) {
  const recordType = {
    name: typeName,
    fields: [
      ...fields.map(({ name, label, type, values }) => ({
        name,
        label,
        type,
        ...(values && { values: values.map(({ value }) => value) }),
      })),
      TAG,
    ],
  };
  const records = Array.from({ length: RECORDS }, (_, record) => recordOf(fields, record));
  const cases = [];
  const add = (kind, language, field, at, text, { logic, selects }) =>
    cases.push({
      id: `${typeName}-${cases.length}`,
      category: `${language} ${kind}`,
      language,
      text: `${text} → ${TAG_WORD[language] ?? 'tag'} T1`,
      now: NOW,
      recordType,
      records,
      gold: {
        outcome: 'rule',
        condition: logic({ var: field.name }),
        actions: [{ type: 'addTag', value: 'T1' }],
        rows: records.flatMap((_, row) => {
          const value = valueOf(field, row, at);
          return value !== null && selects(value) ? [row] : [];
        }),
      },
    });
  fields.forEach((field, at) => {
    const test = TESTS[field.type] ?? equals(field.values?.[0]?.value ?? valueOf(field, at + 1, at));
    for (const [language, words] of Object.entries(field.say))
      for (const word of words) add('fields', language, field, at, `${word} ${test.said}`, test);
    for (const { value, say } of field.values ?? [])
      for (const [language, words] of Object.entries(say))
        for (const word of words)
          add('values', language, field, at, `${field.say[language]?.[0] ?? field.label}: ${word}`, equals(value));
  });
  return cases;
}

for (const table of pickedFrom(FOLDER, 'table')) {
  const { about, types } = JSON.parse(readFileSync(path.join(FOLDER, `${table}.json`), 'utf8'));
  const cases = Object.entries(types).flatMap(([name, fields]) => casesOf(name, fields));
  evaluate(`vocabulary-${table}`, `${table}: ${about}`, cases);
}
