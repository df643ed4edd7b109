import type { RecordType } from '@lib/rules';
import { KnownKeys } from './known-keys';

const TYPE = {
  name: 'member',
  key: 'no',
  fields: [{ name: 'no', label: 'No.', type: 'text', reading: {} }],
} as unknown as RecordType;

const left = (kept: readonly string[], come: readonly string[]): readonly unknown[] => {
  const keys = new KnownKeys(
    TYPE,
    kept.map(no => ({ no })),
  );
  for (const no of come) keys.meet({ no });
  return keys.remaining.map(({ no }) => no);
};

test('a record whose key comes again once gives way', () => {
  expect(left(['a', 'b'], ['b', 'c'])).toEqual(['a']);
});

test('a key that several new records carry replaces nothing', () => {
  expect(left(['a', 'b'], ['b', 'b'])).toEqual(['a', 'b']);
});

test('a key that several of the records kept share replaces nothing', () => {
  expect(left(['a', 'a', 'b'], ['a', 'b'])).toEqual(['a', 'a']);
});
