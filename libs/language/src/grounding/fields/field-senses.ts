import type { Field } from '@lib/rules';
import { compileLexicon } from '../compiled-lexicon';
import { fold } from '../words/fold';
import { LEXICONS } from '../languages';
import type { Sense } from '../senses';

type Known = WeakMap<Field, ReadonlySet<Sense>>;

const known: Known = new WeakMap();
const described: Known = new WeakMap();

/** The words of a name as they are written, but for case. */
export const writtenWords = (name: string): readonly string[] =>
  name
    .normalize('NFC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}']+/u)
    .filter(word => word !== '');

/** What the label, the name and the unit of a field say, in whatever language they are. */
const sensesOf = (field: Field): ReadonlySet<Sense> =>
  once(known, field, () => sensesIn([field.label, field.name, field.unit ?? '']));

function once(kept: Known, field: Field, read: () => ReadonlySet<Sense>): ReadonlySet<Sense> {
  let found = kept.get(field);
  if (!found) kept.set(field, (found = read()));
  return found;
}

function sensesIn(texts: readonly string[]): ReadonlySet<Sense> {
  const indexes = LEXICONS.map(lexicon => compileLexicon(lexicon).senses);
  const said = new Set<Sense>();
  for (const name of texts) {
    const words = writtenWords(name);
    words.forEach((word, at) => {
      const pair = at + 1 < words.length ? [`${word} ${words[at + 1] ?? ''}`] : [];
      for (const written of [word, ...pair])
        for (const index of indexes) for (const sense of index.of(fold(written), written)) said.add(sense);
    });
  }
  return said;
}

/** Whether a word of a name says one of these. */
export const wordSays = (word: string, ...senses: readonly Sense[]): boolean =>
  LEXICONS.some(lexicon =>
    compileLexicon(lexicon)
      .senses.of(fold(word), word)
      .some(sense => senses.includes(sense)),
  );

/** Whether a field is called by words that say one of these. */
export const fieldSays = (field: Field, ...senses: readonly Sense[]): boolean => {
  const said = sensesOf(field);
  return senses.some(sense => said.has(sense));
};

/** Whether what is told of a field ("Days off sick this year") says one of these. */
export const fieldIsDescribed = (field: Field, ...senses: readonly Sense[]): boolean => {
  if (field.description === undefined) return false;
  const said = once(described, field, () => sensesIn([field.description ?? '']));
  return senses.some(sense => said.has(sense));
};
