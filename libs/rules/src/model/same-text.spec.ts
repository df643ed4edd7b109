import fc from 'fast-check';
import * as jsonLogic from 'json-logic-js';
import { findOperator } from './operator-table';
import { Run } from './run';
import { composed, isComposed, isOnlySpelling, LONGEST_SPELLING, sameText } from './same-text';

const CLOCK = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
const ONE = 'caf\u00e9';
const TWO = 'cafe\u0301';

const run = (operator: string, ...operands: readonly unknown[]): unknown =>
  findOperator(operator)?.evaluate(new Run(CLOCK), ...operands);
const theirs = (operator: string, ...operands: readonly unknown[]): unknown =>
  jsonLogic.apply({ [operator]: operands.map((_, i) => ({ var: String(i) })) }, operands);

// Few letters, so that texts often differ in one place only: composed, decomposed, marks in both orders, Hangul, singletons.
const piece = fc.constantFrom(
  'e',
  'E',
  'K',
  ';',
  '`',
  '\u00e9',
  '\u0301',
  '\u0323',
  '\u0327',
  '\u1eb9',
  '\u00e7',
  'c',
  '\u212a',
  '\u037e',
  '\u1fef',
  '\u212b',
  '\u00c5',
  'A',
  '\u030a',
  '\u1100',
  '\u1161',
  '\u11a8',
  '\uac01',
  '\uac00',
  '\ud834\udd5e',
  '\ud834',
  '\u0344',
  '\u0308',
);
const text = fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join(''));

it.each(['==', '==='])('%s takes composed and decomposed letters for the same', operator => {
  expect([run(operator, ONE, TWO), run(operator, TWO, ONE)]).toEqual([true, true]);
  expect(theirs(operator, ONE, TWO)).toBe(false);
  expect(run(operator, ONE, 'cafe')).toBe(false);
});

it.each(['!=', '!=='])('%s is its negation', operator => {
  expect([run(operator, ONE, TWO), run(operator, ONE, 'cafe')]).toEqual([false, true]);
});

it('in finds a text however it is written, in lists and in texts', () => {
  expect(run('in', TWO, ['x', ONE])).toBe(true);
  expect(run('in', ONE, ['x', TWO])).toBe(true);
  expect(run('in', 'e\u0301', `un ${ONE}`)).toBe(true);
  expect(run('in', 'fe', TWO)).toBe(false);
  expect(run('in', 'K', ['\u212a'])).toBe(true);
  expect(theirs('in', TWO, ['x', ONE])).toBe(false);
});

it('operators that ignore case see the composed form', () => {
  expect(run('contains', `un ${TWO}`, 'FÉ')).toBe(true);
  expect(run('contains', [TWO], 'CAFÉ')).toBe(true);
  expect(run('startsWith', TWO, 'Caf\u00c9')).toBe(true);
  expect(run('startsWith', TWO, 'cafe')).toBe(false);
  expect(run('endsWith', TWO, '\u00e9')).toBe(true);
  expect(run('lower', 'CAFE\u0301')).toBe(ONE);
});

it('takes two texts for the same exactly where their NFC is', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(sameText(a, b)).toBe(a.normalize('NFC') === b.normalize('NFC'));
      expect(sameText(a, a.normalize('NFD'))).toBe(true);
      expect(composed(a)).toBe(a.normalize('NFC'));
      expect(isComposed(a)).toBe(a === a.normalize('NFC'));
      if (isOnlySpelling(a)) expect(sameText(a, b)).toBe(a === b);
    }),
    { numRuns: 2_000, seed: 20260115 },
  );
});

it('never finds a spelling of a text that is longer than it says', () => {
  let [shrinks, grows] = [1, 1];
  for (let point = 0; point <= 0x10ffff; point++) {
    const given = String.fromCodePoint(point);
    const apart = given.normalize('NFD');
    // What is composed again is at least as long as one of what it was made of, and at most as long as all of it.
    shrinks = Math.max(shrinks, given.length / apart.length);
    grows = Math.max(grows, apart.length / given.length);
  }
  expect(shrinks * grows * grows).toBeLessThanOrEqual(LONGEST_SPELLING);
});
