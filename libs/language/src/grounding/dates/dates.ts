import type { Role } from '../lexicon';
import {
  AFTER_COUNT,
  COUNTED,
  type DateLiteral,
  type DatePoint,
  isoDate,
  isYear,
  laterWords,
  pad,
  yearAt,
} from './date-reader';
import { readIdeographicDate } from './ideographic-dates';
import { readNamedDays } from './named-days';
import { halfBehind, NO_UNITS, readNumber, saysMore } from '../words/numbers';
import { readEdge } from './period-edges';
import { duration, periodAt, readCalendarWord, wholePeriod, windowOf } from './periods';
import { readQuarter } from './quarters';
import type { Reader } from '../reader';
import type { Token } from '../words/segment';
import { readStretch } from './stretches';

export type { DateLiteral, DatePoint, Period } from './date-reader';

function isDay(year: number, month: number, day: number): boolean {
  return (
    month >= 1 && month <= 12 && day >= 1 && isoDate(year, month, day) === `${pad(year, 4)}-${pad(month)}-${pad(day)}`
  );
}

/** The day after an ISO date, or before it. */
export function moveDay(iso: string, days: number): string {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return isoDate(year, month, day + days);
}

export function dayLiteral(iso: string, to: number, unsure?: string): DateLiteral {
  return { start: { iso }, end: { iso: moveDay(iso, 1) }, grain: 'day', to, ...(unsure !== undefined && { unsure }) };
}

export function yearLiteral(year: number, to: number, bareYear = false): DateLiteral {
  return {
    start: { iso: isoDate(year, 1, 1) },
    end: { iso: isoDate(year + 1, 1, 1) },
    grain: 'year',
    to,
    ...(bareYear && { bareYear }),
  };
}

function monthLiteral(year: number, month: number, to: number): DateLiteral {
  return { start: { iso: isoDate(year, month, 1) }, end: { iso: isoDate(year, month + 1, 1) }, grain: 'month', to };
}

function readNumeric(token: Token, to: number, dayFirst: boolean): DateLiteral | undefined {
  const parts = token.text.split(/[./-]/).map(Number);
  if (/^\d{4}-\d{2}-\d{2}/.test(token.text)) {
    const iso = token.text.slice(0, 10);
    const [y = 0, m = 0, d = 0] = iso.split('-').map(Number);
    return isDay(y, m, d) ? dayLiteral(iso, to) : undefined;
  }
  const [a = 0, b = 0, c = 0] = parts;
  if (a > 999) return isDay(a, b, c) ? dayLiteral(isoDate(a, b, c), to) : undefined;
  const year = c < 100 ? (c > 70 ? 1900 : 2000) + c : c;
  const dotted = token.text.includes('.');
  const asDayFirst = isDay(year, b, a) ? isoDate(year, b, a) : undefined;
  const asMonthFirst = isDay(year, a, b) ? isoDate(year, a, b) : undefined;
  if (dotted || !asMonthFirst) return asDayFirst === undefined ? undefined : dayLiteral(asDayFirst, to);
  if (!asDayFirst || asDayFirst === asMonthFirst) return dayLiteral(asMonthFirst, to);
  return dayFirst ? dayLiteral(asDayFirst, to, asMonthFirst) : dayLiteral(asMonthFirst, to, asDayFirst);
}

/** Which way another year lies in which a stretch of days is on the other side of now: 1 where it is over, -1 where it is to come. */
function turnOf({ start, end }: DateLiteral, now: string): -1 | 0 | 1 {
  if ('iso' in end && end.iso <= now.slice(0, 10)) return 1;
  return 'iso' in start && start.iso > now.slice(0, 10) ? -1 : 0;
}

/** `1 March 2022`, `March 1st, 2022`, `1. März`, `June 2023`, `Mar '22`. */
function readNamed(reader: Reader, at: number): DateLiteral | undefined {
  const { tokens, lexicon } = reader;
  const currentYear = Number(reader.clock.now.slice(0, 4));
  let i = at;
  let day: number | undefined;
  const dayOf = (token: Token | undefined): number | undefined => {
    const digits = token && (/^\d{1,2}$/.exec(token.text)?.[0] ?? COUNTED.exec(token.fold)?.[1]);
    return digits !== undefined && Number(digits) >= 1 && Number(digits) <= 31 ? Number(digits) : undefined;
  };
  // "the first of June", "March the twenty-first"
  const inWords = (j: number): ReturnType<typeof reader.longest<number>> => reader.longest(j, lexicon.ordinals);
  const afterDay = (j: number): number => {
    const next = tokens[j];
    if (next?.glued && AFTER_COUNT.test(next.fold)) j++;
    if (reader.says(j, 'ofDate')) j++;
    return j;
  };
  day = dayOf(tokens[i]) ?? inWords(i)?.value;
  if (day !== undefined) i = afterDay(dayOf(tokens[i]) === undefined ? (inWords(i)?.to ?? i) : i + 1);
  const named = tokens[i];
  const month = named?.kind === 'word' ? lexicon.months.get(named.fold.replace(/\.$/, '')) : undefined;
  if (month === undefined) return undefined;
  const monthAt = i;
  i++;
  if (tokens[i]?.fold === '.' && (named?.fold.length ?? 9) <= 4 && tokens[i]?.glued && tokens[i + 1]) i++;
  if (day === undefined && dayOf(tokens[i]) !== undefined && !isYear(tokens[i])) {
    day = dayOf(tokens[i]);
    const next = tokens[i + 1];
    i += next && next.glued && /^(st|nd|rd|th)$/.test(next.fold) ? 2 : 1;
  } else if (day === undefined) {
    const said = inWords(reader.says(i, 'article') ? i + 1 : i);
    if (said) ({ value: day, to: i } = said);
  }
  let j = i;
  if (tokens[j]?.fold === ',' || reader.says(j, 'ofDate')) j++;
  let year: number | undefined;
  if (isYear(tokens[j])) {
    year = Number(tokens[j]?.text);
    i = j + 1;
  } else ({ year, to: i } = yearAt(reader, i) ?? { to: i });
  // "may" alone is a verb more often than a month.
  const short = year === undefined && day === undefined && (named?.fold.length ?? 0) <= 3;
  if (short && !isMeantAsMonth(reader, monthAt, i)) return undefined;
  const inYear = (whole: number): DateLiteral | undefined => {
    if (day === undefined) return { ...monthLiteral(whole, month, i), ...(year === undefined && { yearless: true }) };
    return isDay(whole, month, day) ? dayLiteral(isoDate(whole, month, day), i) : undefined;
  };
  const said = inYear(year ?? currentYear);
  const turn = said ? turnOf(said, reader.clock.now) : 0;
  const rolled = year === undefined && turn !== 0 ? inYear(currentYear + turn) : undefined;
  return said && rolled ? { ...said, rolled } : said;
}

const LEADING: readonly Role[] = ['from', 'between', 'in', 'on', 'since', 'until', 'before', 'after', 'of', 'to'];
const PLACING: readonly Role[] = ['in', 'since', 'until', 'before', 'after'];
const ENDING: readonly Role[] = ['and', 'or', 'give', 'tag', 'where', 'then', 'in'];
const JOINING: readonly Role[] = ['to', 'until', 'and', 'or', 'dash'];

/** "from May to July", "since May": beside another month, or with its capital behind a word that leads to a date. */
function isMeantAsMonth({ tokens, lexicon }: Reader, at: number, to: number): boolean {
  const plays = (i: number, roles: readonly Role[]): boolean =>
    lexicon.roles.get(tokens[i]?.fold ?? '')?.some(role => roles.includes(role)) ?? false;
  const isMonth = (i: number): boolean => lexicon.months.has(tokens[i]?.fold ?? '');
  const beside = (plays(to, JOINING) && isMonth(to + 1)) || (plays(at - 1, JOINING) && isMonth(at - 2));
  if (beside || (/^\p{Lu}/u.test(tokens[at]?.text ?? '') && plays(at - 1, LEADING))) return true;
  // "hired in may": what could be done would follow.
  const next = tokens[to];
  return plays(at - 1, PLACING) && (next === undefined || next.kind === 'symbol' || plays(to, ENDING));
}

/** An amount of time. */
interface Duration {
  readonly iso: string;
  readonly amount: number;
  readonly letter: string;
  /** Said within it: "30 derniers jours", "90 prochains jours". */
  readonly turned?: 'past' | 'future';
  /** Said to be longer than that: "三年多". */
  readonly more?: true;
  readonly to: number;
}

/** `30 days`, `two years`, `a month`, `half a year`. */
export function readDuration(reader: Reader, at: number): Duration | undefined {
  const { tokens, lexicon } = reader;
  const number = readNumber(reader, at, NO_UNITS);
  let amount = number?.value;
  let to = number?.to ?? at;
  if (amount === undefined && reader.says(at, 'single')) {
    amount = 1;
    to = at + 1;
  }
  // "the next half year"
  const part = amount === undefined && reader.roleAt(at, 'half');
  if (part) [amount, to] = [0.5, part];
  if (amount === undefined || amount < 0 || amount > 100000) return undefined;
  let turned: Duration['turned'];
  if (reader.says(to, 'wholePeriod')) to++;
  // "les 90 prochains jours", "i 30 ultimi giorni"
  else if (lexicon.language !== 'en') {
    const [next, last] = [reader.roleAt(to, 'next'), reader.roleAt(to, 'last')];
    turned = next !== undefined ? 'future' : last !== undefined ? 'past' : undefined;
    to = next ?? last ?? to;
  }
  let period = periodAt(reader, to);
  if (!period && tokens[to]?.fold.length === 1 && tokens[to]?.glued && /[dwmy]/.test(tokens[to]?.fold ?? '')) {
    period = { grain: 'day', letter: (tokens[to]?.fold ?? '').toUpperCase(), to: to + 1 };
  }
  if (!period) return undefined;
  // "一年半", "un año y medio"
  const half = tokens[period.to]?.fold === '半' ? period.to + 1 : halfBehind(reader, period.to, NO_UNITS);
  if (period.letter === 'Y' && half !== undefined && Number.isInteger(amount)) {
    amount += 0.5;
    period = { ...period, to: half };
  }
  const iso = duration(amount, period.letter);
  const behind = saysMore(reader, period.to);
  return iso === undefined
    ? undefined
    : {
        iso,
        amount,
        letter: period.letter,
        ...(turned && { turned }),
        ...((behind || number?.more === true) && { more: true as const }),
        to: behind ? period.to + 1 : period.to,
      };
}

/** "last month", "this year", "next quarter": whole periods; "last 30 days", "next 90 days": windows. */
function readRelative(reader: Reader, at: number, amount: Duration | undefined): DateLiteral | undefined {
  // "过去30天内", "今後90日以内": said before and behind.
  const within = (to: number): number => reader.roleAt(to, 'lastBehind') ?? to;
  for (const [role, sign] of [
    ['last', -1],
    ['next', 1],
    ['this', 0],
  ] as const) {
    const after = reader.roleAt(at, role);
    if (after === undefined) continue;
    const window = sign === 0 ? undefined : readDuration(reader, after);
    if (window) return windowOf(window, window.turned ?? (sign < 0 ? 'past' : 'future'), within(window.to));
    const period = periodAt(reader, after);
    // "dans les années 2010": ten years, and none of them the next.
    if (!period || readStretch(reader, after)) continue;
    if (sign < 0 && reader.roleAt(at, 'trailing') === after) {
      const iso = duration(1, period.letter);
      if (iso !== undefined)
        return { start: { offset: `-${iso}` }, end: {}, grain: 'day', window: 'past', to: within(period.to) };
    }
    return wholePeriod(period.grain, period.letter, sign, period.to);
  }
  return readBehind(reader, at, amount);
}

/** "il mese scorso", "los 30 días pasados": what says last or next stands behind. */
function readBehind(reader: Reader, at: number, window: Duration | undefined): DateLiteral | undefined {
  // "15日までに": what counts the days of a month is no day of its own.
  const counts = reader.tokens[at - 1]?.kind === 'number' && reader.tokens[at]?.glued === true;
  const period = window || counts ? undefined : periodAt(reader, at);
  const end = window?.to ?? period?.to;
  if (end === undefined) return undefined;
  const past = reader.roleAt(end, 'lastBehind');
  const future = past === undefined ? reader.roleAt(end, 'nextBehind') : undefined;
  const current = period && past === undefined && future === undefined ? reader.roleAt(end, 'thisBehind') : undefined;
  const to = past ?? future ?? current;
  if (to === undefined) return undefined;
  if (period) return wholePeriod(period.grain, period.letter, current ? 0 : past === undefined ? 1 : -1, to);
  return past === undefined
    ? { start: {}, end: { offset: window?.iso ?? 'P0D' }, grain: 'day', window: 'future', to }
    : {
        start: { offset: `-${window?.iso ?? 'P0D'}` },
        end: {},
        grain: 'day',
        window: 'past',
        ...(reader.roleAt(end, 'nextBehind') !== undefined && { eitherWay: true as const }),
        to,
      };
}

/** "dieses Jahr noch", "dit jaar nog", "later this month": of the period that runs, what is left. */
function readRest(reader: Reader, at: number): DateLiteral | undefined {
  const later = laterWords(reader);
  if (later.size === 0) return undefined;
  const said = (i: number): boolean => later.has(i);
  const from = said(at) ? at + 1 : at;
  const whole = readCalendarWord(reader, from) ?? readRelative(reader, from, readDuration(reader, from));
  if (!whole || whole.window || 'iso' in whole.start || !whole.start.period || whole.start.offset) return undefined;
  const behind = from === at && said(whole.to);
  const to = behind ? whole.to + 1 : whole.to;
  if ((from === at && !behind) || reader.says(to, 'denies')) return undefined;
  return { start: {}, end: whole.end, grain: 'day', to };
}

/** "30 or more days ago", "5+ years ago" */
function readLongerAgo(reader: Reader, at: number): DateLiteral | undefined {
  const number = readNumber(reader, at, NO_UNITS);
  const more = number && reader.roleAt(number.to, 'orMore');
  const period = more === undefined ? undefined : periodAt(reader, more);
  const to = period && reader.roleAt(period.to, 'ago');
  const iso = period && number && number.value > 0 ? duration(number.value, period.letter) : undefined;
  if (to === undefined || iso === undefined) return undefined;
  return { start: { offset: `-${iso}` }, end: { offset: `-${iso}` }, grain: 'day', orMore: true, to };
}

/** A date, stretch of days or relative date that starts at this token. */
export function readDate(reader: Reader, at: number): DateLiteral | undefined {
  const token = reader.tokens[at];
  if (!token || token.kind === 'quote') return undefined;
  const edge = readEdge(reader, at, from => readDate(reader, from));
  // "fin de semana" is no end of a week.
  if (edge) {
    const named = readNamedDays(reader, at, from => readDate(reader, from));
    return named && named.to >= edge.to ? named : edge;
  }
  const stretch = readStretch(reader, at);
  if (stretch || token.kind === 'date') return stretch ?? readNumeric(token, at + 1, reader.lexicon.dayFirst);
  const fixed =
    readRest(reader, at) ??
    readIdeographicDate(reader, at) ??
    readNamedDays(reader, at, from => readDate(reader, from)) ??
    readCalendarWord(reader, at) ??
    readQuarter(reader, at) ??
    readNamed(reader, at);
  if (fixed) return fixed;
  for (const [role, from, until] of [
    ['today', 0, 1],
    ['yesterday', -1, 0],
    ['tomorrow', 1, 2],
  ] as const) {
    const to = reader.roleAt(at, role);
    if (to === undefined) continue;
    const point = (n: number): DatePoint => (n === 0 ? {} : { offset: n < 0 ? `-P${-n}D` : `P${n}D` });
    return { start: point(from), end: point(until), grain: 'day', to };
  }
  const longer = readLongerAgo(reader, at);
  if (longer) return longer;
  const ago = readDuration(reader, at);
  if (ago?.turned) return windowOf(ago, ago.turned, ago.to);
  const afterAgo = ago && reader.roleAt(ago.to, 'ago');
  if (ago && afterAgo !== undefined) {
    // "90日以上前": then, or longer ago.
    const orMore = reader.lexicon.senses.of(reader.key(ago.to, afterAgo)).includes('longerAgo');
    const then: DatePoint = { offset: `-${ago.iso}` };
    return { start: then, end: then, grain: 'day', ...(orMore && { orMore }), to: afterAgo };
  }
  const behind = reader.roleAt(at, 'agoBefore');
  const before = behind === undefined ? undefined : readDuration(reader, behind);
  if (before)
    return {
      start: { offset: `-${before.iso}` },
      end: { offset: `-${before.iso}` },
      grain: 'day',
      // "för två år sedan": the second half of the frame.
      to: reader.roleAt(before.to, 'ago') ?? before.to,
    };
  const relative = readRelative(reader, at, ago);
  if (relative) return relative;
  if (isYear(token) && token.text.length === 4) {
    // "10 years" or "2000 EUR" is no year; the caller decides by the field.
    return yearLiteral(Number(token.text), at + 1, true);
  }
  return undefined;
}
