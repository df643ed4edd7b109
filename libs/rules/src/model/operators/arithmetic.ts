import { floatOf, numberOf } from '../coercion';
import type { OperatorRow } from '../operator-row';

const MANY = Number.MAX_SAFE_INTEGER;

/** Numbers from numbers, read from their operands as json-logic-js reads them. */
export const ARITHMETIC: readonly OperatorRow[] = [
  {
    logic: '+',
    family: 'arithmetic',
    added: false,
    words: { en: ['plus', 'added to'], de: ['plus'], fr: ['plus'] },
    arity: { min: 1, max: MANY },
    operands: ['number'],
    result: 'number',
    onNull: 'as-zero',
    evaluate: (run, ...operands) => operands.reduce<number>((sum, operand) => sum + floatOf(operand, run), 0),
  },
  {
    logic: '-',
    family: 'arithmetic',
    added: false,
    words: { en: ['minus', 'less'], de: ['minus'], fr: ['moins'] },
    arity: { min: 1, max: 2 },
    operands: ['number'],
    result: 'number',
    onNull: 'as-zero',
    evaluate: (run, a, b) => (b === undefined ? -numberOf(a, run) : numberOf(a, run) - numberOf(b, run)),
  },
  {
    logic: '*',
    family: 'arithmetic',
    added: false,
    words: { en: ['times', 'multiplied by'], de: ['mal'], fr: ['fois'] },
    arity: { min: 1, max: MANY },
    operands: ['number'],
    result: 'number',
    onNull: 'as-zero',
    evaluate: (run, ...operands) => {
      if (operands.length === 0) return run.stop('bad-operand', 'A product needs something to multiply.');
      return operands.reduce((product, operand) => floatOf(product, run) * floatOf(operand, run));
    },
  },
  {
    logic: '/',
    family: 'arithmetic',
    added: false,
    words: { en: ['divided by', 'per'], de: ['geteilt durch'], fr: ['divisé par'] },
    arity: { min: 2, max: 2 },
    operands: ['number'],
    result: 'number',
    onNull: 'as-zero',
    evaluate: (run, a, b) => numberOf(a, run) / numberOf(b, run),
  },
  {
    logic: '%',
    family: 'arithmetic',
    added: false,
    words: { en: ['modulo', 'remainder of division by'], de: ['modulo'], fr: ['modulo'] },
    arity: { min: 2, max: 2 },
    operands: ['number'],
    result: 'number',
    onNull: 'as-zero',
    evaluate: (run, a, b) => numberOf(a, run) % numberOf(b, run),
  },
  {
    logic: 'min',
    family: 'arithmetic',
    added: false,
    words: { en: ['smallest of'], de: ['kleinster Wert von'], fr: ['plus petit de'] },
    arity: { min: 1, max: MANY },
    operands: ['number'],
    result: 'number',
    onNull: 'as-zero',
    evaluate: (run, ...operands) =>
      extreme(
        operands.map(operand => numberOf(operand, run)),
        Math.min,
        Infinity,
      ),
  },
  {
    logic: 'max',
    family: 'arithmetic',
    added: false,
    words: { en: ['largest of'], de: ['größter Wert von'], fr: ['plus grand de'] },
    arity: { min: 1, max: MANY },
    operands: ['number'],
    result: 'number',
    onNull: 'as-zero',
    evaluate: (run, ...operands) =>
      extreme(
        operands.map(operand => numberOf(operand, run)),
        Math.max,
        -Infinity,
      ),
  },
];

// One by one: spreading a long list over a call's arguments overflows the stack.
function extreme(numbers: readonly number[], pick: (a: number, b: number) => number, none: number): number {
  return numbers.reduce((best, number) => pick(best, number), none);
}
