import { has } from './cursor';
import type { DateLiteral, DatePoint } from '../grounding/dates';
import { isoDate } from '../grounding/date-reader';
import type { Chunk } from '../grounding/link-words';

const JOINTS = ['and', 'or', 'to', 'until', 'dash', 'lte'] as const;
const OPENERS = ['between', 'from', 'outside'] as const;

/** "between March and May 2027", "from 3 to 9 December": what the second day says of year and month is meant for the first. */
export function withSharedYears(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(chunk => chunk.date && 'iso' in chunk.date.start)) return chunks;
  return chunks.map((chunk, at) => {
    if (!has(chunks[at + 1], ...JOINTS)) return chunk;
    const last = chunks[has(chunks[at + 2], 'det') && !chunks[at + 2]?.date ? at + 3 : at + 2]?.date;
    if (!last || last.bareYear || !('iso' in last.start)) return chunk;
    const date =
      chunk.date?.yearless && !last.yearless
        ? inYearOf(chunk.date, last.start.iso)
        : isDayNumber(chunks, at) && last.grain === 'day'
          ? inMonthOf(chunk.number?.value ?? 1, last, last.start.iso)
          : undefined;
    if (!date) return chunk;
    const { number: _number, ...plain } = chunk;
    return { ...plain, date };
  });
}

/** A number alone that may be a day, where a range opens or a dash joins it to one. */
const isDayNumber = (chunks: readonly Chunk[], at: number): boolean => {
  const { number, date, quote } = chunks[at] ?? {};
  const opens = has(chunks[at - 1], ...OPENERS) || has(chunks[at + 1], 'dash');
  const day = number !== undefined && number.unit === undefined && /^([1-9]|[12]\d|3[01])$/.test(String(number.value));
  return opens && day && date === undefined && quote === undefined;
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
