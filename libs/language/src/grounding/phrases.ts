import type { CompiledLexicon } from './compiled-lexicon';
import { withoutEndings } from './words/endings';
import type { FieldKin } from './fields/field-kin';
import type { FieldNames } from './fields/field-names';
import { spokenOf } from './fields/field-index';
import { isIdeographic } from './words/join-words';
import { remembering } from './words/remembered';
import { stem } from './words/stem';
import type { ValueIndex } from './values/value-index';

/** What phrases of several words there may be, by their first word: no others are looked up. */
export interface Phrases {
  /** How many words, marks not counted, the longest phrase has that may begin with this word. */
  longestFrom(word: string): number;
  /** Countries as lexicons of other languages call them. */
  readonly foreignRegions: ReadonlyMap<string, string>;
}

/** Writing without blanks is cut into characters: any of them may begin a phrase. */
const LONGEST_IDEOGRAPHIC = 12;

interface Spoken {
  readonly openers: ReadonlyMap<string, number>;
  readonly foreignRegions: ReadonlyMap<string, string>;
}

const spokenBy = new WeakMap<CompiledLexicon, Spoken>();

/** What the lexicons say, with the first of them spoken and the others lending their names of countries. */
function spokenWith(lexicons: readonly CompiledLexicon[], first: CompiledLexicon): Spoken {
  const known = spokenBy.get(first);
  if (known) return known;
  const openers = new Map<string, number>();
  const opens = (word: string, length: number): void => {
    if (length > (openers.get(word) ?? 1)) openers.set(word, length);
  };
  for (const lexicon of spokenOf(lexicons)) for (const [word, length] of lexicon.openers.words) opens(word, length);
  const foreignRegions = new Map<string, string>();
  for (const lexicon of lexicons) {
    if (lexicon === first) continue;
    for (const [name, code] of lexicon.regions) {
      if (!foreignRegions.has(name)) foreignRegions.set(name, code);
      const words = name.split(' ');
      opens(words[0] ?? '', words.length);
    }
  }
  const made = { openers, foreignRegions };
  spokenBy.set(first, made);
  return made;
}

export function phrasesOf(
  lexicons: readonly CompiledLexicon[],
  names: FieldNames,
  kin: FieldKin,
  values: ValueIndex,
): Phrases {
  const first = lexicons[0];
  if (!first) return { longestFrom: () => 1, foreignRegions: new Map() };
  const { openers, foreignRegions } = spokenWith(lexicons, first);
  const prefixes = spokenOf(lexicons).flatMap(lexicon => lexicon.openers.prefixes);
  const from = (word: string): number => {
    const stemmed = stem(word);
    return Math.max(
      openers.get(word) ?? 1,
      openers.get(stemmed) ?? 1,
      first.endings.length > 0 ? (openers.get(withoutEndings(word, first.endings)) ?? 1) : 1,
      names.openers.get(word) ?? 1,
      names.openers.get(stemmed) ?? 1,
      values.longestFrom(word),
      first.language === 'en' ? kin.longestFrom(word) : 1,
    );
  };
  return {
    foreignRegions,
    longestFrom: remembering(word => {
      if (first.verbLast || isIdeographic(word)) return LONGEST_IDEOGRAPHIC;
      let longest = from(word);
      // "unpaid invoice": what the rest of the word begins counts as well.
      for (const prefix of prefixes)
        if (word.length > prefix.length + 2 && word.startsWith(prefix))
          longest = Math.max(longest, from(word.slice(prefix.length)));
      return longest;
    }),
  };
}
