import { firstRun, looseKey, mayBeLoose } from './loose-key';

test.each([
  ['2 – 2', '2-2'],
  ['68-71-70=208', '68 + 71 + 70 = 208'],
  ['18april1970', '18 April 1970'],
  ["+1'04.877", "+ 1'04.877"],
  ['d. j. augustin (8)', 'D J Augustin (8)'],
])('%s is %s whatever its marks', (said, stored) => {
  expect(looseKey(said)).toBe(looseKey(stored));
});

test('digits that something stands between stay apart', () => {
  expect(looseKey('2-2')).not.toBe(looseKey('22'));
  expect(looseKey('1.5')).not.toBe(looseKey('15'));
});

test('one key has nothing to do with the one before', () => {
  expect(firstRun('nineteen 19')).toBe('nineteen');
  expect(looseKey('1-2')).toBe('1 2');
});

test('values of letters alone are found by their words', () => {
  expect(mayBeLoose('Monte Carlo')).toBe(false);
  expect(mayBeLoose('a-b')).toBe(true);
});

test('a key begins with its first letters or digits', () => {
  expect(firstRun('18april')).toBe('18');
  expect(firstRun('(w) 43')).toBe('w');
  expect(firstRun('–')).toBe('');
});
