import type { Reading } from '@lib/rules';

/** What may group thousands, whatever the decimal mark: blanks of several widths and apostrophes. */
export const GROUP_MARKS = " \\u00a0\\u2009\\u202f'\\u2019";

/** The same mark groups all thousands of a number. */
function plainNumber(decimalMark: '.' | ','): RegExp {
  const other = decimalMark === '.' ? ',' : '.';
  const mark = `\\${decimalMark}`;
  const grouped = `\\d{1,3}(?:([${GROUP_MARKS}${other}])\\d{3})(?:\\1\\d{3})*`;
  return new RegExp(`^(?:${grouped}|\\d+)?(?:${mark}\\d*)?(?:[eE][+-]?\\d{1,3})?$`);
}

const PLAIN = { '.': plainNumber('.'), ',': plainNumber(',') } as const;
const SIMPLE = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
const NOT_DIGITS = new RegExp(`[${GROUP_MARKS}]`, 'g');

/**
 * A number as the field writes it, or `undefined`. Integers beyond 2^53 and leading zeros are none: as numbers they would
 * lose digits.
 */
export function compileNumber(reading: Reading): (text: string) => number | undefined {
  const decimalMark = reading.decimalMark ?? '.';
  const { unit } = reading;
  return text => {
    if (decimalMark === '.' && SIMPLE.test(text)) return Number(text);
    let bare = text.trim();
    if (unit) bare = withoutUnit(bare, unit);
    return parsePlain(bare, decimalMark);
  };
}

function withoutUnit(text: string, unit: string): string {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const unsigned = text.slice(sign.length);
  if (unsigned.startsWith(unit)) return sign + unsigned.slice(unit.length).trimStart();
  return text.endsWith(unit) ? text.slice(0, -unit.length).trimEnd() : text;
}

/** A number without unit; `(1,234.50)` is negative, as accountants write it. */
export function parsePlain(text: string, decimalMark: '.' | ','): number | undefined {
  const bracketed = text.startsWith('(') && text.endsWith(')');
  const signed = bracketed ? text.slice(1, -1) : text;
  const sign = bracketed || /^[-\u2212]/.test(signed) ? -1 : 1;
  const digits = signed.replace(/^[-+\u2212]\s*/, '');
  if (!/\d/.test(digits) || !/^[\d.,]/.test(digits) || !PLAIN[decimalMark].test(digits)) return undefined;
  if (/^0\d/.test(digits)) return undefined;
  const other = decimalMark === '.' ? ',' : '.';
  const canonical = digits.replace(NOT_DIGITS, '').replaceAll(other, '').replace(decimalMark, '.');
  const value = sign * Number(canonical);
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
  return value === 0 ? 0 : value;
}
