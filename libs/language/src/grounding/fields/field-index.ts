import type { Field } from '@lib/rules';
import type { CompiledLexicon } from '../compiled-lexicon';
import { withoutEndings } from '../words/endings';
import type { FieldConcepts } from './field-concepts';
import type { FieldKin } from './field-kin';
import type { FieldLink, FieldNames } from './field-names';
import { stem } from '../words/stem';
import { translatedLinks } from './translated-names';

export type { FieldLink } from './field-names';

/** Everything fields may be called in the language of a request: a view on what was built once per record type. */
export interface FieldIndex {
  /** Stemmed phrase → fields, best first. */
  lookup(key: string): readonly FieldLink[];
  /** The same for these fields alone, past the number of fields a look-up names. */
  lookupIn(key: string, fields: Iterable<Field>): readonly FieldLink[];
  /** The fields a word means by its stem in the language of the request, or as the part of a compound that carries its sense. */
  lookupForm(key: string): readonly FieldLink[];
  /** The field that these words name in another order or with little words between them: "days of vacation left". */
  lookupWords(words: readonly string[]): readonly FieldLink[];
  /** The fields a name means that is put together from words of another language than the labels'. */
  lookupTranslated(key: string): readonly FieldLink[];
  /** The fields that words name whose kin stands in the names: "yearly outlay" of the "Annual spend". */
  lookupKin(words: readonly string[]): readonly FieldLink[];
  /** The fields a misspelt single word may mean. */
  lookupTypo(word: string): readonly FieldLink[];
  /** Words of fields' names that a word may be misspelt from. */
  spellings(word: string): readonly string[];
  /** Words one slip away that fields are called by, or that say a concept some field is about. */
  oneSlipFrom(word: string): readonly string[];
  /** Fields about a concept, best first. */
  ofConcept(concept: string): readonly FieldLink[];
}

const NO_LINKS: readonly FieldLink[] = [];

/** Words that alone point at a field as long as only one is called that: "rating" where there is one rating. */
const TELLING: ReadonlySet<string> = new Set([
  'rat',
  'rating',
  'level',
  'amount',
  'total',
  'count',
  'cod',
  'text',
  'typ',
  'rate',
]);

/** Whose words a request is made of: its own language's, and English ones, which labels are mostly written in. */
export function spokenOf(lexicons: readonly CompiledLexicon[]): readonly CompiledLexicon[] {
  return lexicons.filter((lexicon, i) => i === 0 || lexicon.language === 'en');
}

/** Each field once, with its best score, best first; of equals the one named first. */
function bestOf(links: readonly FieldLink[]): readonly FieldLink[] {
  if (links.length < 2) return links;
  const byField = new Map<Field, FieldLink>();
  for (const link of links) {
    const known = byField.get(link.field);
    if (!known || known.score < link.score) byField.set(link.field, link);
  }
  return [...byField.values()].sort((a, b) => b.score - a.score);
}

/** What is only said of a concept names its field less surely than a word for it. */
const WORDED = 0.9;
const weaker = (link: FieldLink): FieldLink => ({ ...link, score: link.score * WORDED });

export function fieldIndexOf(
  names: FieldNames,
  concepts: FieldConcepts,
  kin: FieldKin,
  lexicons: readonly CompiledLexicon[],
): FieldIndex {
  const spoken = spokenOf(lexicons);
  const own = lexicons[0];
  const ofConcept = (concept: string): readonly FieldLink[] => concepts.get(concept) ?? NO_LINKS;
  const lookup = (key: string): readonly FieldLink[] => {
    let links = names.links.get(key) ?? NO_LINKS;
    for (const lexicon of spoken) {
      const said = lexicon.concepts.get(key);
      if (said) links = [...links, ...said.flatMap(ofConcept)];
      const worded = lexicon.wordings.get(key);
      if (worded) links = [...links, ...worded.flatMap(ofConcept).map(weaker)];
    }
    const best = links === names.links.get(key) ? links : bestOf(links);
    const [only, ...others] = TELLING.has(key) ? best : NO_LINKS;
    return only && others.length === 0 && only.score < 0.7 ? [{ ...only, score: 0.7 }] : best;
  };
  const formsOf = (form: string): readonly FieldLink[] => {
    const said = own?.conceptForms.get(form);
    if (!said) return NO_LINKS;
    return bestOf(said.flatMap(ofConcept).map(link => ({ ...link, score: link.score * 0.95 })));
  };
  let called: ReadonlyMap<string, readonly FieldLink[]> | undefined;
  return {
    lookup,
    lookupIn: (key, fields) =>
      [...fields].flatMap(field => {
        const score = names.scoreOf(field, key);
        return score > 0 ? [{ field, score }] : [];
      }),
    lookupForm: own
      ? key => {
          const links = lookupForm(key, own, lookup, formsOf);
          if (links.length > 0 || own.endings.length === 0) return links;
          return (called ??= formsOfNames(names, own)).get(withoutEndings(key, own.endings)) ?? NO_LINKS;
        }
      : () => NO_LINKS,
    lookupWords: words => names.byWords(words),
    lookupTranslated: key =>
      own && own.labelWords.size > 0
        ? translatedLinks(
            key,
            own,
            spoken.find(lexicon => lexicon.language === 'en'),
            way => {
              const links = lookup(way);
              return links.length > 0 ? links : kin.lookup(way.split(' '));
            },
          )
        : NO_LINKS,
    lookupKin: words => kin.lookup(words),
    lookupTypo: word => lookupTypo(word, names, spoken, lookup),
    spellings: word => names.typos.nearest(word).words,
    oneSlipFrom: word => [
      ...names.typos.oneSlipFrom(word),
      ...spoken.flatMap(({ conceptTypos }) => {
        const near = conceptTypos.nearest(word, key => lookup(stem(key)).length > 0 || lookup(key).length > 0);
        return near.distance <= 1 ? near.words : [];
      }),
    ],
    ofConcept,
  };
}

/** Whole names by their words without the endings of a language: "vaste klanten" of a "Vaste klant". */
function formsOfNames({ links }: FieldNames, { endings }: CompiledLexicon): ReadonlyMap<string, readonly FieldLink[]> {
  const forms = new Map<string, readonly FieldLink[]>();
  for (const [name, fields] of links) {
    const whole = fields.filter(({ score }) => score >= WHOLE);
    if (whole.length === 0) continue;
    const form = withoutEndings(name, endings);
    forms.set(form, [...(forms.get(form) ?? []), ...whole.map(link => ({ ...link, score: 0.95 }))]);
  }
  return forms;
}

const WHOLE = 0.98;

type Lookup = (key: string) => readonly FieldLink[];

/** Compounds are looked into from this many letters on, for parts of at least four. */
const COMPOUND = 7;
const SHORTEST_PART = 4;
const SHORTEST_HEAD = 3;

/** What may stand before the part that carries the sense: a word, never what turns it round (`unbezahlt`). */
const isHead = (head: string, lexicon: CompiledLexicon): boolean =>
  head.length >= SHORTEST_HEAD && !lexicon.opposingPrefixes.some(prefix => prefix.trim() === head);

/** Words in another form than the lexicon or a label has, and compounds: the end says what it is, the start only about what. */
function lookupForm(key: string, lexicon: CompiledLexicon, lookup: Lookup, formsOf: Lookup): readonly FieldLink[] {
  const word = withoutEndings(key, lexicon.endings);
  const form = formsOf(word);
  if (form.length > 0) return form;
  if (!lexicon.compounds || key.length < COMPOUND || /[\s\d]/.test(key)) return NO_LINKS;
  const part = longestEnd(key, word, lexicon, lookup);
  if (part) return part.filter(link => link.score >= 0.8).map(link => ({ ...link, score: link.score * 0.85 }));
  // "Lizenznummer", "Umsatzwert": what stands before a general word says what it is.
  for (let at = SHORTEST_HEAD; at <= key.length - SHORTEST_PART; at++) {
    if (!lexicon.tails.has(key.slice(at))) continue;
    const head = key.slice(0, at);
    for (const start of [head, head.replace(/s$/, ''), head.replace(/en?$/, '')]) {
      if (start.length < SHORTEST_HEAD) continue;
      const said = lookup(start);
      const named = said.length > 0 ? said : formsOf(withoutEndings(start, lexicon.endings));
      if (named.length > 0)
        return named.filter(link => link.score >= 0.6).map(link => ({ ...link, score: link.score * 0.9 }));
    }
    break;
  }
  return NO_LINKS;
}

/** The links of the longest part that ends a compound, with or without the ending of the word. */
function longestEnd(
  key: string,
  word: string,
  lexicon: CompiledLexicon,
  lookup: Lookup,
): readonly FieldLink[] | undefined {
  for (let length = Math.max(key.length, word.length) - 3; length >= SHORTEST_PART; length--) {
    for (const whole of key === word ? [key] : [key, word]) {
      const at = whole.length - length;
      if (at < 3 || !isHead(whole.slice(0, at), lexicon)) continue;
      const links = lookup(whole.slice(at));
      if (links.length > 0) return links;
    }
  }
  return undefined;
}

/** Typos are measured on whole words, not stems: the words of labels and of the concepts that some field is about. */
function lookupTypo(
  word: string,
  names: FieldNames,
  spoken: readonly CompiledLexicon[],
  lookup: Lookup,
): readonly FieldLink[] {
  const found = [
    names.typos.nearest(word),
    ...spoken.map(lexicon =>
      lexicon.conceptTypos.nearest(word, key => lookup(stem(key)).length > 0 || lookup(key).length > 0),
    ),
  ];
  const distance = Math.min(...found.map(near => near.distance));
  const words = new Set(found.flatMap(near => (near.distance === distance ? near.words : [])));
  const meant = [...words]
    .sort((a, b) => a.length - b.length)
    .flatMap(near => {
      const links = lookup(stem(near));
      return links.length > 0 ? links : lookup(near);
    });
  // "uptme" is the Uptime rather than what only means it.
  const called = meant.filter(({ score }) => score >= WHOLE);
  return (called.length > 0 ? called : meant).map(link => ({
    ...link,
    score: link.score * (distance === 1 ? 0.85 : 0.75),
  }));
}
