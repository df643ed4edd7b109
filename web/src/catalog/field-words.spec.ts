import { percent } from '../ui/count';
import { profileWords, readingWords } from './field-words';

const profile = {
  records: 100,
  filled: 90,
  unreadable: 0,
  distinct: 3,
  distinctIsExact: true,
  frequent: [],
  frequentIsComplete: false,
  patterns: [],
};

describe('profileWords', () => {
  it.each([
    [
      'a range',
      { type: 'number' as const, profile: { ...profile, min: 1, max: 20000 }, unit: 'EUR' },
      '1 … 20,000 EUR',
    ],
    [
      'frequent values',
      { type: 'text' as const, profile: { ...profile, distinct: 5, frequent: [{ value: 'a', count: 9 }] } },
      'a + 4 more',
    ],
    ['all different', { type: 'text' as const, profile: { ...profile, distinct: 90 } }, '90 different values'],
    ['nothing', { type: 'text' as const, profile: { ...profile, filled: 0 } }, 'always empty'],
    ['no profile', { type: 'text' as const }, 'no records yet'],
  ])('tells %s', (_, field, words) => {
    expect(profileWords({ name: 'f', label: 'F', reading: { type: field.type }, ...field })).toBe(words);
  });
});

it('tells how values are read only where that is worth telling', () => {
  expect(
    readingWords({ name: 'f', label: 'F', type: 'number', reading: { type: 'number', decimalMark: ',', unit: 'EUR' } }),
  ).toBe('decimal comma · in EUR');
  expect(readingWords({ name: 'f', label: 'F', type: 'text', reading: { type: 'text' } })).toBe('');
});

it('never rounds a share to none or all', () => {
  expect([percent(1, 1000), percent(999, 1000), percent(0, 10), percent(10, 10), percent(1, 0)]).toEqual([
    '< 1 %',
    '> 99 %',
    '0 %',
    '100 %',
    '–',
  ]);
});
