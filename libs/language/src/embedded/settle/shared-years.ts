import { has } from '../cursor';
import type { DateLiteral, DatePoint } from '../../grounding/dates/dates';
import { AFTER_COUNT, isoDate } from '../../grounding/dates/date-reader';
import type { Chunk } from '../../grounding/link-words';

const JOINTS = ['and', 'or', 'to', 'until', 'dash', 'lte', 'added'] as const;
const OPENERS = ['between', 'from', 'outside'] as const;

/** "between March and May 2027", "from 3 to 9 December": what the second day says of year and month is meant for the first. */
export function withSharedYears(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(chunk => chunk.date && 'iso' in chunk.date.start)) return chunks;
  return shared(withPlainDays(chunks));
}

/** "vom 1. bis 15. Dezember", "entre le 1er et le 31": what counts a day is a part of its number where another day follows. */
function withPlainDays(chunks: readonly Chunk[]): readonly Chunk[] {
  const counts = (at: number): boolean => {
    const [day, mark, joint] = [chunks[at], chunks[at + 1], chunks[at + 2]];
    const marked = mark?.glued === true && mark.quote === undefined && AFTER_COUNT.test(mark.key);
    return (
      marked && day !== undefined && isDay(day) && has(joint, ...JOINTS) && dayBehind(chunks, at + 3) !== undefined
    );
  };
  const marks = chunks.map((_, at) => counts(at - 1));
  // "del 1 al 15 de diciembre": where a day leads on to another, the little word before it opens a range.
  const opens = (at: number): boolean => {
    const joint = marks[at + 2] === true ? at + 3 : at + 2;
    const [opener, day] = [chunks[at], chunks[at + 1]];
    const leads = has(opener, 'of') && !has(opener, ...OPENERS) && has(chunks[joint], 'to', 'until');
    return leads && day !== undefined && isDay(day) && dayBehind(chunks, joint + 1) !== undefined;
  };
  return chunks.flatMap((chunk, at) => {
    if (marks[at]) return [];
    if (opens(at)) return [{ ...chunk, roles: ['from'] }];
    // "the 1st and the 15th": joined here, and nothing added to a rule.
    if (marks[at - 1] === true && has(chunk, 'added')) return [{ ...chunk, roles: ['and'] }];
    return marks[at + 1] === true ? [{ ...chunk, end: chunks[at + 1]?.end ?? chunk.end }] : [chunk];
  });
}

/** The day that stands here, its article aside. */
function dayBehind(chunks: readonly Chunk[], at: number): DateLiteral | undefined {
  const { date } = chunks[has(chunks[at], 'det') && !chunks[at]?.date ? at + 1 : at] ?? {};
  return date?.grain === 'day' && !date.bareYear ? date : undefined;
}

function shared(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    if (!has(chunks[at + 1], ...JOINTS)) return chunk;
    const last = chunks[has(chunks[at + 2], 'det') && !chunks[at + 2]?.date ? at + 3 : at + 2]?.date;
    if (!last || last.bareYear || !('iso' in last.start)) return chunk;
    const date =
      chunk.date && isYearless(chunk.date) && !isYearless(last)
        ? inYearOf(chunk.date, last.start.iso)
        : isDayNumber(chunks, at) && last.grain === 'day'
          ? inMonthOf(chunk.number?.value ?? 1, last, last.start.iso)
          : undefined;
    if (!date) return chunk;
    const { number: _number, ...plain } = chunk;
    return { ...plain, date };
  });
}

/** A month or a day with no year of its own. */
const isYearless = ({ yearless, rolled }: DateLiteral): boolean => yearless === true || rolled !== undefined;

/** A number alone that may be a day, where a range opens or a dash joins it to one. */
const isDayNumber = (chunks: readonly Chunk[], at: number): boolean => {
  const before = has(chunks[at - 1], 'det') && !has(chunks[at - 1], ...OPENERS) ? at - 2 : at - 1;
  const opens = has(chunks[before], ...OPENERS) || has(chunks[at + 1], 'dash');
  return opens && isDay(chunks[at]);
};

/** A number that may be the day of a month. */
const isDay = (chunk: Chunk | undefined): boolean => {
  const { number, date, quote } = chunk ?? {};
  const day = number !== undefined && number.unit === undefined && /^([1-9]|[12]\d|3[01])$/.test(String(number.value));
  return day && date === undefined && quote === undefined;
};

/** The same days in the year of a later day, or in the year before it where they would come after it. */
function inYearOf(date: DateLiteral, last: string): DateLiteral | undefined {
  if (!('iso' in date.start) || !('iso' in date.end)) return undefined;
  const year = Number(last.slice(0, 4)) - (date.start.iso.slice(5) > last.slice(5) ? 1 : 0);
  const years = year - Number(date.start.iso.slice(0, 4));
  const moved = ({ iso }: { readonly iso: string }): DatePoint => {
    const [y = 0, month = 1, day = 1] = iso.split('-').map(Number);
    return { iso: isoDate(y + years, month, day) };
  };
  const { yearless: _yearless, rolled: _rolled, ...plain } = date;
  return { ...plain, start: moved(date.start), end: moved(date.end) };
}

function inMonthOf(day: number, like: DateLiteral, last: string): DateLiteral | undefined {
  const [year = 0, month = 1, end = 1] = last.split('-').map(Number);
  if (day >= end) return undefined;
  const at = (n: number): DatePoint => ({ iso: isoDate(year, month, n) });
  return { ...like, start: at(day), end: at(day + 1) };
}
