/** A block has so many words: two to the power of this. */
const WORDS = 3;
/** The bits of a word's number that tell its place in the block. */
const IN_BLOCK = (1 << WORDS) - 1;
/** By so many bits a rank is shifted to give its block. */
export const BLOCK_SHIFT = 5 + WORDS;

/**
 * A set of rules by rank, in the order they run: a bit each, and of each block of words whether any bit in it may be set.
 * Of many rules few match, so most blocks are neither cleared nor read.
 */
export class RuleBits {
  readonly words: Int32Array;
  readonly blocks: Uint8Array;

  constructor(readonly size: number) {
    this.words = new Int32Array((size + 31) >>> 5);
    this.blocks = new Uint8Array((this.words.length + IN_BLOCK) >>> WORDS);
  }

  add(rank: number): void {
    this.words[rank >>> 5]! |= 1 << (rank & 31);
    this.blocks[rank >>> BLOCK_SHIFT] = 1;
  }

  has(rank: number): boolean {
    return (this.words[rank >>> 5]! & (1 << (rank & 31))) !== 0;
  }

  /** Whether nothing was marked since it was cleared: then there is no rule in it. */
  get isEmpty(): boolean {
    const { blocks } = this;
    for (let i = 0; i < blocks.length; i++) if (blocks[i] !== 0) return false;
    return true;
  }

  clear(): void {
    const { words, blocks } = this;
    for (let block = 0; block < blocks.length; block++) {
      if (blocks[block] === 0) continue;
      blocks[block] = 0;
      const end = endOf(block, words);
      for (let i = block << WORDS; i < end; i++) words[i] = 0;
    }
  }

  /** Any block may have rules: whoever sets bits need not mark where. */
  markAll(): void {
    const { blocks } = this;
    for (let i = 0; i < blocks.length; i++) blocks[i] = 1;
  }

  fill(): void {
    this.words.fill(-1);
    this.markAll();
    if (this.size & 31) this.words[this.words.length - 1] = (1 << (this.size & 31)) - 1;
  }
}

/**
 * Writes the ranks of a set, ascending, to `into`; gives how many they are. It wants room for one more than there are: of each
 * word the first two are written whether they are there or not, and count only if they are. Whether a word has any is as good
 * as a coin's toss, and a branch guessed wrongly costs more than both.
 */
export function listRanks({ words, blocks }: RuleBits, into: Int32Array): number {
  let count = 0;
  for (let block = 0; block < blocks.length; block++) {
    if (blocks[block] === 0) continue;
    const end = endOf(block, words);
    for (let word = block << WORDS; word < end; word++) {
      const last = (word << 5) + 31;
      let bits = words[word]!;
      into[count] = last - Math.clz32(bits & -bits);
      count += (bits | -bits) >>> 31;
      bits &= bits - 1;
      into[count] = last - Math.clz32(bits & -bits);
      count += (bits | -bits) >>> 31;
      for (bits &= bits - 1; bits !== 0; bits &= bits - 1) into[count++] = last - Math.clz32(bits & -bits);
    }
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
    for (word++; (word & IN_BLOCK) === 0 && isUnmarked(a, b, word >>> WORDS);) word += 1 << WORDS;
    if (word >= words.length) return -1;
    bits = words[word]! | b.words[word]!;
  }
  return (word << 5) + 31 - Math.clz32(bits & -bits);
}

function isUnmarked(a: RuleBits, b: RuleBits, block: number): boolean {
  return a.blocks[block] === 0 && b.blocks[block] === 0;
}

function endOf(block: number, words: Int32Array): number {
  return Math.min((block + 1) << WORDS, words.length);
}
