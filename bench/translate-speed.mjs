// usage: node --expose-gc bench/translate-speed.mjs [--large]
// How long the embedded translator takes for a request: a record type of 50 fields, and with --large one of 10,000 fields with
// 1,000,000 distinct values; and what building their indexes takes.
import { setImmediate as nextTurn } from 'node:timers/promises';

import { buildLibs } from './build-libs.mjs';

const language = (await buildLibs(['rules', 'language']))('@lib/language');

const WORDS = 'amber birch cedar delta ember flint grove haven ivory jasper kelp lunar maple north ocean pearl'.split(
  ' ',
);
const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };

/** A name that no other number gives: digits to the base of the word list. */
function nameOf(n) {
  const parts = [];
  for (let rest = n; parts.length === 0 || rest > 0; rest = Math.floor(rest / WORDS.length))
    parts.push(WORDS[rest % WORDS.length]);
  return parts.reverse().join(' ');
}

function recordTypeOf(fieldCount, valueCount) {
  const own = [
    { name: 'country', label: 'Country', type: 'text' },
    { name: 'annualRevenue', label: 'Annual revenue', type: 'number' },
    { name: 'createdOn', label: 'Created on', type: 'date' },
    { name: 'active', label: 'Active', type: 'boolean' },
  ];
  const textFields = Math.max(1, Math.floor((fieldCount - own.length) / 2));
  const perField = Math.floor(valueCount / textFields);
  const fields = [...own];
  for (let i = 0; fields.length < fieldCount; i++) {
    const text = i < textFields;
    fields.push({
      name: `f${i}`,
      label: `${nameOf(i)} ${text ? 'kind' : 'measure'}`,
      type: text ? 'text' : 'number',
      ...(text && { values: Array.from({ length: perField }, (_, j) => `${nameOf(i * perField + j)} v`) }),
    });
  }
  return {
    name: 'customer',
    fields: fields.map(({ values, ...field }) => ({
      ...field,
      reading: { type: field.type },
      ...(values && {
        profile: {
          records: valueCount,
          filled: valueCount,
          unreadable: 0,
          distinct: values.length,
          distinctIsExact: true,
          frequent: values.map(value => ({ value, count: 1 })),
          frequentIsComplete: true,
          patterns: [],
        },
      }),
    })),
  };
}

const sample = Array.from({ length: 1000 }, (_, i) => ({
  country: ['Germany', 'France', 'Denmark', 'Spain'][i % 4],
  annualRevenue: i * 1000,
  createdOn: `20${String(10 + (i % 15))}-05-01`,
  active: i % 3 === 0,
}));

const REQUESTS = [
  'tag customers in Germany with annual revenue above 500k as VIP',
  'which active customers are in France or Spain and were created before 2020?',
  'set country to Denmark where country is empty',
  'everyone except customers in Denmark with revenue between 100k and 200k: label mid',
  'tag customers created in the last 2 years that are not active as sleeping',
  'costumers in Germny with anual revenu over 1 million, tag big',
];

const at = (times, share) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))];
const shown = times => `p50 ${at(times, 0.5).toFixed(2)} ms, p99 ${at(times, 0.99).toFixed(2)} ms`;

/** Milliseconds of processor time of this process, its compiler's and collector's threads included: waiting for others is not in it. */
function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Megabytes in use by objects and flat arrays, after a collection where there may be one (--expose-gc). */
function memory() {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

for (const [fieldCount, valueCount] of [
  [50, 2000],
  ...(process.argv.includes('--large') ? [[10_000, 1_000_000]] : []),
]) {
  const recordType = recordTypeOf(fieldCount, valueCount);
  const translator = language.createEmbeddedTranslator();
  const ask = text => translator.translate({ text, recordType, sample, clock });
  const held = memory();
  let [begun, longest] = [processor(), 0];
  let turn = begun;
  await language.prepareGrounding(recordType, sample, async () => {
    longest = Math.max(longest, processor() - turn);
    await nextTurn();
    turn = processor();
  });
  const built = processor() - begun;
  const taken = memory() - held;
  for (let i = 0; i < 120; i++) await ask(REQUESTS[i % REQUESTS.length]);
  const [wall, own] = [[], []];
  for (let i = 0; i < 600; i++) {
    const [from, before] = [performance.now(), processor()];
    await ask(REQUESTS[i % REQUESTS.length]);
    own.push(processor() - before);
    wall.push(performance.now() - from);
  }
  console.log(`${fieldCount} fields, ${valueCount} values: ${shown(wall)}; processor time ${shown(own)}`);
  console.log(
    `  indexes: ${(built / 1000).toFixed(1)} s of processor time, longest turn ${longest.toFixed(0)} ms, ${taken.toFixed(0)} MB`,
  );
}
