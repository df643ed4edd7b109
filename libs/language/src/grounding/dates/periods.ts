import type { DateLiteral, DatePoint, Period } from './date-reader';
import type { Role } from '../lexicon';
import type { Reader } from '../reader';

const PERIODS: readonly (readonly [Role, 'day' | Period, string])[] = [
  ['day', 'day', 'D'],
  ['week', 'week', 'W'],
  ['month', 'month', 'M'],
  ['quarter', 'quarter', 'Q'],
  ['year', 'year', 'Y'],
];

/** The word for a kind of period that stands here. */
export function periodAt(
  reader: Reader,
  at: number,
): { readonly grain: 'day' | Period; readonly letter: string; readonly to: number } | undefined {
  for (const [role, grain, letter] of PERIODS) {
    const to = reader.roleAt(at, role);
    if (to !== undefined) return { grain, letter, to };
  }
  return undefined;
}

export const LETTERS: ReadonlyMap<'day' | Period, string> = new Map(
  PERIODS.map(([, grain, letter]) => [grain, letter]),
);

/** An amount of time as the durations of `today` are written: whole days, weeks, months or years. */
export function duration(amount: number, letter: string): string | undefined {
  if (letter === 'Q') return Number.isInteger(amount * 3) ? `P${amount * 3}M` : undefined;
  if (Number.isInteger(amount)) return `P${amount}${letter}`;
  const months = letter === 'Y' ? amount * 12 : undefined;
  return months !== undefined && Number.isInteger(months) ? `P${months}M` : undefined;
}

/** The period so many of its kind from now. */
export function wholePeriod(grain: 'day' | Period, letter: string, sign: number, to: number): DateLiteral {
  const step = (n: number): string | undefined =>
    n === 0 ? undefined : `${n < 0 ? '-' : ''}${duration(Math.abs(n), letter) ?? ''}`;
  const point = (n: number): DatePoint => {
    const offset = step(n);
    return { ...(offset !== undefined && { offset }), ...(grain !== 'day' && { period: grain }) };
  };
  return { start: point(sign), end: point(sign + 1), grain, to };
}

/** "去年", "先月", "the day before yesterday": a period of the calendar in a word. */
export function readCalendarWord(reader: Reader, at: number): DateLiteral | undefined {
  const word = reader.longest(at, reader.lexicon.calendarWords, 6);
  if (!word) return undefined;
  const { grain, from } = word.value;
  return wholePeriod(grain, LETTERS.get(grain) ?? 'D', from, word.to);
}

/** From so long ago until now, or from now on for so long. */
export const windowOf = ({ iso }: { readonly iso: string }, window: 'past' | 'future', to: number): DateLiteral =>
  window === 'past'
    ? { start: { offset: `-${iso}` }, end: {}, grain: 'day', window, to }
    : { start: {}, end: { offset: iso }, grain: 'day', window, to };
