import { nameHeaders } from '../inference/field-name';
import { labelColumns } from './label-columns';

describe('labelColumns', () => {
  it('numbers headers that come again, past numbers that are given', () => {
    expect(labelColumns(['a', 'a', ' a (2)', 'a', '', 'a (3)'])).toEqual([
      'a',
      'a (4)',
      'a (2)',
      'a (5)',
      'Column 5',
      'a (3)',
    ]);
  });

  it('counts on where thousands are called the same, and so do their names', () => {
    const labels = labelColumns(Array.from({ length: 10_000 }, () => '#'));
    expect(labels.slice(-1)).toEqual(['# (10000)']);
    expect(new Set(labels).size).toBe(10_000);
    const names = nameHeaders(Array.from({ length: 10_000 }, () => '(!)')).map(({ name }) => name);
    expect([names[0], names[1], names[9_999]]).toEqual(['field', 'field2', 'field10000']);
    expect(new Set(names).size).toBe(10_000);
  });
});
