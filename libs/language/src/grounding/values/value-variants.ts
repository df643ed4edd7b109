import type { Field } from '@lib/rules';
import { plainKey } from '../compiled-lexicon';
import { fold } from '../words/fold';
import { US_STATES } from '../lexicons/us-states';
import type { Grounding } from '../link-words';
import { looseKey } from './loose-key';
import { editDistance } from '../words/typo';
import type { CountedText, ValueIndex } from './value-index';
import { onceOf } from '../words/once';
import { Remembered } from '../words/remembered';

/** How many variants of a value are worth naming. */
const NAMED = 4;
/** Fields with more distinct values hold names and texts: what is nearly the same there is another. */
const MANY = 2000;
/** What is stored at least so many times as rarely as another, a letter apart, is a slip of it. */
const RARER = 4;
const SHORTEST = 5;

const STATES: ReadonlyMap<string, string> = new Map(
  US_STATES.split('|').flatMap((pair): [string, string][] => {
    const [name = '', code = ''] = pair.split('=');
    return [
      [name, code],
      [code, name],
    ];
  }),
);

/**
 * What the data also calls a value of a field, and how often, most frequent first: a country by its code or in another
 * language, a state by its letters, the same letters with other marks between them, a slip of one letter.
 */
export const variantsOf = (field: Field, stored: string, { values }: Grounding): readonly CountedText[] =>
  known(values).of(`${field.name}|${stored}`, () => variantsIn(field, stored, values));

const known = onceOf((_: ValueIndex) => new Remembered<readonly CountedText[]>());

function variantsIn(field: Field, stored: string, values: ValueIndex): readonly CountedText[] {
  const own = fold(stored.trim());
  const distinct = values.distinctIn(field.name);
  if (distinct > MANY) return [];
  const regions = [...(values.countryFields.get(field.name)?.values() ?? [])];
  const sameRegion = regions.find(names => names.includes(stored)) ?? [];
  const state = STATES.get(own);
  const linked = [
    ...values.lookup(plainKey(stored)),
    ...values.lookupLoose(looseKey(stored)),
    ...(state === undefined ? [] : values.lookup(state)),
  ];
  const found = [...sameRegion, ...linked.flatMap(link => (link.field.name === field.name ? link.stored : []))];
  const times = values.countOf(field.name, stored);
  const slips = values
    .nearIn(field.name, stored)
    .filter(({ text, count }) => count * RARER <= times && isSlip(own, fold(text.trim())))
    .filter(({ text }) => !regions.some(names => names.includes(text)));
  const texts = new Map(slips.map(({ text, count }) => [text, count]));
  for (const text of found) texts.set(text, values.countOf(field.name, text));
  return [...texts]
    .filter(([text]) => !isSameBut(text, stored))
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, NAMED);
}

/** Capitals and outer blanks make no other value. */
const isSameBut = (text: string, other: string): boolean => text.trim().toLowerCase() === other.trim().toLowerCase();

const isSlip = (text: string, other: string): boolean =>
  Math.min(text.length, other.length) >= SHORTEST && !/\d/.test(text + other) && editDistance(text, other, 1) <= 1;
