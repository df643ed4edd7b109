import { type CompiledLexicon, stemKey } from '../compiled-lexicon';
import { compoundParts } from '../words/compound-parts';
import { withoutEndings } from '../words/endings';
import type { FieldLink } from './field-names';
import { isIdeographic, joinWords } from '../words/join-words';

/** Names of more words are not put together. */
const MOST_WORDS = 4;
/** A compound has more letters than a word of a name. */
const SHORTEST_COMPOUND = 6;
/** So many ways of putting the words of a name are tried. */
const MOST_WAYS = 160;

/** How surely a field must be called so for no other way of cutting its name to be tried. */
const SURE = 0.9;

type Lookup = (key: string) => readonly FieldLink[];

/** What single words of a language are called in labels, which are mostly English: by their spelling and by their form. */
export interface Dictionary {
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly forms: ReadonlyMap<string, readonly string[]>;
}

const dictionaries = new WeakMap<CompiledLexicon, Dictionary>();

/** The words a lexicon gives for labels, and those of concepts that both languages say in one word. */
export function dictionaryOf(own: CompiledLexicon, english: CompiledLexicon | undefined): Dictionary {
  const known = dictionaries.get(own);
  if (known) return known;
  const inEnglish = new Map<string, string[]>();
  for (const [word, ids] of english?.concepts ?? [])
    if (!word.includes(' ')) for (const id of ids) inEnglish.set(id, [...(inEnglish.get(id) ?? []), word]);
  const words = new Map<string, readonly string[]>();
  for (const [word, ids] of own.concepts) {
    const said = word.includes(' ') ? [] : ids.flatMap(id => inEnglish.get(id)?.slice(0, 3) ?? []);
    if (said.length > 0) words.set(word, said);
  }
  for (const [word, said] of own.labelWords) words.set(word, said.map(stemKey));
  const forms = new Map<string, readonly string[]>();
  for (const [word, said] of words) forms.set(withoutEndings(word, own.endings), said);
  const made = { words, forms };
  dictionaries.set(own, made);
  return made;
}

/** The longest word of a label, in words or in characters. */
const LONGEST_WORD = 10;

/** The words of a name; Chinese and Japanese are cut into characters, of which known words are made. */
const piecesOf = (key: string): readonly string[] =>
  key.split(' ').flatMap(word => (isIdeographic(word) ? [...word] : [word]));

type Parts = readonly (readonly string[])[];

/** "5 Artikeln | kennzeichnen als X": the verb of an order is no form of a noun that looks like it. */
const orders = (word: string, { roles }: CompiledLexicon): boolean => {
  const played = roles.get(word);
  return played !== undefined && played.includes('tag') && !played.includes('tagNoun');
};

/** The parts of a name that carry its sense, each with its translations: cut in every way, the longest words that are known first. */
function* partsOf(key: string, own: CompiledLexicon, dictionary: Dictionary): Generator<Parts> {
  const said = piecesOf(key);
  function* from(at: number, most: number): Generator<Parts> {
    if (at === said.length) yield [];
    if (at === said.length || most <= 0) return;
    let phrase = '';
    const phrases: string[] = [];
    for (let to = at; to < Math.min(said.length, at + LONGEST_WORD); to++) {
      phrase = to === at ? (said[to] ?? '') : joinWords(phrase, said[to] ?? '');
      phrases.push(phrase);
    }
    for (let length = phrases.length; length > 0; length--) {
      const one = phrases[length - 1] ?? '';
      const found =
        dictionary.words.get(one) ??
        (orders(one, own) ? undefined : dictionary.forms.get(withoutEndings(one, own.endings)));
      if (found) for (const rest of from(at + length, most - 1)) yield [found, ...rest];
    }
    const word = said[at] ?? '';
    const together = compoundSaid(word, own, dictionary);
    if (together) for (const rest of from(at + 1, most - together.length)) yield [...together, ...rest];
    const roles = own.roles.get(word) ?? [];
    const joint = roles.some(role => role === 'of' || role === 'det');
    // "número de ticket": what both languages call the same.
    const same = !joint && /^\p{L}{4,}$/u.test(word) && roles.every(role => role === 'noun');
    if (same && (at > 0 || said.length > 1))
      for (const rest of from(at + 1, most - 1)) yield [[stemKey(word)], ...rest];
    if (joint && at > 0 && at < said.length - 1) yield* from(at + 1, most);
  }
  for (const parts of from(0, MOST_WORDS)) if (parts.length > 0) yield parts;
}

/** `Nettobetrag`: what the parts of a compound are called in labels. */
export function compoundSaid(
  word: string,
  own: CompiledLexicon,
  { words, forms }: Dictionary,
): (readonly string[])[] | undefined {
  if (!own.compounds || word.length < SHORTEST_COMPOUND || !/^\p{L}+$/u.test(word)) return undefined;
  const parts = compoundParts(word, part => words.get(part) ?? forms.get(withoutEndings(part, own.endings)));
  return parts && [...parts];
}

function ordersOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, i) => ordersOf(items.filter((_, j) => j !== i)).map(rest => [item, ...rest]));
}

/** Chinese and Japanese put what is meant last, as labels do: only elsewhere do the parts change places. */
function* waysOf(parts: readonly (readonly string[])[], inOrder: boolean): Generator<string> {
  for (const order of inOrder ? [parts] : ordersOf([...parts].reverse())) {
    let ways: readonly string[] = [''];
    for (const part of order) ways = ways.flatMap(way => part.map(word => `${way} ${word}`.trim()));
    yield* ways;
  }
}

/** A field by its name said in another language than its label's: "código de cupón" is the "Coupon code". */
export function translatedLinks(
  key: string,
  own: CompiledLexicon,
  english: CompiledLexicon | undefined,
  lookup: Lookup,
): readonly FieldLink[] {
  let best: readonly FieldLink[] = [];
  let tried = 0;
  for (const parts of partsOf(key, own, dictionaryOf(own, english))) {
    for (const way of waysOf(parts, own.verbLast)) {
      if (++tried > MOST_WAYS) break;
      const links = way === '' ? [] : lookup(way);
      if ((links[0]?.score ?? 0) > (best[0]?.score ?? 0)) best = links;
    }
    // A name that a field surely has when it is cut into longer words is not cut into smaller ones.
    if ((best[0]?.score ?? 0) >= SURE || tried > MOST_WAYS) break;
  }
  // "发货的加急单": with a joint between them, part of a name tells nothing.
  const joined = own.verbLast && piecesOf(key).some(piece => own.roles.get(piece)?.includes('of'));
  return best.filter(({ score }) => !joined || score >= WHOLE).map(link => ({ ...link, score: link.score * 0.93 }));
}

/** The score of a name that is all there. */
const WHOLE = 0.9;
