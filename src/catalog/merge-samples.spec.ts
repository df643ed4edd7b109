import { mergeSamples } from './merge-samples';

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);

describe('two samples made one', () => {
  it('keeps everything while everything fits', () => {
    expect(mergeSamples([1, 2], 2, [3], 1, 10)).toEqual([1, 2, 3]);
  });

  it('gives each its share of the whole', () => {
    const merged = mergeSamples(numbers(100), 300, numbers(100, 1000), 100, 100);
    expect(merged).toHaveLength(100);
    expect(merged.filter(value => value < 1000)).toHaveLength(75);
    expect(merged[0]).toBe(0);
    expect(merged[74]).toBeGreaterThan(95);
  });

  it('fills up with what there is of the other', () => {
    expect(mergeSamples([1], 1, numbers(100), 100_000, 50)).toHaveLength(50);
  });
});
