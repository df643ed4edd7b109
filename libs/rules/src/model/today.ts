import type { Clock } from './clock';

/** The spans *today* can be taken back to the start of. */
export const PERIODS = ['week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** A distance of whole days, weeks, months and years. Months come first and clamp at the month's end. */
export interface DayDistance {
  readonly months: number;
  readonly days: number;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DURATION = /^([+-]?)P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?$/;
const DAY_MS = 86_400_000;

/** Reads an ISO 8601 duration without a time part (`-P1M`, `P2W`); `undefined` where the text is none. */
export function readDuration(text: string): DayDistance | undefined {
  const parts = DURATION.exec(text);
  if (!parts) return undefined;
  const [years, months, weeks, days] = [2, 3, 4, 5].map(i => Number(parts[i] ?? 0)) as [number, number, number, number];
  const sign = parts[1] === '-' ? -1 : 1;
  return { months: sign * (years * 12 + months), days: sign * (weeks * 7 + days) };
}

// Making a formatter costs more than a thousand evaluations, and a zone's day only depends on the instant.
const formatters = new Map<string, Intl.DateTimeFormat>();
const todays = new WeakMap<Clock, Day>();

/** Today's ISO date in the clock's zone, moved by a distance, then taken back to the first day of its period. */
export function todayAt(clock: Clock, distance?: DayDistance, period?: string): string {
  let day = todays.get(clock);
  if (!day) todays.set(clock, (day = dayOf(clock)));
  const months = day.year * 12 + day.month + (distance?.months ?? 0);
  const year = Math.floor(months / 12);
  const month = months - year * 12;
  const clamped = Math.min(day.day, new Date(Date.UTC(year, month + 1, 0)).getUTCDate());
  return isoOf(startOf(Date.UTC(year, month, clamped + (distance?.days ?? 0)), period));
}

function startOf(time: number, period: string | undefined): number {
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (period) {
    case 'week':
      return time - ((date.getUTCDay() + 6) % 7) * DAY_MS;
    case 'month':
      return Date.UTC(year, month, 1);
    case 'quarter':
      return Date.UTC(year, month - (month % 3), 1);
    case 'year':
      return Date.UTC(year, 0, 1);
    default:
      return time;
  }
}

function isoOf(time: number): string {
  return Number.isFinite(new Date(time).getTime()) ? new Date(time).toISOString().slice(0, 10) : '';
}

function dayOf(clock: Clock): Day {
  let formatter = formatters.get(clock.timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone: clock.timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(clock.timeZone, formatter);
  }
  const part = new Map(formatter.formatToParts(new Date(clock.now)).map(({ type, value }) => [type, Number(value)]));
  return { year: part.get('year') ?? 0, month: (part.get('month') ?? 1) - 1, day: part.get('day') ?? 1 };
}
