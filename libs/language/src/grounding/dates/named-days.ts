import { type DateLiteral, isoDate, yearAt } from './date-reader';
import type { Role } from '../lexicon';
import type { Reader } from '../reader';
import type { YearlyDays } from './yearly-days';

/** A week in seven days and its end, by their place in it. */
const DAYS = 7;
const WEEKEND = 8;
/** More words no such name has. */
const LONGEST = 4;

/** How many days Easter Sunday lies behind the first of March. */
function easterOf(year: number): number {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - (century >> 2) - skipped + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * ((year % 100) >> 2) - moon - (year % 4)) % DAYS;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  return 21 + moon + sunday - DAYS * late;
}

type Days = Pick<DateLiteral, 'start' | 'end' | 'grain' | 'rough'> & {
  readonly start: { readonly iso: string };
  readonly end: { readonly iso: string };
};

function ofYear(days: YearlyDays, year: number): Days {
  if ('easter' in days) {
    const day = easterOf(year) + 1 + days.easter;
    return { start: { iso: isoDate(year, 3, day) }, end: { iso: isoDate(year, 3, day + 1) }, grain: 'day' };
  }
  const { month, day, months } = days;
  const start = { iso: isoDate(year, month, day) };
  if (months === 0) return { start, end: { iso: isoDate(year, month, day + 1) }, grain: 'day' };
  // When a season begins is told by the calendar, by the stars or by the weather.
  return { start, end: { iso: isoDate(year, month + months, day) }, grain: 'month', rough: true };
}

function ofWeek(place: number, today: string, weeks: number): Days {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const weekday = new Date(today).getUTCDay() || DAYS;
  const first = day + (place === WEEKEND ? 6 : place) - weekday + weeks * DAYS;
  const length = place === WEEKEND ? 2 : 1;
  return {
    start: { iso: isoDate(year, month, first) },
    end: { iso: isoDate(year, month, first + length) },
    grain: 'day',
  };
}

/** Which of them is meant: the last one over, the next to come, that of this year or week. */
type Which = 'last' | 'next' | 'this';

const BEFORE = ['last', 'next', 'this'] as const;
const BEHIND = [
  ['lastBehind', 'last'],
  ['nextBehind', 'next'],
  ['thisBehind', 'this'],
] as const;

/** Those around now, from the earliest on. */
const NEAR = [-2, -1, 0, 1, 2];

/** "last Friday", "next summer", "since Easter", "lunedì scorso", "verano de 2023": days that are called by a name. */
export function readNamedDays(
  reader: Reader,
  at: number,
  dateAt: (at: number) => DateLiteral | undefined,
): DateLiteral | undefined {
  const { lexicon, clock } = reader;
  if (lexicon.weekdays.size === 0 && lexicon.yearlyDays.size === 0) return undefined;
  const inWeek = readDayOfWeek(reader, at);
  if (inWeek) return inWeek;
  // "de aquí a fin de año": up to a day, and not that day alone.
  const leads = reader.roleAt(at, 'until');
  const before = BEFORE.map(which => [which, reader.roleAt(at, which)] as const).find(
    ([, to]) => to !== undefined && to !== leads,
  );
  const from = before?.[1] ?? at;
  const yearly = reader.longest(from, lexicon.yearlyDays, LONGEST);
  const weekday = yearly ? undefined : reader.longest(from, lexicon.weekdays, LONGEST);
  const end = yearly?.to ?? weekday?.to;
  if (end === undefined) return undefined;
  const today = clock.now.slice(0, 10);
  if (weekday && !before) {
    const said = dayBehind(reader, end, dateAt);
    if (said) return said;
    const within = dateAt(end) ?? dateAt(behindOf(reader, end));
    const week = weeksOf(within);
    if (within && week !== undefined) return { ...ofWeek(weekday.value, today, week), to: within.to };
  }
  const thisYear = Number(today.slice(0, 4));
  const said = yearly && !before ? yearAt(reader, end) : undefined;
  if (yearly && said) return { ...ofYear(yearly.value, said.year), to: said.to };
  const behind = before ? undefined : BEHIND.find(([role]) => reader.roleAt(end, role) !== undefined);
  const to = behind ? (reader.roleAt(end, behind[0]) ?? end) : end;
  const around = NEAR.map(away =>
    yearly ? ofYear(yearly.value, thisYear + away) : ofWeek(weekday?.value ?? 1, today, away),
  );
  // "on a Monday" is any of them, and "the spring campaign" what is called so.
  if (!before && !behind && (reader.says(at - 1, 'single') || describesNoun(reader, end))) return undefined;
  return meant(around, before?.[0] ?? behind?.[1], today, yearly !== undefined, to);
}

/** "Friday, 13 November", "Friday the 13th of November": the date behind the day of the week says all. */
function dayBehind(
  reader: Reader,
  end: number,
  dateAt: (at: number) => DateLiteral | undefined,
): DateLiteral | undefined {
  const comma = reader.tokens[end]?.fold === ',' ? end + 1 : end;
  const at = reader.says(comma, 'article') ? comma + 1 : comma;
  const said = reader.longest(at, reader.lexicon.weekdays, LONGEST) ? undefined : dateAt(at);
  return said?.grain === 'day' && 'iso' in said.start ? said : undefined;
}

/** Where the week may stand that a day is "of"; no word that leads to the end of a range says so. */
function behindOf(reader: Reader, end: number): number {
  const leads = reader.roleAt(end, 'to') ?? reader.roleAt(end, 'until');
  const of = leads === undefined ? (reader.roleAt(end, 'of') ?? end) : end;
  return reader.roleAt(of, 'det') ?? of;
}

/** Whether it stands before a noun that it tells more of, where nouns are told more of so. */
function describesNoun({ tokens, lexicon }: Reader, at: number): boolean {
  const next = tokens[at];
  if (lexicon.adjectivesFollow || lexicon.compounds || lexicon.verbLast || next?.kind !== 'word') return false;
  const played = lexicon.roles.get(next.fold);
  return !played?.some(role => GOING_ON.includes(role)) || played.includes('noun');
}

/** What a sentence goes on with behind a date. */
const GOING_ON: readonly Role[] = [
  ...(['and', 'or', 'but', 'then', 'except', 'where', 'not', 'be', 'have', 'does'] as const),
  ...(['in', 'to', 'until', 'with', 'without', 'give', 'tag', 'add', 'setTo', 'remove'] as const),
];

/** How many weeks from this one, where it is a week. */
function weeksOf(date: DateLiteral | undefined): number | undefined {
  if (date?.grain !== 'week' || 'iso' in date.start || date.window) return undefined;
  const found = /^(-?)P(\d+)W$/.exec(date.start.offset ?? 'P0W');
  return found ? Number(`${found[1]}${found[2]}`) : undefined;
}

/** "先週の金曜日": the week before the day of it. */
function readDayOfWeek(reader: Reader, at: number): DateLiteral | undefined {
  const { lexicon, clock } = reader;
  const week = lexicon.verbLast ? reader.longest(at, lexicon.calendarWords, LONGEST) : undefined;
  if (week?.value.grain !== 'week') return undefined;
  // "上上周三", "下个星期一": the word for the week may be the first part of its day.
  const day = [reader.roleAt(week.to, 'of') ?? week.to, week.to - 1, week.to - 2]
    .map(from => (from > at ? reader.longest(from, lexicon.weekdays, LONGEST) : undefined))
    .find(found => found !== undefined && found.to > week.to);
  return day && { ...ofWeek(day.value, clock.now.slice(0, 10), week.value.from), to: day.to };
}

function meant(
  around: readonly Days[],
  which: Which | undefined,
  today: string,
  yearly: boolean,
  to: number,
): DateLiteral | undefined {
  const over = around.filter(({ end }) => end.iso <= today).at(-1);
  const coming = around.find(({ start }) => start.iso > today);
  const running = around.find(({ start, end }) => start.iso <= today && end.iso > today);
  if (which === 'last') return over && { ...over, to };
  if (which === 'next') return coming && { ...coming, to };
  const [year] = today.split('-');
  const current = running ?? (yearly ? around.find(({ start }) => start.iso.startsWith(year ?? '')) : around[2]);
  if (which === 'this') return current && { ...current, to };
  if (running) return { ...running, to };
  // Which one is told by what happened then, or will.
  const untold = yearly ? { yearless: true } : { rough: true as const };
  return over && { ...over, ...untold, ...(coming && { rolled: { ...coming, to } }), to };
}
