import { type DateLiteral, isoDate, isYear } from './date-reader';
import { readIdeographicNumber } from '../words/ideographic-numbers';
import { isIdeographic } from '../words/join-words';
import { wholePeriod } from './periods';
import type { Reader } from '../reader';

interface Part {
  readonly value: number;
  readonly to: number;
}

const spanOf = (year: number, month: number, months: number, grain: DateLiteral['grain'], to: number): DateLiteral => ({
  start: { iso: isoDate(year, month, 1) },
  end: { iso: isoDate(year, month + months, 1) },
  grain,
  to,
});

const HALVES: readonly (readonly [RegExp, number])[] = [
  [/^上半[年期]|^上期|^前半/, 1],
  [/^下半[年期]|^下期|^後半/, 7],
];

/** A number and the sign of its unit: `3月`, `十五日`, `第三季度`. */
function counted({ tokens }: Reader, at: number, sign: RegExp): Part | undefined {
  const number = readIdeographicNumber(tokens, at, text => Number(text));
  if (!number || !sign.test(tokens[number.to]?.fold ?? '') || !Number.isInteger(number.value)) return undefined;
  // "3月間", "3年間" are no dates.
  return tokens[number.to + 1]?.fold === '間' ? undefined : { value: number.value, to: number.to + 1 };
}

const textFrom = ({ tokens }: Reader, at: number): string =>
  tokens
    .slice(at, at + 3)
    .map(token => token.fold)
    .join('');

/** Little words between the parts of a date, and what says only which end of a period is meant: `年末`, `月初`. */
function past({ tokens }: Reader, at: number, marks: RegExp): number {
  let to = at;
  while (marks.test(tokens[to]?.fold ?? '')) to++;
  return to;
}

const JOINTS = /^[的の度]$/;
const ENDS = /^[初末底尾中头頭份分内め]$/;
/** "去年年底", "今年の年末": the year is said once more before its end. */
const AGAIN = /^[的の]?年(?=[初末底尾头頭])/;

/** Which end of its period a date names: "年底前" is before the last day, "月初以来" since the first. */
function edged({ tokens }: Reader, date: DateLiteral): DateLiteral {
  const last = tokens[date.to - 1]?.fold ?? '';
  const edge = /^[初头頭]$/.test(last) ? 'start' : /^[末底尾]$/.test(last) ? 'end' : undefined;
  return edge && date.grain !== 'day' ? { ...date, edge } : date;
}

/** `2015年`, `去年`, `二〇一五年度`: the year a date begins with. */
function yearAt(reader: Reader, at: number): Part | undefined {
  const { tokens, lexicon, clock } = reader;
  if (isYear(tokens[at]) && tokens[at + 1]?.fold === '年') return { value: Number(tokens[at]?.text), to: at + 2 };
  const spelt = tokens[at]?.kind === 'number' ? undefined : counted(reader, at, /^年$/);
  if (spelt && spelt.value > 1800 && spelt.value < 2200) return spelt;
  const word = reader.longest(at, lexicon.calendarWords, 6);
  return word?.value.grain === 'year'
    ? { value: Number(clock.now.slice(0, 4)) + word.value.from, to: word.to }
    : undefined;
}

function withinYear(reader: Reader, year: number, at: number): DateLiteral | undefined {
  const month = counted(reader, at, /^月$/);
  if (month && month.value >= 1 && month.value <= 12) {
    const day = counted(reader, past(reader, month.to, JOINTS), /^[日号號]$/);
    if (day && day.value >= 1 && day.value <= 31) {
      const iso = isoDate(year, month.value, day.value);
      return { start: { iso }, end: { iso: isoDate(year, month.value, day.value + 1) }, grain: 'day', to: day.to };
    }
    return spanOf(year, month.value, 1, 'month', past(reader, month.to, ENDS));
  }
  return quarterAt(reader, year, at) ?? halfAt(reader, year, at);
}

function quarterAt(reader: Reader, year: number, at: number): DateLiteral | undefined {
  const from = reader.tokens[at]?.fold === '第' ? at + 1 : at;
  const number = readIdeographicNumber(reader.tokens, from, text => Number(text));
  const quarter = number && reader.roleAt(number.to, 'quarter');
  if (number && quarter !== undefined && number.value >= 1 && number.value <= 4)
    return spanOf(year, number.value * 3 - 2, 3, 'quarter', quarter);
  const short = /^q([1-4])$/.exec(reader.tokens[at]?.fold ?? '');
  return short ? spanOf(year, Number(short[1]) * 3 - 2, 3, 'quarter', at + 1) : undefined;
}

function halfAt(reader: Reader, year: number, at: number): DateLiteral | undefined {
  const half = HALVES.find(([word]) => word.test(textFrom(reader, at)));
  return half
    ? spanOf(year, half[1], 6, 'quarter', at + (half[0].exec(textFrom(reader, at))?.[0].length ?? 0))
    : undefined;
}

/** `2015年3月1日`, `去年12月`, `今年第三季度`, `2023年上半年`, `3月5日`, `年初`: dates as Chinese and Japanese write them. */
export function readIdeographicDate(reader: Reader, at: number): DateLiteral | undefined {
  const { tokens } = reader;
  if (!isIdeographic(tokens[at]?.fold ?? '') && !isIdeographic(tokens[at + 1]?.fold ?? '')) return undefined;
  const date = dateAt(reader, at);
  return date && edged(reader, date);
}

/** So many pieces a day with its joint has at most: `2026年12月31日から`. */
const WHOLE_DAY = 9;
const DAY_BEFORE = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号號](?:到|至|から|和|と|[-–—~〜～])$/;

const textBefore = ({ tokens }: Reader, at: number): string =>
  tokens
    .slice(Math.max(0, at - WHOLE_DAY), at)
    .map(token => token.fold)
    .join('');

/** "12月1日到15日", "12月1日から15日": the later day of a month that was named before it. */
function laterDay(reader: Reader, at: number): DateLiteral | undefined {
  const day = counted(reader, at, /^[日号號]$/);
  const said = day && DAY_BEFORE.exec(textBefore(reader, at));
  if (!day || !said || day.value > 31 || day.value <= Number(said[3])) return undefined;
  const year = Number(said[1] ?? reader.clock.now.slice(0, 4));
  const [start, end] = [day.value, day.value + 1].map(n => ({ iso: isoDate(year, Number(said[2]), n) }));
  return start && end && { start, end, grain: 'day', to: day.to };
}

function dateAt(reader: Reader, at: number): DateLiteral | undefined {
  const { tokens, clock } = reader;
  const thisYear = Number(clock.now.slice(0, 4));
  const later = laterDay(reader, at);
  if (later) return later;
  if (isYear(tokens[at]) && tokens[at + 1]?.fold === '年' && tokens[at + 2]?.fold === '代')
    return spanOf(Number(tokens[at]?.text), 1, 120, 'year', at + 3);
  const year = yearAt(reader, at);
  if (year) {
    const within = withinYear(reader, year.value, past(reader, year.to, JOINTS));
    if (within) return within;
    const again = AGAIN.exec(textFrom(reader, year.to))?.[0].length ?? 0;
    const end = past(reader, past(reader, year.to + again, /^度$/), ENDS);
    return isYear(tokens[at]) || tokens[at]?.kind === 'number' || end > year.to
      ? spanOf(year.value, 1, 12, 'year', end)
      : undefined;
  }
  // "上月底", "来月初"
  const month = reader.longest(at, reader.lexicon.calendarWords, 6);
  if (month?.value.grain === 'month' && ENDS.test(tokens[month.to]?.fold ?? ''))
    return wholePeriod('month', 'M', month.value.from, past(reader, month.to, ENDS));
  const ends = /^(年|月)([初末底尾头内])/.exec(textFrom(reader, at));
  if (ends?.[1] === '年') return spanOf(thisYear, 1, 12, 'year', past(reader, at + 2, ENDS));
  if (ends?.[1] === '月')
    return spanOf(thisYear, Number(clock.now.slice(5, 7)), 1, 'month', past(reader, at + 2, ENDS));
  // "三季度" alone may be an amount of time.
  const within =
    counted(reader, at, /^月$/) || tokens[at]?.fold === '第'
      ? withinYear(reader, thisYear, at)
      : halfAt(reader, thisYear, at);
  return within?.grain === 'month' ? { ...within, yearless: true } : within;
}
