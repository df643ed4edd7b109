import { withoutEndings } from '../words/endings';
import { valueWordsOf } from './foreign-values';
import { countriesAt, type Linker } from '../link-words';
import { namesRecords } from '../fields/own-words';
import { stemmed } from '../words/stem';
import { valuesOfForm } from './value-forms';
import type { ValueIndex, ValueLink } from './value-index';

/** The stored values that words may mean: as they are written, by another form, another word or another language. */
export function valuesAt(linker: Linker, from: number, to: number, key: string): readonly ValueLink[] {
  const { tokens, grounding } = linker;
  const { values } = grounding;
  const text = tokens[from]?.text ?? '';
  const short = to - from === 1 && key.length <= 2;
  if (short && (/^[ai]$/.test(text) || isOpeningArticle(linker, from))) return [];
  // "De som …", "in", "no": a code that is a word as well is written in capitals.
  const codeLike = to - from === 1 && key.length <= 3 && text !== text.toUpperCase() && linker.lexicon.roles.has(key);
  const exact = codeLike ? [] : asWritten(values.lookup(key), text, to - from === 1);
  if (exact.length > 0)
    return [...exact.map(link => inEverySpelling(linker, from, to, key, link)), ...saidBeside(linker, key, exact)];
  if (to - from === 1 && tokens[from]?.kind === 'symbol') return [];
  const byCountry = countriesAt(linker, from, to, key);
  if (byCountry.length > 0) return languagesAt(linker, key, byCountry) ?? byCountry;
  // "the MDs": several of a code.
  if (to - from === 1 && /^\p{Lu}{2,5}s$/u.test(text)) {
    const coded = values.lookup(key.slice(0, -1));
    if (coded.length > 0) return coded.map(link => ({ ...link, score: 0.95, via: 'stem' as const }));
  }
  const single = to - from === 1;
  const denied = deniesStored(linker, from, to);
  if (short || denied) return saidOtherwise(linker, key, { single, short, small: text !== text.toUpperCase(), denied });
  const find = (): readonly ValueLink[] => saidOtherwise(linker, key, { single });
  return single ? grounding.remembered.values.of(key, find) : grounding.remembered.phrases.of(key, find);
}

/** What finds values by words alone, wherever they stand. */
type Finding = Pick<Linker, 'grounding' | 'lexicon'>;

interface Manner {
  /** One token rather than several. */
  readonly single: boolean;
  /** Of one letter or two, and whether those are small ones. */
  readonly short?: boolean;
  readonly small?: boolean;
  /** A denial before what records hold. */
  readonly denied?: boolean;
}

/** By another form of their words, by other words, in another language. */
function saidOtherwise(
  linker: Finding,
  key: string,
  { single, short = false, small = false, denied = false }: Manner,
): readonly ValueLink[] {
  const { grounding } = linker;
  const { values } = grounding;
  const own = namesRecords(grounding.recordType, key);
  // "orders" that are "Ordered" or not: the records by their own name are no other form of a state they may be in.
  const stems = values.lookupStems(key).filter(({ score }) => !own || score >= PLURAL);
  if (stems.length > 0 && !short && !isOwnNoun(linker, key)) return [...stems, ...saidBeside(linker, key, stems)];
  const forms = own ? [] : valuesOfForm(values, linker.lexicon, key);
  if (forms.length > 0) return forms;
  const adverbs = single ? adverbValues(linker, key) : [];
  if (adverbs.length > 0) return adverbs;
  if (short && small && linker.lexicon.roles.has(key)) return [];
  // "men" is "but" in Danish, whatever it is in English.
  const spoken = linker.lexicon.roles.has(key) ? [linker.lexicon] : linker.grounding.spoken;
  const words = spoken.flatMap(lexicon => valueWordsOf(lexicon, key));
  const said = denied ? [] : saidIn(values, words);
  if (said.length > 0) return said;
  // "running" of what is stored as "in Betrieb"
  // "mindre end" is less than in Danish, and nothing that ends.
  const isWord = linker.lexicon.language !== 'en' && linker.lexicon.words.has(key);
  const foreign = short || isWord || isOwnNoun(linker, key) ? [] : values.lookupSaid(stemmed(key));
  if (foreign.length > 0) return foreign.map(link => ({ ...link, score: 0.85, via: 'stem' as const }));
  return single ? compoundValues(linker, key) : numberedValues(linker, key);
}

/** "not urgent" says as much as "low", unless records hold "Urgent": then it is that which is denied. */
const deniesStored = ({ tokens, lexicon, grounding }: Linker, from: number, to: number): boolean =>
  to - from === 2 &&
  lexicon.roles.get(tokens[from]?.fold ?? '')?.includes('not') === true &&
  grounding.values.lookup(tokens[from + 1]?.fold ?? '').length > 0;

/** What stored values are sure to be linked by that are several, or one, of what is said. */
const PLURAL = 0.9;

/** What is left of a value that the lexicon names only after another: one that is told by its field alone. */
const NAMED_LATER = 0.7;

/**
 * The values that the words for one thing say, best first: "eilig" is the priority "Urgent", and where the kind of an
 * order is asked for, the "Rush" order.
 */
function saidIn(values: ValueIndex, words: readonly string[]): readonly ValueLink[] {
  const links: ValueLink[] = [];
  for (const word of words) {
    const score = links.length > 0 ? NAMED_LATER : 0.85;
    for (const link of values.lookupSaid(word))
      if (!links.some(({ field }) => field.name === link.field.name))
        links.push({ ...commonest(link, word, words, values), score, via: 'word' });
  }
  return links;
}

/**
 * "New York" that records hold as a city may as well be the state that others hold as "NY", and what is "normal" of a
 * priority is the kind of an order that is called "Standard".
 */
function saidBeside({ lexicon, grounding }: Finding, key: string, exact: readonly ValueLink[]): readonly ValueLink[] {
  return saidIn(grounding.values, valueWordsOf(lexicon, key))
    .filter(({ field }) => !exact.some(link => link.field === field))
    .map(link => ({ ...link, score: NAMED_LATER }));
}

/** "A próxima revisão": the article that opens a sentence is none of the values A, B and C. */
function isOpeningArticle({ tokens, lexicon }: Linker, at: number): boolean {
  const [before, article, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (lexicon.language === 'en' || !/^\p{Lu}$/u.test(article?.text ?? '') || next?.kind !== 'word') return false;
  const opens = before === undefined || /^[.:!?\n]$/.test(before.fold);
  const joined = lexicon.roles.get(next.fold)?.some(role => role === 'and' || role === 'or') === true;
  return opens && !joined && !next.glued && lexicon.roles.get(article?.fold ?? '')?.includes('det') === true;
}

/** "people in IT" are of the department IT, where other records hold "it" for a language: capitals are meant as such. */
function asWritten(links: readonly ValueLink[], text: string, single: boolean): readonly ValueLink[] {
  if (links.length < 2 || !single || !/^\p{Lu}{2,}$/u.test(text)) return links;
  const same = links.filter(({ stored }) => stored.includes(text));
  return same.length > 0 ? same : links;
}

/** "on-hold" where most records hold "on hold": the one that is written letter by letter, else with or without its dashes the commonest. */
function inEverySpelling(
  { tokens, grounding: { values } }: Linker,
  from: number,
  to: number,
  key: string,
  link: ValueLink,
): ValueLink {
  const written = tokens
    .slice(from, to)
    .map(({ text, glued }, i) => (glued || i === 0 ? text : ` ${text}`))
    .join('');
  if (!/\p{L} ?- ?\p{L}/u.test(key) || link.stored.includes(written)) return link;
  const [other] = values.lookupIn(key.replace(/ ?- ?/g, ' '), [link.field]);
  if (!other) return link;
  const often = (text: string): number => values.countOf(link.field.name, text);
  return often(other.stored[0] ?? '') > often(link.stored[0] ?? '')
    ? { ...other, stored: [...other.stored, ...link.stored] }
    : link;
}

/** "billed annually" of what is "annual". */
function adverbValues({ lexicon, grounding }: Finding, key: string): readonly ValueLink[] {
  const ending = lexicon.adverbEndings.find(each => key.endsWith(each) && key.length - each.length >= 5);
  if (ending === undefined) return [];
  const found = grounding.values.lookup(key.slice(0, -ending.length));
  return found.map(link => ({ ...link, score: 0.95, via: 'stem' as const }));
}

/** Of "Female" and "F", "Human Resources" and "HR", which one word stands for alike, the one that more records have. */
function commonest(link: ValueLink, word: string, words: readonly string[], values: ValueIndex): ValueLink {
  const often = ({ field, stored }: ValueLink): number =>
    stored.reduce((sum, text) => sum + values.countOf(field.name, text), 0);
  const same = words
    .filter(other => other !== word && (isShortFor(other, word) || isShortFor(word, other)))
    .flatMap(other => values.lookupSaid(other).filter(({ field }) => field.name === link.field.name));
  return same.reduce((best, other) => (often(other) > often(best) ? other : best), link);
}

/** The beginning of a word, or the first letters of several. */
const isShortFor = (short: string, word: string): boolean =>
  word.startsWith(short) ||
  short ===
    word
      .split(' ')
      .map(part => part.charAt(0))
      .join('');

/** "Halle 2", "hal 2" of a "Hall 2": what is numbered is said in another language, or by its first letter alone. */
function numberedValues({ grounding }: Finding, key: string): readonly ValueLink[] {
  const [, word, number] = /^(\p{L}{3,}) (\d{1,3}|\p{L})$/u.exec(key) ?? [];
  if (word === undefined || number === undefined) return [];
  const said = grounding.spoken.flatMap(lexicon => lexicon.labelWords.get(word) ?? []);
  for (const name of said) {
    const found = grounding.values.lookup(`${name} ${number}`);
    if (found.length > 0) return found.map(link => ({ ...link, score: 0.85, via: 'word' as const }));
    const field = grounding.fields.lookup(name).find(link => link.score >= 0.9)?.field;
    const coded = grounding.values.lookup(`${name.charAt(0)}${number}`).filter(link => link.field === field);
    if (coded.length > 0) return coded.map(link => ({ ...link, score: 0.85, via: 'word' as const }));
  }
  return [];
}

/** "gente" is people and no form of Gent; "robots" are several of what is stored. */
const isOwnNoun = ({ lexicon }: Finding, key: string): boolean =>
  lexicon.language !== 'en' && !key.endsWith('s') && lexicon.roles.get(key)?.includes('noun') === true;

/** "Französisch" as such is the language; what is from there is said in another form ("französische Kunden"). */
function languagesAt(
  { lexicon, grounding }: Linker,
  key: string,
  countries: readonly ValueLink[],
): readonly ValueLink[] | undefined {
  if (lexicon.regions.has(key)) return undefined;
  const said = lexicon.valueWords.get(key)?.flatMap(word => grounding.values.lookupSaid(word)) ?? [];
  // "francos" only looks like a form of what is from France: as a word of its own it is money.
  const same = said.filter(link => countries.some(({ field }) => field.name === link.field.name));
  const found = same.length > 0 ? same : said;
  return found.length > 0 ? found.map(link => ({ ...link, score: 0.9, via: 'word' as const })) : undefined;
}

/** "Vertriebsmitarbeiter", "salgsafdelingen", "Temperatursensor": a value written together with the noun or field it belongs to. */
function compoundValues(linker: Finding, key: string): readonly ValueLink[] {
  const { lexicon, grounding } = linker;
  if (!lexicon.compounds || key.length < 9 || lexicon.words.has(key) || grounding.fields.lookup(key).length > 0)
    return [];
  const word = withoutEndings(key, lexicon.endings);
  for (let at = key.length - 4; at >= 3; at--) {
    const tail = key.slice(at);
    const fields =
      grounding.fields.lookup(tail).length > 0 ? grounding.fields.lookup(tail) : grounding.fields.lookupForm(tail);
    const noun = lexicon.roles.get(tail)?.includes('noun') ?? false;
    if (!noun && (fields[0]?.score ?? 0) < 0.8) continue;
    const head = word.slice(0, at);
    for (const part of [head, head.replace(/(?:s|e|en|es)$/, '')]) {
      for (const said of [part, ...valueWordsOf(lexicon, part), ...(lexicon.labelWords.get(part) ?? [])]) {
        const links = grounding.values
          .lookupSaid(said)
          .filter(link => noun || fields.some(field => field.field.name === link.field.name));
        if (links.length > 0) return links.map(link => ({ ...link, score: 0.8, via: 'word' as const }));
      }
    }
  }
  return [];
}
