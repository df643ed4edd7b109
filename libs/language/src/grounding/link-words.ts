import type { Clock, Field, RecordType } from '@lib/rules';
import { type CompiledLexicon, phraseKey, writtenKey } from './compiled-lexicon';
import { type DateLiteral } from './dates/dates';
import { withoutEndings } from './words/endings';
import type { FieldIndex, FieldLink } from './fields/field-index';
import { fieldSays } from './fields/field-senses';
import { valueWordsOf } from './values/foreign-values';
import type { Columns } from './fields/columns';
import { type DimensionedWord, EDIT_ROLES, type Role } from './lexicon';
import type { NameIndex, NameLink } from './glossary/name-index';
import type { NumberLiteral } from './words/numbers';
import type { Phrases } from './phrases';
import { namesRecords } from './fields/own-words';
import { Reader } from './reader';
import { standsApart, type Token } from './words/segment';
import type { Saying } from './sense-index';
import type { Remembered } from './words/remembered';
import { rolesAsWritten } from './words/spellings';
import { stem } from './words/stem';
import type { ValueIndex, ValueLink } from './values/value-index';
import { isDateField } from './fields/date-field';

/** A stretch of the prompt with everything it may mean; the grammar chooses. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly key: string;
  readonly glued: boolean;
  readonly roles: readonly Role[];
  readonly dimensioned?: DimensionedWord;
  readonly fields: readonly FieldLink[];
  readonly values: readonly ValueLink[];
  readonly number?: NumberLiteral;
  readonly date?: DateLiteral;
  readonly duration?: { readonly iso: string; readonly amount: number; readonly more?: true };
  readonly quote?: string;
  /** A country that no record has: its ISO code. */
  readonly region?: string;
  readonly typo?: boolean;
  /** A word in it was put right before it was read: what it names is told. */
  readonly righted?: true;
  /** A date that no calendar has: "30 February". */
  readonly noDay?: true;
  /** A term or list of the glossary. */
  readonly named?: NameLink;
  /** The words say the opposite of the yes/no fields linked ("unpaid", "offline"). */
  readonly opposite?: boolean;
  /** The words say a value that no record holds. */
  readonly unheld?: boolean;
  /** What the words say besides, in their language. */
  readonly saying?: Saying;
  /** A word nobody knows, taken for the records' own noun because of where it stands. */
  readonly guessed?: boolean;
  /** A word that tells none of its fields from the others: "a date". */
  readonly untold?: true;
}

/** What was found of words in a record type before: it depends on nothing else. */
export interface RememberedWords {
  /** The fields they name in a request, and in the change of a rule. */
  readonly fields: Remembered<readonly FieldLink[]>;
  readonly fieldsInEdits: Remembered<readonly FieldLink[]>;
  /** The values they say in other words than records hold them in, as one word and as a phrase. */
  readonly values: Remembered<readonly ValueLink[]>;
  readonly phrases: Remembered<readonly ValueLink[]>;
  /** The yes/no fields they name the opposite of. */
  readonly opposites: Remembered<readonly FieldLink[]>;
  /** The stored value that a word, or a phrase, says the opposite of; none where it is empty. */
  readonly denied: Remembered<string>;
  readonly deniedInPhrases: Remembered<string>;
  /** Whether they are spelt as somebody has them. */
  readonly spelt: Remembered<boolean>;
}

/** What one record type, its sample and the lexicons give to link words with. */
export interface Grounding {
  readonly recordType: RecordType;
  readonly lexicons: readonly CompiledLexicon[];
  /** Those whose words a request is made of. */
  readonly spoken: readonly CompiledLexicon[];
  readonly fields: FieldIndex;
  readonly values: ValueIndex;
  /** Date fields by the roots of what they are named after. */
  readonly happenings: ReadonlyMap<string, readonly Field[]>;
  /** The other fields by the roots of what is done, and who does it, in their names. */
  readonly relatives: ReadonlyMap<string, readonly Field[]>;
  readonly columns: Columns;
  readonly phrases: Phrases;
  readonly remembered: RememberedWords;
  /** The names of the glossary, where there is one. */
  readonly names?: NameIndex;
}

/** Reads a request with all that is known of the records it is about. */
export class Linker extends Reader {
  constructor(
    readonly grounding: Grounding,
    tokens: readonly Token[],
    lexicon: CompiledLexicon,
    clock: Clock,
    /** A change of a rule: words that only those know are heard. */
    readonly editing: boolean,
  ) {
    super(tokens, lexicon, clock);
  }
}

export const NO_ROLES: readonly Role[] = [];

/** "NL/BE", "NL, BE": a country code that is a little word as well, in capitals beside another code. */
function isListedCode({ tokens, lexicon }: Linker, at: number): boolean {
  const joins = (word: string): boolean =>
    lexicon.roles.get(word)?.some(role => role === 'and' || role === 'or') ?? false;
  if (tokens[at]?.text.length !== 2) return false;
  const isCode = (i: number): boolean =>
    /^[A-Z]{2}$/.test(tokens[i]?.text ?? '') && lexicon.regionCodes.has(tokens[i]?.text ?? '');
  const joined = (i: number): boolean =>
    tokens[i] !== undefined && (/^[/,]$/.test(tokens[i]?.fold ?? '') || joins(tokens[i]?.fold ?? ''));
  return isCode(at) && ((joined(at - 1) && isCode(at - 2)) || (joined(at + 1) && isCode(at + 2)));
}

export function regionAt(linker: Linker, from: number, to: number, key: string): string | undefined {
  if (to - from > (linker.lexicon.verbLast ? 12 : 5)) return undefined;
  const text = linker.tokens[from]?.text ?? '';
  if (to - from === 1 && isListedCode(linker, from)) return key.toUpperCase();
  // "us" and "it" are words first; as countries they are written in capitals.
  if (
    key.length <= 3 &&
    text !== text.toUpperCase() &&
    (key.length < 2 || linker.lexicon.words.has(key) || !/^(uk|usa|uae|prc)$/.test(key))
  )
    return undefined;
  const { regions, regionForms, endings } = linker.lexicon;
  const own = regions.get(key) ?? (regionForms.size > 0 ? regionForms.get(withoutEndings(key, endings)) : undefined);
  if (own !== undefined) return own;
  // Names in other languages are written like names ("Island" is Iceland, an island is not).
  const foreign = linker.grounding.phrases.foreignRegions.get(key);
  return foreign !== undefined && /^\p{Lu}|[^\p{Script=Latin}\p{P} ]/u.test(text) ? foreign : undefined;
}

export function countriesAt(linker: Linker, from: number, to: number, key: string): readonly ValueLink[] {
  const { countryFields } = linker.grounding.values;
  if (countryFields.size === 0) return [];
  const code = regionAt(linker, from, to, key);
  if (code === undefined) return [];
  const links: ValueLink[] = [];
  for (const [name, regions] of countryFields) {
    const spellings = regions.get(code) ?? [];
    // Who says a name means the name, where a code is kept beside it.
    const first = (key.length > 3 && spellings.find(({ length }) => length > 3)) || spellings[0];
    const others = spellings.filter(text => text !== first);
    const field = linker.grounding.columns.named(name);
    if (first === undefined || !field) continue;
    // Spellings that differ only in case or outer blanks are the same; others are shown as variants.
    const plain = (text: string): string => text.trim().toLowerCase();
    const stored = [first, ...others.filter(text => plain(text) === plain(first))];
    links.push({ field, stored, score: 0.95, via: 'country' });
  }
  // "Polen" are people and a country; "in Polen" is the country.
  const isPeople = linker.lexicon.demonyms.has(key);
  const led = linker.lexicon.roles.get(linker.tokens[from - 1]?.fold ?? '')?.includes('in') === true;
  if (!linker.lexicon.regions.has(key)) return links;
  if (isPeople && !led) return peoplesFirst(linker, links);
  return placesFirst(linker, links);
}

const namesPeople = ({ grounding }: Linker, { stored: [text = ''] }: ValueLink): boolean =>
  grounding.lexicons.some(({ demonyms }) => demonyms.has(phraseKey(text)));

/** "les salariés belges": where records keep a nationality as well, that is meant and not where somebody lives. */
function peoplesFirst(linker: Linker, links: readonly ValueLink[]): readonly ValueLink[] {
  const peoples = links.filter(link => fieldSays(link.field, 'origin') && namesPeople(linker, link));
  return peoples.length > 0 ? peoples : links;
}

/** "nicht in Spanien": the name of a country is none of the languages spoken there, where records keep countries too. */
function placesFirst(linker: Linker, links: readonly ValueLink[]): readonly ValueLink[] {
  const places = links.filter(link => !namesPeople(linker, link));
  return places.length > 0 ? places : links;
}

const OF_EDITS: ReadonlySet<Role> = new Set(EDIT_ROLES);

export const FUNCTION: readonly Role[] = ['not', 'and', 'or', 'no', 'be', 'det', 'of', 'to', 'if', 'as', 'where'];

/** "un cadeau": a word of its own that only looks like what turns another round. */
function isArticle({ lexicon }: Pick<Linker, 'lexicon'>, key: string, prefix: string): boolean {
  const played = key.charAt(prefix.length) === ' ' ? lexicon.roles.get(prefix) : undefined;
  return played !== undefined && !played.includes('not') && !played.includes('no');
}

/** Whether a lexicon says that the words are the opposite of something. */
export const isOpposite = ({ grounding }: Linker, key: string): boolean =>
  grounding.spoken.some(({ opposites }) => opposites.has(key));

/** Yes/no fields that the words name the opposite of. */
export const oppositesAt = (linker: Linker, key: string): readonly FieldLink[] =>
  linker.grounding.remembered.opposites.of(key, () => oppositesOf(linker, key));

function oppositesOf(linker: Pick<Linker, 'grounding' | 'lexicon'>, key: string): readonly FieldLink[] {
  const { fields, spoken } = linker.grounding;
  const positive = spoken.flatMap(lexicon => lexicon.opposites.get(key) ?? []);
  for (const lexicon of spoken) {
    for (const prefix of lexicon.opposingPrefixes)
      if (key.startsWith(prefix) && key.length > prefix.length + 3 && !isArticle(linker, key, prefix))
        positive.push(stem(key.slice(prefix.length).replace(/^[ -]+/, '')));
  }
  if (positive.length === 0) return [];
  const undone = positive
    .flatMap(word => [...fields.lookup(word), ...fields.lookupForm(word)])
    .filter(link => link.score >= 0.6 && (link.field.type === 'boolean' || isUndone(key, link.field)));
  return undone.length > 0 ? undone : neverAt(linker, key, positive);
}

/** "CDI", "open-ended contract": a day that never comes, unless the records have a value for it. */
function neverAt(linker: Pick<Linker, 'grounding'>, key: string, concepts: readonly string[]): readonly FieldLink[] {
  const { fields, values, spoken } = linker.grounding;
  const days = concepts
    .flatMap(concept => fields.ofConcept(concept))
    .filter(({ field, score }) => score >= 0.6 && isDateField(field));
  if (days.length === 0) return days;
  const isHeld = (word: string): boolean =>
    [word, ...spoken.flatMap(lexicon => valueWordsOf(lexicon, word))].some(said => values.lookupSaid(said).length > 0);
  return [key, ...key.split(' ')].some(isHeld) ? [] : days;
}

/** "unsigned": what was not done has no date. */
const isUndone = (key: string, { type }: Field): boolean => isDateField({ type }) && /^un\p{L}+ed$/u.test(key);

/** "Hello! Show those paid": a mark of exclamation ends a saying; it denies only what it is written together with. */
const exclaims = (tokens: readonly Token[], from: number | undefined, to: number | undefined): boolean =>
  from !== undefined && to === from + 1 && tokens[from]?.text === '!' && tokens[to]?.glued !== true;

export function rolesAt(linker: Linker, key: string, from?: number, to?: number): readonly Role[] {
  const { spellings, roles: played } = linker.lexicon;
  const spelt =
    from === undefined || to === undefined
      ? undefined
      : rolesAsWritten(spellings, key, () => writtenKey(linker.tokens, from, to));
  const said = spelt ?? played.get(key) ?? NO_ROLES;
  const own = !said.includes('noun') && namesRecords(linker.grounding.recordType, key);
  const known: readonly Role[] = own ? [...said, 'noun'] : said;
  // "hired 2025 + remote": only behind its number it says "or more".
  const plus = standsApart(linker.tokens, from, '+') ? known.filter(role => role !== 'orMore') : known;
  const roles = exclaims(linker.tokens, from, to) ? plus.filter(role => role !== 'not') : plus;
  return linker.editing || !roles.some(role => OF_EDITS.has(role)) ? roles : roles.filter(role => !OF_EDITS.has(role));
}
