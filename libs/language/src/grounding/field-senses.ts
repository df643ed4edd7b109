import type { Field } from '@lib/rules';
import { compileLexicon } from './compiled-lexicon';
import { fold } from './fold';
import { LEXICONS } from './languages';
import type { Sense } from './senses';

const known = new WeakMap<Field, ReadonlySet<Sense>>();

/** The words of a name as they are written, but for case. */
const writtenWords = (name: string): readonly string[] =>
  name
    .normalize('NFC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}']+/u)
    .filter(word => word !== '');

/** What the label, the name and the unit of a field say, in whatever language they are. */
function sensesOf(field: Field): ReadonlySet<Sense> {
  const found = known.get(field);
  if (found) return found;
  const indexes = LEXICONS.map(lexicon => compileLexicon(lexicon).senses);
  const said = new Set<Sense>();
  for (const name of [field.label, field.name, field.unit ?? '']) {
    const words = writtenWords(name);
    words.forEach((word, at) => {
      const pair = at + 1 < words.length ? [`${word} ${words[at + 1] ?? ''}`] : [];
      for (const written of [word, ...pair])
        for (const index of indexes) for (const sense of index.of(fold(written), written)) said.add(sense);
    });
  }
  known.set(field, said);
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
