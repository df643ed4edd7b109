/** So many words at least are remembered before any is forgotten. */
const MOST = 1_000;
/** Longer ones are not: nobody says them twice, and what is remembered stays small. */
const LONGEST = 60;

/**
 * What was found for the words asked about last, where it depends on the words alone. Kept in two generations: once the
 * younger is full it becomes the older, and that is forgotten, so that a word that is asked about again and again stays.
 */
export class Remembered<V extends NonNullable<unknown>> {
  private young = new Map<string, V>();
  private old: ReadonlyMap<string, V> = new Map();

  constructor(private readonly most = MOST) {}

  /** What is known of these words, or else what `find` finds. */
  of(words: string, find: (words: string) => V): V {
    const known = this.young.get(words);
    if (known !== undefined) return known;
    const found = this.old.get(words) ?? find(words);
    if (words.length > LONGEST) return found;
    if (this.young.size >= this.most) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(words, found);
    return found;
  }
}

/** A look-up whose answer depends on the words alone, asked once for each of the words asked about last. */
export function remembering<V extends NonNullable<unknown>>(
  find: (words: string) => V,
  most?: number,
): (words: string) => V {
  const known = new Remembered<V>(most);
  return words => known.of(words, find);
}
