import { isAtMost, isLess, looselyEqual, strictlyEqual, textOf } from '../coercion';
import type { OperatorRow } from '../operator-row';
import { composed, isOnlySpelling, sameText } from '../same-text';

/** Equality, order and membership. */
export const COMPARISONS: readonly OperatorRow[] = [
  {
    logic: '==',
    family: 'equality',
    added: false,
    words: {
      en: ['is', 'equals', 'is equal to', '='],
      de: ['ist'],
      fr: ['est'],
      es: ['es'],
      it: ['è'],
      pt: ['é'],
      nl: ['is'],
      da: ['er'],
      zh: ['是'],
      ja: ['が'],
    },
    arity: { min: 2, max: 2 },
    operands: ['any'],
    result: 'boolean',
    onNull: 'as-value',
    evaluate: (run, a, b) => looselyEqual(a, b, run),
  },
  {
    logic: '!=',
    family: 'equality',
    added: false,
    words: { en: ['is not', 'does not equal', 'differs from', '<>', '!='], de: ['ist nicht'], fr: ["n'est pas"] },
    arity: { min: 2, max: 2 },
    operands: ['any'],
    result: 'boolean',
    onNull: 'as-value',
    evaluate: (run, a, b) => !looselyEqual(a, b, run),
  },
  {
    logic: '===',
    family: 'equality',
    added: false,
    words: { en: ['is exactly'] },
    arity: { min: 2, max: 2 },
    operands: ['any'],
    result: 'boolean',
    onNull: 'as-value',
    evaluate: (_run, a, b) => strictlyEqual(a, b),
  },
  {
    logic: '!==',
    family: 'equality',
    added: false,
    words: { en: ['is not exactly'] },
    arity: { min: 2, max: 2 },
    operands: ['any'],
    result: 'boolean',
    onNull: 'as-value',
    evaluate: (_run, a, b) => !strictlyEqual(a, b),
  },
  {
    logic: '>',
    family: 'order',
    added: false,
    words: {
      en: ['is greater than', 'is more than', 'is above', 'exceeds', 'is over', '>'],
      de: ['ist größer als'],
      fr: ['est supérieur à'],
    },
    arity: { min: 2, max: 2 },
    operands: ['ordered'],
    result: 'boolean',
    onNull: 'as-zero',
    evaluate: (run, a, b) => isLess(b, a, run),
  },
  {
    logic: '>=',
    family: 'order',
    added: false,
    words: {
      en: ['is at least', 'is no less than', 'is greater than or equal to', '>='],
      de: ['ist mindestens'],
      fr: ['est au moins'],
    },
    arity: { min: 2, max: 2 },
    operands: ['ordered'],
    result: 'boolean',
    onNull: 'as-zero',
    evaluate: (run, a, b) => isAtMost(b, a, run),
  },
  {
    logic: '<',
    family: 'order',
    added: false,
    words: {
      en: ['is less than', 'is below', 'is under', 'is fewer than', '<'],
      de: ['ist kleiner als'],
      fr: ['est inférieur à'],
    },
    arity: { min: 2, max: 3 },
    operands: ['ordered'],
    result: 'boolean',
    onNull: 'as-zero',
    evaluate: (run, a, b, c) => (c === undefined ? isLess(a, b, run) : isLess(a, b, run) && isLess(b, c, run)),
  },
  {
    logic: '<=',
    family: 'order',
    added: false,
    words: {
      en: ['is at most', 'is no more than', 'is up to', 'is less than or equal to', '<='],
      de: ['ist höchstens'],
      fr: ['est au plus'],
    },
    arity: { min: 2, max: 3 },
    operands: ['ordered'],
    result: 'boolean',
    onNull: 'as-zero',
    evaluate: (run, a, b, c) => (c === undefined ? isAtMost(a, b, run) : isAtMost(a, b, run) && isAtMost(b, c, run)),
  },
  {
    logic: 'in',
    family: 'membership',
    added: false,
    words: { en: ['is one of', 'is in', 'is any of'], de: ['ist eines von'], fr: ['est parmi'] },
    arity: { min: 2, max: 2 },
    operands: ['any', 'list-or-text'],
    result: 'boolean',
    onNull: 'never-true',
    evaluate: (run, needle, haystack) => {
      if (Array.isArray(haystack)) {
        run.step(1 + (haystack.length >>> 6));
        return haystack.indexOf(needle) !== -1 || (typeof needle === 'string' && isSpeltOtherwiseIn(haystack, needle));
      }
      if (typeof haystack !== 'string' || haystack === '') return false;
      run.step(1 + (haystack.length >>> 6));
      return composed(haystack).includes(composed(textOf(needle, run)));
    },
  },
];

/** Whether a list that does not hold a text holds it written with other code points. */
function isSpeltOtherwiseIn(list: readonly unknown[], text: string): boolean {
  return !isOnlySpelling(text) && list.some(element => typeof element === 'string' && sameText(element, text));
}
