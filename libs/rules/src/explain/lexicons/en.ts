import type { Period } from '../../model/today';
import type { DayOffset, Lexicon } from '../lexicon';
import { groupedNumber, quotedText } from '../literal-words';

const NEAR: { readonly [months: string]: string } = { '-1': 'last', '1': 'next' };

/** English. */
export const EN: Lexicon = {
  language: 'en',
  rule: 'When {condition}: {actions}.',
  ruleForAll: 'For every record: {actions}.',
  filter: 'Records where {condition}.',
  filterForAll: 'All records.',
  and: ' and ',
  or: ' or ',
  comma: ', ',
  not: 'not ',
  wordings: {
    '==': { plain: 'is', negated: 'is not' },
    '!=': { plain: 'is not', negated: 'is' },
    '===': { plain: 'is exactly', negated: 'is not exactly' },
    '!==': { plain: 'is not exactly', negated: 'is exactly' },
    '>': { plain: 'is greater than', negated: 'is not greater than' },
    '>=': { plain: 'is at least', negated: 'is not at least' },
    '<': { plain: 'is less than', negated: 'is not less than' },
    '<=': { plain: 'is at most', negated: 'is not at most' },
    '>:date': { plain: 'is after', negated: 'is not after' },
    '>=:date': { plain: 'is on or after', negated: 'is not on or after' },
    '<:date': { plain: 'is before', negated: 'is not before' },
    '<=:date': { plain: 'is on or before', negated: 'is not on or before' },
    in: { plain: 'is one of', negated: 'is none of' },
    'in:list': { plain: 'include', negated: 'do not include' },
    'in:text': { plain: 'contains exactly', negated: 'does not contain exactly' },
    contains: { plain: 'contains', negated: 'does not contain' },
    'contains:list': { plain: 'contain', negated: 'do not contain' },
    startsWith: { plain: 'starts with', negated: 'does not start with' },
    endsWith: { plain: 'ends with', negated: 'does not end with' },
    matches: { plain: 'matches', negated: 'does not match' },
  },
  isEmpty: 'is empty',
  isFilled: 'is filled',
  isEmptyOrZero: 'is empty or 0',
  isFilledNotZero: 'is filled and not 0',
  isTrue: 'is true',
  isNotTrue: 'is not true',
  between: { plain: 'is between', negated: 'is not between' },
  betweenExclusive: { plain: 'is strictly between', negated: 'is not strictly between' },
  betweenAnd: ' and ',
  anyCase: ' (in any case)',
  lengthOf: 'length of ',
  holds: { plain: 'holds', negated: 'does not hold' },
  always: 'always',
  never: 'never',
  emptyIncluded: ' (empty included)',
  emptyIsZero: ' (empty counts as 0)',
  true: 'true',
  false: 'false',
  null: 'empty',
  arithmetic: {
    '+': '+',
    '-': '−',
    '*': '×',
    '/': '÷',
    '%': 'modulo',
    min: 'the smallest of',
    max: 'the largest of',
    cat: 'followed by',
  },
  priority: 'Priority',
  name: 'Name',
  // Only plainly capitalised words are lowered: VAT, ID and iPhone stay.
  label: words => words.replace(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?![\p{L}\p{N}])/gu, word => word.toLowerCase()),
  quote: text => quotedText(text),
  number: value => groupedNumber(value, ',', '.'),
  reserved: new Set([
    'and',
    'or',
    'not',
    'is',
    'in',
    'empty',
    'filled',
    'true',
    'false',
    'today',
    'any',
    'all',
    'none',
    'one',
    'of',
    'yesterday',
    'tomorrow',
    'when',
    'include',
    'contain',
  ]),
  today,
};

function today(offset: DayOffset | undefined, period: Period | undefined): string {
  if (!period) return offset ? distance(offset, 'ago', 'from now') : 'today';
  if (!offset) return `the start of this ${period}`;
  const steps = stepsOf(offset, period);
  if (steps !== undefined && NEAR[String(steps)]) return `the start of ${NEAR[String(steps)]} ${period}`;
  return `the start of the ${period} ${distance(offset, 'ago', 'from now')}`;
}

/** How many whole periods the offset moves, where it is written in them. */
export function stepsOf({ years, months, weeks, days }: DayOffset, period: Period): number | undefined {
  const all = Math.abs(years) + Math.abs(months) + Math.abs(weeks) + Math.abs(days);
  switch (period) {
    case 'year':
      return all === Math.abs(years) ? years : undefined;
    case 'quarter':
      return all === Math.abs(months) && months % 3 === 0 ? months / 3 : undefined;
    case 'month':
      return all === Math.abs(months) ? months : undefined;
    case 'week':
      return all === Math.abs(weeks) ? weeks : undefined;
  }
}

function distance(offset: DayOffset, past: string, future: string): string {
  const parts = (['years', 'months', 'weeks', 'days'] as const).filter(unit => offset[unit] !== 0);
  if (parts.length === 0) return 'today';
  const words = parts.map(
    unit => `${Math.abs(offset[unit])} ${Math.abs(offset[unit]) === 1 ? unit.slice(0, -1) : unit}`,
  );
  const back = parts.some(unit => offset[unit] < 0);
  return `${words.join(' and ')} ${back ? past : future}`;
}
