let older = new Uint16Array(64);
let previous = new Uint16Array(64);
let row = new Uint16Array(64);

/** Edit distance with transpositions (optimal string alignment), given up as soon as it must exceed `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const width = b.length + 1;
  if (width > row.length) {
    older = new Uint16Array(2 * width);
    previous = new Uint16Array(2 * width);
    row = new Uint16Array(2 * width);
  }
  for (let j = 0; j < width; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let best = i;
    const letter = a.charCodeAt(i - 1);
    const before = a.charCodeAt(i - 2);
    for (let j = 1; j < width; j++) {
      const other = b.charCodeAt(j - 1);
      let value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + +(letter !== other));
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && before === other)
        value = Math.min(value, (older[j - 2] ?? 0) + 1);
      row[j] = value;
      if (value < best) best = value;
    }
    if (best > limit) return limit + 1;
    [older, previous, row] = [previous, row, older];
  }
  return previous[b.length] ?? limit + 1;
}

/** How many slips a word of this length may hold: none in short words, codes and numbers. */
export function allowedSlips(word: string): number {
  if (word.length <= 3 || /\d/.test(word)) return 0;
  return word.length <= 7 ? 1 : 2;
}

/** One bit per letter a word holds. A slip changes at most two of them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

function bitsIn(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const JUMBLED = 6;

/** "lisence" for license: the right letters in another order. */
function isJumbled(word: string, other: string): boolean {
  if (word.length < JUMBLED || word.length !== other.length || editDistance(word, other, 2) > 2) return false;
  return [...word].sort().join('') === [...other].sort().join('');
}

interface Bucket {
  readonly words: string[];
  letters?: Uint32Array;
}

/**
 * Finds known words within the allowed slips of a misspelt one. Built once per vocabulary. Only words of like length and
 * first letter are looked at, and of those only the letters they hold (one number) unless these already agree.
 */
export class TypoIndex {
  private readonly buckets = new Map<number, Bucket>();

  constructor(words: Iterable<string>) {
    for (const word of words) this.add(word);
  }

  /** Only while the index is being built. */
  add(word: string): void {
    if (word.length < 4 || /[\d\s]/.test(word)) return;
    const key = bucketOf(word.length, word.charCodeAt(0));
    const bucket = this.buckets.get(key);
    if (bucket) bucket.words.push(word);
    else this.buckets.set(key, { words: [word] });
  }

  /**
   * The nearest of the known words that are accepted, or none. The first letter must agree unless the first two are
   * swapped.
   */
  nearest(
    word: string,
    accepted: (word: string) => boolean = () => true,
  ): { readonly words: readonly string[]; readonly distance: number } {
    const allowed = allowedSlips(word);
    const letters = lettersOf(word);
    let best: string[] = [];
    let nearest = allowed + 1;
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      for (const start of first === second ? [first] : [first, second]) {
        const bucket = this.buckets.get(bucketOf(length, start));
        if (!bucket) continue;
        const known = (bucket.letters ??= Uint32Array.from(bucket.words, lettersOf));
        for (let i = 0; i < known.length; i++) {
          if (bitsIn((known[i] ?? 0) ^ letters) > 2 * Math.min(nearest, allowed)) continue;
          const candidate = bucket.words[i] ?? '';
          if (start !== first && candidate.charCodeAt(1) !== first) continue;
          const edits = editDistance(word, candidate, Math.min(nearest, allowed));
          const distance = edits > allowed && isJumbled(word, candidate) ? allowed : edits;
          if (distance > allowed || distance > nearest || !accepted(candidate)) continue;
          if (distance < nearest) best = [];
          nearest = distance;
          best.push(candidate);
        }
      }
    }
    return { words: best, distance: nearest };
  }

  /** The known words one slip away, or the word itself. */
  oneSlipFrom(word: string): readonly string[] {
    const { words, distance } = this.nearest(word);
    return distance <= 1 ? words : [];
  }
}

const bucketOf = (length: number, first: number): number => length * 0x10000 + first;
