import type { CompiledLexicon, UnitWord } from '../compiled-lexicon';
import { opensIdeographicNumber, readIdeographicNumber } from './ideographic-numbers';
import { isIdeographic } from './join-words';
import type { Role } from '../lexicon';
import type { Reader } from '../reader';

/** A number as written, with what stood around it. `to` is the index after its last token. */
export interface NumberLiteral {
  readonly value: number;
  readonly unit?: UnitWord;
  /** The word of the unit: it may name a field as well ("10 units", "3 points"). */
  readonly unitKey?: string;
  /** A scale (thousand, million) was written: the value is not to be doubted. */
  readonly scaled: boolean;
  /** Said to be more than that: "50多小时". */
  readonly more?: true;
  readonly to: number;
}

const TIME_BASES = new Set(['d', 'h', 'mo']);
export function isTimeUnit(unit: UnitWord | undefined): boolean {
  return unit !== undefined && TIME_BASES.has(unit.base);
}

/** Bases of units that are money. */
const CURRENCY = /^(cent|eur|usd|gbp|chf|jpy|cny|brl|dkk|sek|nok|cad|aud|pln|inr|kr)$/;

export const isCurrency = (base: string): boolean => CURRENCY.test(base);

/** Hundredths of any currency. */
const HUNDREDTHS = 'cent';

/** What the hundredths of a currency and the currency come to in each other; `undefined` where neither or both are hundredths. */
export function inHundredths(said: UnitWord, own: UnitWord): number | undefined {
  const [parts, kept] = [said.base === HUNDREDTHS, own.base === HUNDREDTHS];
  if (parts === kept || !isCurrency(said.base) || !isCurrency(own.base)) return undefined;
  return kept ? 100 : 0.01;
}

/** Hours and money of some stretch of time. */
const isPaidBy = ({ base }: UnitWord, per: UnitWord | undefined): boolean =>
  isTimeUnit(per) && (base === 'h' || isCurrency(base));

/** Digits with marks read by shape first, by the language's decimal mark where the shape leaves it open (`1.000`). */
export function parseDigits(text: string, decimalMark: '.' | ','): number {
  const plain = text.replace(/[\u00a0\u202f ']|[.,][-–—]+$/g, '');
  const dots = plain.split('.').length - 1;
  const commas = plain.split(',').length - 1;
  let decimal: string = decimalMark;
  if (dots > 0 && commas > 0) decimal = plain.lastIndexOf('.') > plain.lastIndexOf(',') ? '.' : ',';
  else if (dots + commas === 1) {
    const mark = dots === 1 ? '.' : ',';
    const grouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(plain);
    // A mark that is not followed by exactly three digits can only be a decimal one.
    decimal = grouped ? decimalMark : mark;
  } else if (dots > 1) decimal = ',';
  else if (commas > 1) decimal = '.';
  const group = decimal === '.' ? /,/g : /\./g;
  return Number(plain.replace(group, '').replace(decimal, '.'));
}

/** "twenty-five", "treinta y cinco", "vingt et un". */
function joinsDigits(reader: Reader, at: number, current: number): boolean {
  const { tokens, lexicon } = reader;
  const next = reader.longest(at + 1, lexicon.numbers);
  if (!next) return false;
  if (tokens[at]?.fold === '-') return tokens[at]?.glued === true;
  const joint = lexicon.roles.get(tokens[at]?.fold ?? '')?.includes('and') === true;
  return joint && current % 10 === 0 && current >= 20 && current % 100 > 0 && next.value < 10 && next.value > 0;
}

function readWords(
  reader: Reader,
  at: number,
): { readonly value: number; readonly to: number; readonly scaled: boolean } | undefined {
  let total = 0;
  let current: number | undefined;
  let scaled = false;
  let to = at;
  for (let i = at; i < reader.tokens.length && i < at + 12;) {
    const word = reader.longest(i, reader.lexicon.numbers);
    if (
      word &&
      (current === undefined ||
        (current % 100 === 0 && word.value < 100) ||
        (current % 10 === 0 && current >= 20 && word.value < 10))
    ) {
      current = (current ?? 0) + word.value;
      scaled ||= word.value >= 1000;
      to = i = word.to;
      continue;
    }
    const scale = reader.longest(i, reader.lexicon.scales);
    if (scale && current !== undefined && !/^[a-z]$/.test(reader.tokens[i]?.fold ?? 'k')) {
      scaled ||= scale.value >= 1000;
      if (scale.value < 1000) {
        // "mille cinq cents": only what stands right before is multiplied.
        const counted = current % 100;
        current = counted > 0 ? current - counted + counted * scale.value : current * scale.value;
      } else {
        total += current * scale.value;
        current = undefined;
      }
      to = i = scale.to;
      if (current === undefined && !reader.longest(i, reader.lexicon.numbers)) break;
      current ??= 0;
      continue;
    }
    const hyphen = reader.tokens[i];
    if (hyphen && to === i && current !== undefined && joinsDigits(reader, i, current)) {
      i++;
      continue;
    }
    break;
  }
  return to === at ? undefined : { value: total + (current ?? 0), to, scaled };
}

/** "two tonnes and a half", "a year and a half", "tres toneladas y media": where the half behind a unit ends. */
export function halfBehind(reader: Reader, at: number, units: Units): number | undefined {
  const { tokens, lexicon } = reader;
  if (lexicon.roles.get(tokens[at]?.fold ?? '')?.includes('and') !== true) return undefined;
  const article = reader.says(at + 1, 'single');
  const half = reader.longest(article ? at + 2 : at + 1, lexicon.numbers);
  const to = half?.value === 0.5 ? half.to : article ? reader.roleAt(at + 2, 'half') : undefined;
  return to !== undefined && !reader.longest(to, units) ? to : undefined;
}

/** "half tonne", "a quarter tonne", "demi-tonne": a part of a unit that is no time. */
function partOfUnit(reader: Reader, at: number, units: Units): ReturnType<typeof readWords> {
  const part = reader.longest(at, reader.lexicon.parts);
  if (!part) return undefined;
  const to = reader.tokens[part.to]?.fold === '-' ? part.to + 1 : part.to;
  const unit = reader.longest(to, units, 3)?.value;
  return unit && !isTimeUnit(unit) ? { value: part.value, to, scaled: false } : undefined;
}

/** "minus" leads a number where it takes nothing from another: at the start, or behind a word of comparing or place. */
function isMinus(reader: Reader, at: number): boolean {
  if (!reader.says(at, 'minusSign')) return false;
  const { tokens, lexicon } = reader;
  const next = tokens[at + 1];
  if (next?.kind !== 'number' && !lexicon.numbers.has(next?.fold ?? '')) return false;
  return tokens[at - 1] === undefined || reader.says(at - 1, 'than') || leadsToNumber(reader, at - 1);
}

const LEADING: readonly Role[] = ['gt', 'gte', 'lt', 'lte', 'between', 'from', 'to', 'be', 'and', 'eq', 'in'];

const leadsToNumber = ({ tokens, lexicon }: Reader, at: number): boolean =>
  lexicon.roles.get(tokens[at]?.fold ?? '')?.some(role => LEADING.includes(role)) ?? false;

/** The mark of a number below zero; "が-20度" is written without a blank before it. */
function isSign(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const [mark, next] = [tokens[at], tokens[at + 1]];
  if (mark?.fold !== '-' || !next?.glued || next.kind !== 'number') return false;
  return !mark.glued || (isIdeographic(tokens[at - 1]?.fold ?? '') && leadsToNumber(reader, at - 1));
}

/** So many pieces a word is that is written with a slash. */
const SLASHED = 3;

type Units = CompiledLexicon['units'];
export const NO_UNITS: Units = new Map();

/** A number that starts at this token: digits or words, with sign, scale, currency, percent and unit. */
export function readNumber(reader: Reader, at: number, units: Units = reader.lexicon.units): NumberLiteral | undefined {
  const { tokens, lexicon } = reader;
  let from = at;
  let unit: UnitWord | undefined;
  let sign = 1;
  const before = tokens[from];
  if (!before) return undefined;
  if (isSign(reader, from)) {
    sign = -1;
    from++;
  }
  // "warmer than minus 60 degrees"
  if (isMinus(reader, from)) {
    sign = -1;
    from++;
  }
  const prefix =
    tokens[from + 1]?.kind === 'number' && /^(€|\$|£|¥|eur|usd|gbp|chf|dkk|sek|nok)$/.test(before.fold)
      ? units.get(before.fold)
      : undefined;
  if (prefix) {
    unit = prefix;
    from++;
  }
  const token = tokens[from];
  if (!token) return undefined;
  let value: number;
  let to = from + 1;
  let scaled = false;
  const ideographic = opensIdeographicNumber(tokens, from)
    ? readIdeographicNumber(tokens, from, text => parseDigits(text, lexicon.decimalMark))
    : undefined;
  if (ideographic) ({ value, to, scaled } = ideographic);
  else if (token.kind === 'number') {
    value = parseDigits(token.text, lexicon.decimalMark);
    const scale = reader.longest(to, lexicon.scales, 2);
    const next = tokens[to];
    // "m" and "t" are scales only right behind the digits: "5 m" may be metres.
    const rate = tokens[scale?.to ?? to]?.fold === '/' && tokens[scale?.to ?? to]?.glued === true;
    if (scale && next && !rate && (next.fold.length > 1 || next.glued || next.fold === 'k' || scale.to > to + 1)) {
      value *= scale.value;
      scaled = scale.value >= 1000;
      to = scale.to;
    }
  } else {
    const words = partOfUnit(reader, from, units) ?? readWords(reader, from);
    if (!words) return undefined;
    ({ value, to, scaled } = words);
  }
  if (!Number.isFinite(value)) return undefined;
  // "3 y medio", "3 et demi"
  const part = token.kind === 'number' && Number.isInteger(value) ? halfBehind(reader, to, units) : undefined;
  if (part !== undefined) [value, to] = [value + 0.5, part];
  const more = saysMore(reader, to);
  if (more) to++;
  // "10 t/m 50": what leads on to another number is no weight.
  const slashed = tokens[to + 1]?.fold === '/' && lexicon.roles.has(reader.key(to, to + SLASHED));
  const after = slashed ? undefined : reader.longest(to, units, 3);
  let unitKey: string | undefined;
  if (after && !unit) {
    unit = after.value;
    unitKey = reader.key(to, after.to);
    to = after.to;
    // "7 mm/s", "80 km/h": a unit of its own, never converted.
    const per = tokens[to + 1];
    if (tokens[to]?.fold === '/' && tokens[to]?.glued && per?.glued && per.kind === 'word') {
      // "20 h/week", "80 €/h": fields keep hours and money by the week or hour in their own unit.
      if (!isPaidBy(unit, units.get(per.fold))) unit = { base: `${unit.base}/${per.fold}`, factor: 1 };
      unitKey = undefined;
      to += 2;
    }
    const half = halfBehind(reader, to, units);
    if (half !== undefined && Number.isInteger(value)) [value, to] = [value + 0.5, half];
  }
  const behind = !more && unit !== undefined && saysMore(reader, to);
  if (behind) to++;
  return {
    value: sign * value,
    scaled,
    to,
    ...((more || behind) && { more: true as const }),
    ...(unit && { unit }),
    ...(unitKey !== undefined && { unitKey }),
  };
}

/** "一万多", "3公斤多": right behind the number or its unit. */
export const saysMore = (reader: Reader, at: number): boolean =>
  reader.tokens[at]?.glued === true && reader.says(at, 'andMore');
