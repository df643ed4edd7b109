import { isAtMost, isLess, looselyEqual, sameTextIn, strictlyEqual, textOf } from '../coercion';
import { includesText } from '../includes-text';
import type { OperatorRow } from '../operator-row';
import { type Run, TEXT_PER_STEP } from '../run';
import { composed, isOnlySpelling } from '../same-text';

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
    evaluate: (run, a, b) => strictlyEqual(a, b, run),
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
    evaluate: (run, a, b) => !strictlyEqual(a, b, run),
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
      if (Array.isArray(haystack)) return isElement(haystack, needle, run);
      if (typeof haystack !== 'string' || haystack === '') return false;
      run.step(1 + (haystack.length >>> 6));
      const part = textOf(needle, run);
      run.look(part.length);
      return includesText(composed(haystack), composed(part));
    },
  },
];

/** Whether a list holds a value, a text in whatever spelling. */
function isElement(list: readonly unknown[], value: unknown, run: Run): boolean {
  run.step(1 + (list.length >>> 6));
  if (typeof value !== 'string' || (value.length < TEXT_PER_STEP && isOnlySpelling(value)))
    return list.indexOf(value) !== -1;
  run.step(list.length >>> 3);
  return list.some(element => typeof element === 'string' && sameTextIn(element, value, run));
}
