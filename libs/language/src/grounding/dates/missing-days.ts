import { AFTER_COUNT, COUNTED, type DateLiteral, isoDate, isYear, pad } from './date-reader';
import type { Reader } from '../reader';
import type { Token } from '../words/segment';

/** A year with a 29 February, for days whose year was not said. */
const LEAP_YEAR = 2024;
/** Every month has so many days. */
const IN_EVERY_MONTH = 28;

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && isoDate(year, month, day) === `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

/** "2025-02-30", "31/02/2025", "31.11.2026": whichever way round day and month are read. */
function isMissing(written: string): boolean {
  const parts = written.split(/[./-]/).map(Number);
  const [a = 0, b = 0, c = 0] = parts;
  if (parts.length !== 3 || parts.some(part => !Number.isInteger(part))) return false;
  if (a > 999) return !isDay(a, b, c);
  // "45.13.10" may as well be a version.
  return c > 999 && !isDay(c, b, a) && !isDay(c, a, b);
}

const dayOf = (token: Token | undefined): number | undefined => {
  const digits = token && (/^\d{1,2}$/.exec(token.text)?.[0] ?? COUNTED.exec(token.fold)?.[1]);
  const day = Number(digits ?? 0);
  return day > IN_EVERY_MONTH && day <= 31 ? day : undefined;
};

/** Where a date that begins here ends, if there is no such day: "30 February", "November 31st, 2026", "31.11.2026". */
export function missingDay(reader: Reader, at: number): number | undefined {
  const { tokens, lexicon } = reader;
  const token = tokens[at];
  if (token?.kind === 'date') return isMissing(token.text) ? at + 1 : undefined;
  const monthAt = (i: number): number | undefined =>
    tokens[i]?.kind === 'word' ? lexicon.months.get(tokens[i]?.fold ?? '') : undefined;
  const behindDay = (i: number): number => {
    const mark = tokens[i]?.glued && AFTER_COUNT.test(tokens[i]?.fold ?? '') ? i + 1 : i;
    return reader.says(mark, 'ofDate') ? mark + 1 : mark;
  };
  const first = dayOf(token);
  const named = first === undefined ? at : behindDay(at + 1);
  const month = monthAt(named);
  if (month === undefined) return undefined;
  const day = first ?? dayOf(tokens[named + 1]);
  if (day === undefined) return undefined;
  let to = first === undefined ? behindDay(named + 2) : named + 1;
  const joint = tokens[to]?.fold === ',' || reader.says(to, 'ofDate') ? to + 1 : to;
  const year = isYear(tokens[joint]) ? Number(tokens[joint]?.text) : undefined;
  if (year !== undefined) to = joint + 1;
  return isDay(year ?? LEAP_YEAR, month, day) ? undefined : to;
}

/** "2月30日" was read as a day of March. */
export function rollsOver(written: string, { start }: DateLiteral): boolean {
  const said = /(\d{1,2})月(\d{1,2})[日号號]/u.exec(written);
  return said !== null && 'iso' in start && Number(start.iso.slice(8, 10)) !== Number(said[2]);
}
