import type { Field, RecordType } from '@lib/rules';
import { translateEmbedded } from './embedded-translator';
import { prepareGrounding } from '../grounding/grounding-of';

/** How often a function was asked. */
interface Asked {
  readonly asked: { count: number };
}

jest.mock('../grounding/words/fold', (): Asked => {
  const real = jest.requireActual<typeof import('../grounding/words/fold')>('../grounding/words/fold');
  const asked = { count: 0 };
  const counted =
    <R>(read: (text: string) => R) =>
    (text: string): R => {
      asked.count++;
      return read(text);
    };
  return { ...real, fold: counted(real.fold), wordsOf: counted(real.wordsOf), asked } as Asked;
});
jest.mock('../grounding/words/stem', (): Asked => {
  const real = jest.requireActual<typeof import('../grounding/words/stem')>('../grounding/words/stem');
  const asked = { count: 0 };
  const counted =
    (read: (word: string) => string) =>
    (word: string): string => {
      asked.count++;
      return read(word);
    };
  return { ...real, stem: counted(real.stem), stemmed: counted(real.stemmed), asked } as Asked;
});

const words = [jest.requireMock<Asked>('../grounding/words/fold'), jest.requireMock<Asked>('../grounding/words/stem')];
const labels = { count: 0 };
const FIELDS = 10_000;
const WORDS = 'amber birch cedar delta ember flint grove haven ivory jasper kelp lunar maple north ocean pearl'.split(
  ' ',
);
const called = (n: number): string => [4096, 256, 16, 1].map(unit => WORDS[Math.floor(n / unit) % 16]).join(' ');

/** A field that counts how often somebody looks at what it is called. */
function fieldOf(name: string, label: string, type: Field['type'], values: readonly string[] = []): Field {
  const frequent = values.map(value => ({ value, count: 1 }));
  const [records, distinct] = [values.length, values.length];
  return {
    name,
    get label() {
      labels.count++;
      return label;
    },
    type,
    reading: { type },
    ...(values.length > 0 && {
      profile: {
        records,
        filled: records,
        unreadable: 0,
        distinct,
        distinctIsExact: true,
        frequent,
        frequentIsComplete: true,
        patterns: [],
      },
    }),
  };
}

const recordType: RecordType = {
  name: 'customer',
  fields: [
    fieldOf('country', 'Country', 'text', ['Germany', 'France', 'Denmark']),
    fieldOf('annualRevenue', 'Annual revenue', 'number'),
    fieldOf('createdOn', 'Created on', 'date'),
    fieldOf('active', 'Active', 'boolean'),
    ...Array.from({ length: FIELDS - 4 }, (_, i) =>
      i % 2 === 0
        ? fieldOf(`f${i}`, `${called(i)} kind`, 'text', [`${called(i)} one`, `${called(i)} two`])
        : fieldOf(`f${i}`, `${called(i)} measure`, 'number'),
    ),
  ],
};
const sample = [{ country: 'Germany', annualRevenue: 5, createdOn: '2024-05-01', active: true }];
const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };

/** Requests of other words, for which all is made that is made once per record type and language. */
const EARLIER = [
  'label buyers in France with annual revenue below 20k as small, not the drowsy ones',
  'what vessels have a birch amber kind of cedar two and a measure under 7?',
  'clear the haven jasper kind of retailers in Germany if actve is no',
  'versieh Käufer in Frankreich mit Umsatz unter 30 Tsd., die nicht schläfrig sind, mit dem Tag klein',
  "marque les acheteurs en France créés après 2021 dont le chiffre d'affaires dépasse 10 comme grands",
];

beforeAll(async () => {
  await prepareGrounding(recordType, sample, async () => {});
  for (const text of EARLIER) translateEmbedded({ text, recordType, sample, clock });
});

test.each([
  'tag customers in Germany with annual revenue above 500k as VIP',
  'costumers in Germny with anual revenu over 1 million, tag big',
  'which ships have an amber kind of birch one and a measure above 12?',
  'every wholesaler whose lunar maple kind is empty: set it to unknown',
  'rev over 20, cntry Denmark, and the sleepy ones created before 2020',
  'surgeons with delta cedar measure 5 or flint grove two, label them mixed',
  'markiere alle Händler mit Jahresumsatz über 500 Tsd. in Dänemark als groß',
  'étiquette les clients créés avant 2020 qui ne sont pas actifs comme dormants',
])('a request asks of no more words where there are ten thousand fields: %s', text => {
  for (const counter of [labels, ...words.map(({ asked }) => asked)]) counter.count = 0;
  expect(translateEmbedded({ text, recordType, sample, clock }).ok).toBe(true);
  const asked = words.reduce((sum, word) => sum + word.asked.count, 0);
  // Whoever compares a word with every label or value once asks more.
  expect(labels.count).toBeLessThan(FIELDS / 2);
  // The names of the few fields that are met for the first time are taken apart: some hundred words each.
  expect(asked).toBeLessThan(FIELDS);
});
