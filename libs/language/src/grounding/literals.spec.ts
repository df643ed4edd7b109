import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLexicon } from './compiled-lexicon';
import { readDate } from './dates/dates';
import { LEXICONS } from './languages';
import { readNumber } from './words/numbers';
import { Reader } from './reader';
import { segment } from './words/segment';

interface Literals {
  readonly now: string;
  readonly numbers: readonly { text: string; language: string; value: number }[];
  readonly dates: readonly { text: string; language: string; start: string; end: string }[];
  readonly relative: readonly { text: string; language: string; start: object; end: object }[];
}

const suite = JSON.parse(
  readFileSync(join(__dirname, '../../../../test/suites/grounding/literals.json'), 'utf8'),
) as Literals;
const lexiconOf = (language: string) => {
  const lexicon = LEXICONS.find(candidate => candidate.language === language);
  if (!lexicon) throw new Error(`no lexicon for ${language}`);
  return compileLexicon(lexicon);
};
const clock = { now: suite.now, timeZone: 'UTC' };
const readerOf = (text: string, language: string) => new Reader(segment(text).tokens, lexiconOf(language), clock);

test.each(suite.numbers)('$language: $text', ({ text, language, value }) => {
  const reader = readerOf(text, language);
  expect(readNumber(reader, 0)).toMatchObject({ value, to: reader.tokens.length });
});

test.each(suite.dates)('$language: $text', ({ text, language, start, end }) => {
  expect(readDate(readerOf(text, language), 0)).toMatchObject({ start: { iso: start }, end: { iso: end } });
});

test.each(suite.relative)('$language: $text', ({ text, language, start, end }) => {
  expect(readDate(readerOf(text, language), 0)).toMatchObject({ start, end });
});
