/** First words of the phrases of a lexicon → how many words the longest phrase has that begins so. */
export interface Openers {
  readonly words: ReadonlyMap<string, number>;
  /** First words of the phrases of several words that are roles, amounts or times. */
  readonly several: ReadonlySet<string>;
  /** What is written in front of words, or together with them, to turn them round. */
  readonly prefixes: readonly string[];
}

/** Phrases longer than this are not looked for; a prefix that stands alone may be followed by as many words. */
const LONGEST = 8;
const LONGEST_NAME = 6;

export function openersOf(
  phrases: readonly ReadonlyMap<string, unknown>[],
  read: readonly ReadonlyMap<string, unknown>[],
  opposingPrefixes: readonly string[],
  heads: Iterable<string>,
): Openers {
  const words = new Map<string, number>();
  const opens = (word: string, length: number): void => {
    if (length > (words.get(word) ?? 1)) words.set(word, length);
  };
  for (const table of phrases) {
    for (const phrase of table.keys()) {
      const all = phrase.split(' ');
      opens(all[0] ?? '', all.length);
    }
  }
  // "código de cupón": a name put together from words.
  for (const head of heads) opens(head.split(' ')[0] ?? '', LONGEST_NAME);
  // "non active", "non-active": the prefix is a word of its own.
  for (const prefix of opposingPrefixes) opens(prefix.split(/[ -]/)[0] ?? '', LONGEST);
  const openings = read.flatMap(table => [...table.keys()]).map(phrase => phrase.split(' '));
  const several = new Set(openings.filter(({ length }) => length > 1).map(([first = '']) => first));
  return { words, several, prefixes: opposingPrefixes };
}
