import { isTruthy } from '../coercion';
import type { OperatorRow } from '../operator-row';

const MANY = Number.MAX_SAFE_INTEGER;

/** How conditions are put together. `and` and `or` look at their operands one by one and stop early. */
export const CONNECTIVES: readonly OperatorRow[] = [
  {
    logic: 'and',
    family: 'connective',
    added: false,
    words: {
      en: ['and'],
      de: ['und'],
      fr: ['et'],
      es: ['y'],
      it: ['e'],
      pt: ['e'],
      nl: ['en'],
      da: ['og'],
      zh: ['并且'],
      ja: ['かつ'],
    },
    arity: { min: 1, max: MANY },
    operands: ['condition'],
    result: 'any',
    onNull: 'as-value',
    evaluate: (_run, ...operands) => firstOrLast(operands, operand => !isTruthy(operand)),
  },
  {
    logic: 'or',
    family: 'connective',
    added: false,
    words: {
      en: ['or'],
      de: ['oder'],
      fr: ['ou'],
      es: ['o'],
      it: ['o'],
      pt: ['ou'],
      nl: ['of'],
      da: ['eller'],
      zh: ['或者'],
      ja: ['または'],
    },
    arity: { min: 1, max: MANY },
    operands: ['condition'],
    result: 'any',
    onNull: 'as-value',
    evaluate: (_run, ...operands) => firstOrLast(operands, isTruthy),
  },
  {
    logic: '!',
    family: 'connective',
    added: false,
    words: {
      en: ['not', 'is empty'],
      de: ['nicht'],
      fr: ['pas'],
      es: ['no'],
      it: ['non'],
      pt: ['não'],
      nl: ['niet'],
      da: ['ikke'],
      zh: ['不'],
      ja: ['でない'],
    },
    arity: { min: 1, max: 1 },
    operands: ['any'],
    result: 'boolean',
    onNull: 'as-value',
    evaluate: (_run, operand) => !isTruthy(operand),
  },
  {
    logic: '!!',
    family: 'connective',
    added: false,
    words: { en: ['is filled', 'is present', 'is not empty'] },
    arity: { min: 1, max: 1 },
    operands: ['any'],
    result: 'boolean',
    onNull: 'never-true',
    evaluate: (_run, operand) => isTruthy(operand),
  },
];

function firstOrLast(operands: readonly unknown[], wanted: (operand: unknown) => boolean): unknown {
  const index = operands.findIndex(wanted);
  return index < 0 ? operands.at(-1) : operands[index];
}
