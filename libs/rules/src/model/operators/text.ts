import { joinTexts, numberOf, primitiveOf, textOf } from '../coercion';
import { includesText } from '../includes-text';
import type { OperatorRow } from '../operator-row';
import { compilePattern } from '../pattern';
import type { Run } from '../run';
import { composed } from '../same-text';

/** Text operators. Those we add ignore case; an empty operand makes none of them true. */
export const TEXT: readonly OperatorRow[] = [
  {
    logic: 'startsWith',
    family: 'text',
    added: true,
    words: { en: ['starts with', 'begins with'], de: ['beginnt mit'], fr: ['commence par'] },
    arity: { min: 2, max: 2 },
    operands: ['any', 'text'],
    result: 'boolean',
    onNull: 'never-true',
    evaluate: (run, a, b) => isThere(a) && isThere(b) && foldedText(a, run).startsWith(foldedText(b, run)),
  },
  {
    logic: 'endsWith',
    family: 'text',
    added: true,
    words: { en: ['ends with', 'ends in'], de: ['endet mit', 'endet auf'], fr: ['se termine par'] },
    arity: { min: 2, max: 2 },
    operands: ['any', 'text'],
    result: 'boolean',
    onNull: 'never-true',
    evaluate: (run, a, b) => isThere(a) && isThere(b) && foldedText(a, run).endsWith(foldedText(b, run)),
  },
  {
    logic: 'contains',
    family: 'text',
    added: true,
    words: { en: ['contains', 'includes', 'mentions', 'has'], de: ['enthält'], fr: ['contient'] },
    arity: { min: 2, max: 2 },
    operands: ['list-or-text', 'text'],
    result: 'boolean',
    onNull: 'never-true',
    evaluate: (run, a, b) => {
      if (!isThere(a) || !isThere(b)) return false;
      const sought = foldedText(b, run);
      if (!Array.isArray(a)) return includesText(foldedText(a, run), sought);
      return a.some(element => isThere(element) && foldedText(element, run) === sought);
    },
  },
  {
    logic: 'matches',
    family: 'text',
    added: true,
    words: { en: ['matches', 'matches the pattern'], de: ['entspricht dem Muster'], fr: ['correspond à'] },
    arity: { min: 2, max: 2 },
    operands: ['any', 'pattern'],
    result: 'boolean',
    onNull: 'never-true',
    evaluate: (run, a, b) => {
      if (!isThere(a) || !isThere(b)) return false;
      const text = textOf(a, run);
      const pattern = compilePattern(textOf(b, run));
      if (!pattern.ok) return run.stop('bad-pattern', `The regular expression cannot be used: ${pattern.error}.`);
      return pattern.value.isIn(text, run);
    },
  },
  {
    logic: 'lower',
    family: 'text',
    added: true,
    words: { en: ['in any case', 'ignoring case'], de: ['ohne Groß- und Kleinschreibung'], fr: ['sans casse'] },
    arity: { min: 1, max: 1 },
    operands: ['any'],
    result: 'text',
    onNull: 'stays-empty',
    evaluate: (run, a) => (isThere(a) ? foldedText(a, run) : null),
  },
  {
    logic: 'length',
    family: 'text',
    added: true,
    words: { en: ['length of', 'number of characters in'], de: ['Länge von'], fr: ['longueur de'] },
    arity: { min: 1, max: 1 },
    operands: ['any'],
    result: 'number',
    onNull: 'as-zero',
    evaluate: (run, a) => {
      if (!isThere(a)) return 0;
      if (Array.isArray(a)) return a.length;
      return charactersIn(visited(textOf(a, run), run));
    },
  },
  {
    logic: 'cat',
    family: 'text',
    added: false,
    words: { en: ['followed by'], de: ['gefolgt von'], fr: ['suivi de'] },
    arity: { min: 1, max: Number.MAX_SAFE_INTEGER },
    operands: ['any'],
    result: 'text',
    onNull: 'stays-empty',
    evaluate: (run, ...operands) => joinTexts(operands, '', run),
  },
  {
    logic: 'substr',
    family: 'text',
    added: false,
    words: { en: ['part of'], de: ['Teil von'], fr: ['partie de'] },
    arity: { min: 2, max: 3 },
    operands: ['text', 'number'],
    result: 'text',
    onNull: 'as-value',
    evaluate: (run, source, start, end) => {
      const text = textOf(source, run);
      const rest = from(text, numberOf(start, run));
      run.make(rest.length);
      if (end === undefined) return rest;
      const size = primitiveOf(end, run);
      if (typeof size === 'string') run.look(size.length);
      if (!isNegative(size)) return rest.slice(0, wholeOf(size));
      // A negative size counts from the end, as in PHP. Written as a text it is joined to the length, which gives no number.
      return typeof size === 'string' ? '' : rest.slice(0, Math.max(0, rest.length + Math.trunc(Number(size))));
    },
  },
];

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function foldedText(value: unknown, run: Run): string {
  return composed(visited(textOf(value, run), run)).toLowerCase();
}

function visited(text: string, run: Run): string {
  run.step(1 + (text.length >>> 6));
  return text;
}

function from(text: string, start: number): string {
  const whole = wholeOf(start);
  return text.slice(whole < 0 ? Math.max(0, text.length + whole) : whole);
}

function isNegative(value: unknown): boolean {
  return (value as number) < 0;
}

/** Characters as people count them in a text: code points, so that an emoji is one. */
function charactersIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++, count++) if ((text.codePointAt(i) ?? 0) > 0xffff) i++;
  return count;
}

function wholeOf(value: unknown): number {
  return Math.trunc(Number(value)) || 0;
}
