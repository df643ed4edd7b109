/** A set of rules by rank, in the order they run. */
export class RuleBits {
  readonly words: Int32Array;

  constructor(readonly size: number) {
    this.words = new Int32Array((size + 31) >>> 5);
  }

  add(rank: number): void {
    this.words[rank >>> 5]! |= 1 << (rank & 31);
  }

  has(rank: number): boolean {
    return (this.words[rank >>> 5]! & (1 << (rank & 31))) !== 0;
  }

  get isEmpty(): boolean {
    const { words } = this;
    for (let i = 0; i < words.length; i++) if (words[i] !== 0) return false;
    return true;
  }

  clear(): void {
    // Sets of few rules are cleared sooner than a call of `fill` takes.
    const { words } = this;
    if (words.length > 64) words.fill(0);
    else for (let i = 0; i < words.length; i++) words[i] = 0;
  }

  fill(): void {
    this.words.fill(-1);
    if (this.size & 31) this.words[this.words.length - 1] = (1 << (this.size & 31)) - 1;
  }
}

/**
 * Writes the ranks of a set, ascending, to `into`; gives how many they are. It wants room for one more than there are: of each
 * word the first two are written whether they are there or not, and count only if they are. Whether a word has any is as good
 * as a coin's toss, and a branch guessed wrongly costs more than both.
 */
export function listRanks({ words }: RuleBits, into: Int32Array): number {
  let count = 0;
  for (let word = 0; word < words.length; word++) {
    const last = (word << 5) + 31;
    let bits = words[word]!;
    into[count] = last - Math.clz32(bits & -bits);
    count += (bits | -bits) >>> 31;
    bits &= bits - 1;
    into[count] = last - Math.clz32(bits & -bits);
    count += (bits | -bits) >>> 31;
    for (bits &= bits - 1; bits !== 0; bits &= bits - 1) into[count++] = last - Math.clz32(bits & -bits);
  }
  return count;
}

/** The lowest rank at or above `from` that is in either set; -1 where there is none. Ranks added meanwhile are met. */
export function nextRank(a: RuleBits, b: RuleBits, from: number): number {
  const { words } = a;
  let word = from >>> 5;
  if (word >= words.length) return -1;
  let bits = (words[word]! | b.words[word]!) & (-1 << (from & 31));
  while (bits === 0) {
    if (++word >= words.length) return -1;
    bits = words[word]! | b.words[word]!;
  }
  return (word << 5) + 31 - Math.clz32(bits & -bits);
}
