import type { Field } from '@lib/rules';
import { compileLexicon } from '../compiled-lexicon';
import { writtenWords } from '../fields/field-senses';
import { fold } from '../words/fold';
import { LEXICONS } from '../languages';
import type { Role } from '../lexicon';

const known = new WeakMap<Field, ReadonlySet<string>>();

const UNITS: readonly (readonly [role: Role, letter: string])[] = [
  ['day', 'D'],
  ['week', 'W'],
  ['month', 'M'],
  ['year', 'Y'],
];

/** Whether the name of a field says that it counts what came in a stretch of time: "Errors (30 days)", "Faults 12m". */
export function isNamedForStretch(field: Field, stretch: string): boolean {
  let named = known.get(field);
  if (!named) known.set(field, (named = new Set([field.label, field.name].flatMap(stretchesIn))));
  return named.size > 0 && (named.has(stretch) || named.has(inMonths(stretch)));
}

const inMonths = (stretch: string): string => {
  const years = /^P(\d+)Y$/.exec(stretch)?.[1];
  return years === undefined ? stretch : `P${Number(years) * 12}M`;
};

const stretchesIn = (name: string): readonly string[] => {
  const words = writtenWords(name);
  return words.flatMap((word, at) => {
    const [, amount, short] = /^(\d+)([dwmy]?)$/.exec(word) ?? [];
    if (amount === undefined) return [];
    const letter = short ? short.toUpperCase() : letterOf(words[at + 1] ?? '');
    return letter === undefined ? [] : [inMonths(`P${amount}${letter}`)];
  });
};

const letterOf = (word: string): string | undefined =>
  UNITS.find(([role]) => LEXICONS.some(lexicon => compileLexicon(lexicon).roles.get(fold(word))?.includes(role)))?.[1];
