import type { Reading } from '@lib/rules';
import { parsePlain } from '../reading/read-number';
import { namesIdentifier } from './name-hints';
import type { Evidence, FileHints } from './evidence';

const SHAPE =
  /^([+\-\u2212]?)\s*([^\d\s+\-\u2212(.,]{0,4}?)\s*(\(?[+\-\u2212]?[\d.,][\d.,'\u2019 \u00a0\u2009\u202f]*(?:[eE][+-]?\d{1,3})?\)?)(\s*)([^\d]{0,12})$/u;
const CURRENCY = /^(?:\p{Sc}|US\$|A\$|C\$|CHF|EUR|USD|GBP|JPY|CNY|SEK|NOK|DKK|PLN|CZK|HUF|RON|INR|BRL|CAD|AUD|Fr\.)$/u;
const TIGHT_UNIT =
  /^(?:\p{Sc}|[%‰°]|[kcmµ]?[gml]|t|kg|lbs?|oz|km|cm|mm|m[²³]|GB|MB|TB|kWh?|MW|W|V|h|°[CF]|EUR|USD|GBP|CHF)$/u;
const SPACED_UNIT = /^(?:\p{Sc}|[%‰°]|\p{L}[\p{L}.²³/]{0,7}|°[CF])$/u;

/** Share of the filled values that must be numbers. */
const ENOUGH = 0.9;

interface Numeral {
  readonly body: string;
  readonly unit: string;
  readonly count: number;
  /** What it says with either decimal mark, where it says anything. */
  readonly value: Readonly<Record<'.' | ',', number | undefined>>;
}

/** The reading under which the values are quantities, or nothing where they are not, or where digits are names. */
export function inferNumber(evidence: Evidence, hints: FileHints): Reading | undefined {
  const numerals: Numeral[] = [];
  const isMostlyNumbers = evidence.numbers > 0 && evidence.numbers >= evidence.textCount * 9;
  for (const [text, count] of evidence.texts) {
    const numeral = takeApart(text.trim());
    if (!numeral) continue;
    // Among JSON's own numbers such a value is an odd one out, and merely cannot be read.
    if (isMostlyNumbers && isDigitName(numeral)) continue;
    // One such value is enough: as numbers they would come back as something else.
    if (isDigitName(numeral)) return undefined;
    numerals.push({ ...numeral, count });
  }
  if (numerals.length === 0 && !isMostlyNumbers) return undefined;
  const unit = commonUnit(numerals);
  const fitting = numerals.filter(numeral => numeral.unit === '' || numeral.unit === unit);
  const decimalMark = decimalMarkOf(fitting, hints);
  const readable = fitting.filter(({ value }) => value[decimalMark] !== undefined);
  const share = (total(readable) + evidence.numbers) / (evidence.textCount + evidence.numbers);
  if (share < ENOUGH || areIdentifiers(readable, evidence)) return undefined;
  return { type: 'number', ...(decimalMark === ',' && { decimalMark }), ...(unit && { unit }) };
}

/** Whether a text by itself is a number that may be read as one. */
export function isQuantity(text: string): boolean {
  const numeral = takeApart(text.trim());
  return numeral !== undefined && !isDigitName(numeral);
}

/** Which mark clearly is the decimal mark of these values; nothing where they do not say. */
export function clearDecimalMark(evidence: Evidence): '.' | ',' | undefined {
  const votes = decimalVotes(
    [...evidence.texts].flatMap(([text, count]) => {
      const numeral = takeApart(text.trim());
      return numeral ? [{ ...numeral, count }] : [];
    }),
  );
  return votes > 0 ? ',' : votes < 0 ? '.' : undefined;
}

function takeApart(text: string): Omit<Numeral, 'count'> | undefined {
  if (text.length > 60 || !/\d/.test(text)) return undefined;
  const found = SHAPE.exec(text);
  if (!found) return undefined;
  const [, sign = '', before = '', digits = '', gap = '', after = ''] = found;
  const suffix = after.trim();
  if (before && (suffix || !CURRENCY.test(before))) return undefined;
  if (suffix && !(gap === '' && !digits.endsWith(' ') ? TIGHT_UNIT : SPACED_UNIT).test(suffix)) return undefined;
  const body = sign + digits.trim();
  const value = valueOf(body);
  if (value['.'] === undefined && value[','] === undefined && !/^[+-]?(?:\d{16,}|0[\d ]+)$/.test(body))
    return undefined;
  return { body, unit: before || suffix, value };
}

function valueOf(body: string): Numeral['value'] {
  const value = parsePlain(body, '.');
  // Where neither mark stands, both say the same; most numerals are such.
  return { '.': value, ',': /[.,]/.test(body) ? parsePlain(body, ',') : value };
}

/** Leading zeros, phone numbers, integers JavaScript cannot hold. */
function isDigitName({ body, unit }: { body: string; unit: string }): boolean {
  if (unit) return false;
  if (/^0\d/.test(body) && !/^0+[.,]/.test(body)) return true;
  if (/^\+\d[\d ]{6,}$/.test(body)) return true;
  return /^[+-]?\d{16,}$/.test(body) && !Number.isSafeInteger(Number(body));
}

function commonUnit(numerals: readonly Numeral[]): string {
  const counts = new Map<string, number>();
  for (const { unit, count } of numerals) if (unit) counts.set(unit, (counts.get(unit) ?? 0) + count);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Where the values do not say, the rest of the file does; a lone `1.234` is a fraction, as programs write it. */
function decimalMarkOf(numerals: readonly Numeral[], hints: FileHints): '.' | ',' {
  const votes = decimalVotes(numerals);
  if (votes !== 0) return votes > 0 ? ',' : '.';
  return hints.decimalMark ?? '.';
}

/** Above zero for a decimal comma, below for a decimal point. */
function decimalVotes(numerals: readonly Numeral[]): number {
  let votes = 0;
  for (const { body, value, count } of numerals) {
    if ((value['.'] === undefined) !== (value[','] === undefined)) {
      votes += value['.'] === undefined ? count : -count;
    } else if (/^[+-]?0?[.]\d{3}$/.test(body)) votes -= count;
    else if (/^[+-]?0?[,]\d{3}$/.test(body)) votes += count;
  }
  return votes;
}

/** Whole numbers that a header calls names, or that are long and all of one length. */
function areIdentifiers(numerals: readonly Numeral[], evidence: Evidence): boolean {
  if (evidence.numbers > 0 || !numerals.every(({ body, unit }) => unit === '' && /^\d+$/.test(body))) return false;
  if (namesIdentifier(evidence.label)) return true;
  const lengths = new Set(numerals.map(({ body }) => body.length));
  return numerals.length > 1 && lengths.size === 1 && numerals[0]!.body.length >= 9;
}

function total(numerals: readonly Numeral[]): number {
  return numerals.reduce((sum, { count }) => sum + count, 0);
}
