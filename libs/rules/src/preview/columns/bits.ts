/** A set of rows, one bit each. Whatever stands beyond the last row stays unset. */
export class Bits {
  readonly words: Int32Array;

  constructor(readonly size: number) {
    this.words = new Int32Array((size + 31) >>> 5);
  }

  static all(size: number): Bits {
    const bits = new Bits(size);
    bits.words.fill(-1);
    if (size & 31) bits.words[bits.words.length - 1] = (1 << (size & 31)) - 1;
    return bits;
  }

  set(row: number): void {
    this.words[row >>> 5]! |= 1 << (row & 31);
  }

  has(row: number): boolean {
    return (this.words[row >>> 5]! & (1 << (row & 31))) !== 0;
  }

  copy(): Bits {
    const bits = new Bits(this.size);
    bits.words.set(this.words);
    return bits;
  }

  /** Keeps what is in both. */
  and(other: Bits): this {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i]! &= other.words[i]!;
    return this;
  }

  or(other: Bits): this {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i]! |= other.words[i]!;
    return this;
  }

  /** Takes away what is in the other. */
  without(other: Bits): this {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i]! &= ~other.words[i]!;
    return this;
  }

  isEmpty(): boolean {
    return this.words.every(word => word === 0);
  }

  count(): number {
    let count = 0;
    for (let word of this.words) {
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return count;
  }

  /** Calls back for every row of the set from `from` up to `to`, in order. */
  forEach(visit: (row: number) => void, from = 0, to = this.size): void {
    const { words } = this;
    for (let i = from >>> 5; i << 5 < to; i++) {
      let word = words[i]!;
      while (word !== 0) {
        const row = (i << 5) + 31 - Math.clz32(word & -word);
        if (row >= from && row < to) visit(row);
        word &= word - 1;
      }
    }
  }

  /** The first so many rows of the set. */
  first(limit: number): readonly number[] {
    const rows: number[] = [];
    for (let i = 0; i < this.words.length && rows.length < limit; i++) {
      this.forEach(row => rows.length < limit && rows.push(row), i << 5, Math.min(this.size, (i + 1) << 5));
    }
    return rows;
  }
}
