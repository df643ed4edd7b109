import { entries } from './words/entries';
import { joinWords } from './words/join-words';
import { remembering } from './words/remembered';
import type { Sense } from './senses';

/** What the words and phrases of a language say, beyond what they play in its grammar. */
export interface SenseIndex {
  /** What a phrase says as a whole: by its key, or, where it is one word, by its beginning or its ending as it is written. */
  of(key: string, written?: string): readonly Sense[];
  /** Whether a longer phrase begins with these words. */
  begins(key: string): boolean;
}

const NONE: readonly Sense[] = [];
const LONGEST_AFFIX = 10;
/** What is left of a word before its ending. */
const SHORTEST_REST = 2;

function add(table: Map<string, Sense[]>, key: string, sense: Sense): void {
  const known = table.get(key);
  if (known) known.push(sense);
  else table.set(key, [sense]);
}

/** `-ing` stands for all words that end so, `monthly-` for all that begin so, anything else for itself. */
export function senseIndexOf(
  senses: { readonly [sense in Sense]?: string },
  keyOf: (phrase: string) => string,
): SenseIndex {
  const phrases = new Map<string, Sense[]>();
  const endings = new Map<string, Sense[]>();
  const beginnings = new Map<string, Sense[]>();
  const openers = new Set<string>();
  for (const [sense, list] of Object.entries(senses) as [Sense, string][]) {
    for (const entry of entries(list)) {
      if (entry.startsWith('-')) add(endings, entry.slice(1), sense);
      else if (entry.endsWith('-')) add(beginnings, entry.slice(0, -1), sense);
      else {
        const key = keyOf(entry);
        add(phrases, key, sense);
        const words = key.split(' ');
        for (let count = 1; count < words.length; count++) openers.add(words.slice(0, count).join(' '));
        // Writing without blanks may be cut between any two characters.
        if (/[\u2e80-\u9fff]/.test(key)) for (let end = 1; end < key.length; end++) openers.add(key.slice(0, end));
      }
    }
  }
  const byAffix = remembering((word: string): readonly Sense[] => {
    const found: Sense[] = [];
    for (let length = 1; length <= Math.min(LONGEST_AFFIX, word.length); length++) {
      found.push(...(beginnings.get(word.slice(0, length)) ?? NONE));
      if (word.length - length >= SHORTEST_REST) found.push(...(endings.get(word.slice(-length)) ?? NONE));
    }
    return found;
  });
  return {
    of: (key, written = key) => {
      const whole = phrases.get(key) ?? NONE;
      const formed = endings.size + beginnings.size === 0 || / /.test(written) ? NONE : byAffix(written);
      return formed.length === 0 ? whole : [...whole, ...formed];
    },
    begins: key => openers.has(key),
  };
}

/** What a stretch of the prompt says: as a whole, by the words it begins and ends with, and together with what follows. */
export interface Saying {
  readonly whole: readonly Sense[];
  readonly opening: readonly Sense[];
  readonly closing: readonly Sense[];
  /** Any of its words. */
  readonly words: readonly Sense[];
  /** Phrases that begin here, and where in the text they end. */
  readonly phrases: readonly (readonly [Sense, number])[];
}

interface Piece {
  readonly key: string;
  readonly text: string;
  readonly end: number;
  readonly quote?: string;
}

/** So many pieces at most are put together into a phrase. */
const MOST_PIECES = 5;

/** What each piece of a text says; nothing where all of it says nothing. */
export function sayingsOf(pieces: readonly Piece[], index: SenseIndex): readonly (Saying | undefined)[] {
  return pieces.map((piece, at) => {
    if (piece.quote !== undefined) return undefined;
    const { key } = piece;
    const whole = index.of(key, piece.text.normalize('NFC').toLowerCase());
    const parts = key.split(' ');
    const several = parts.length > 1;
    const opening = several ? parts.flatMap((_, i) => index.of(parts.slice(0, i + 1).join(' '))) : whole;
    const closing = several ? parts.flatMap((_, i) => index.of(parts.slice(i).join(' '))) : whole;
    const words = several ? parts.flatMap(part => index.of(part)) : whole;
    const phrases: (readonly [Sense, number])[] = [];
    let joined = key;
    for (let next = at + 1; next < at + MOST_PIECES && index.begins(joined); next++) {
      const piece = pieces[next];
      if (!piece || piece.quote !== undefined) break;
      joined = joinWords(joined, piece.key);
      for (const sense of index.of(joined)) phrases.push([sense, piece.end]);
    }
    const says = [whole, opening, closing, words, phrases].some(list => list.length > 0);
    return says ? { whole, opening, closing, words, phrases } : undefined;
  });
}
