import { listRanks, nextRank, RuleBits } from './rule-bits';

// Sizes about the edges of words and blocks, and one of many blocks.
describe.each([1, 31, 32, 33, 255, 256, 257, 3_000])('%d rules', size => {
  const ends = [0, 1, 31, 32, 255, 256, 2_047, 2_048, size - 1];
  const chosen = [...new Set(ends.filter(rank => rank < size))].sort((a, b) => a - b);

  it('are listed, and met one after the other, in the order they run', () => {
    const [even, odd] = [new RuleBits(size), new RuleBits(size)];
    chosen.forEach((rank, i) => (i % 2 === 0 ? even : odd).add(rank));
    expect(ranksOf(even)).toEqual(chosen.filter((_, i) => i % 2 === 0));
    const met: number[] = [];
    for (let rank = nextRank(even, odd, 0); rank >= 0; rank = nextRank(even, odd, rank + 1)) met.push(rank);
    expect(met).toEqual(chosen);
  });

  it('are none after they were cleared, however they came in', () => {
    const bits = new RuleBits(size);
    expect(bits.isEmpty).toBe(true);
    bits.fill();
    expect(ranksOf(bits)).toEqual([...Array(size).keys()]);
    bits.clear();
    bits.markAll();
    bits.words[(size - 1) >>> 5] = 1;
    expect(ranksOf(bits)).toEqual([(size - 1) & ~31]);
    expect(bits.isEmpty).toBe(false);
    bits.clear();
    expect([bits.isEmpty, ranksOf(bits), nextRank(bits, bits, 0)]).toEqual([true, [], -1]);
  });

  function ranksOf(bits: RuleBits): number[] {
    const into = new Int32Array(size + 1);
    return [...into.subarray(0, listRanks(bits, into))];
  }
});
