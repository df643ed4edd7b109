import type { Field } from '@lib/rules';
import { has } from '../../cursor';
import { says } from '../../saying';
import type { TestMeaning } from '../../meaning/meaning';
import { type DateLiteral, type DatePoint, moveDay } from '../../../grounding/dates/dates';
import type { FieldLink } from '../../../grounding/fields/field-index';
import { fieldSays } from '../../../grounding/fields/field-senses';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** A test of a day written in figures, and the one that the same figures say with day and month exchanged. */
interface Days {
  readonly test: TestMeaning['test'];
  readonly other?: TestMeaning['test'];
}

/** `03/04/2026` in English, which people write either way: another day of the request may tell which. */
export function daysOf(
  test: TestMeaning['test'],
  said: readonly Chunk[],
  all: readonly Chunk[],
  { lexicons }: Grounding,
): Days {
  if (test.is !== 'date' || lexicons[0]?.dayFirst !== false) return { test };
  const unsure = said.flatMap(({ date, quote }) => (date?.unsure !== undefined && quote === undefined ? [date] : []));
  if (unsure.length === 0 || all.some(chunk => firstTwo(chunk)[1] > LAST_MONTH)) return { test };
  const exchanged = (point: DatePoint | undefined): DatePoint | undefined =>
    point && 'iso' in point ? { iso: exchangedDay(point.iso, unsure) } : point;
  const [from, to] = [exchanged(test.from), exchanged(test.to)];
  const other = { ...test, ...(from && { from }), ...(to && { to }) };
  return all.some(chunk => firstTwo(chunk)[0] > LAST_MONTH) ? { test: other } : { test, other };
}

const LAST_MONTH = 12;

/** The first two figures of a day with its year last. */
function firstTwo({ text, quote }: Chunk): readonly [number, number] {
  const figures = quote === undefined ? /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}$/.exec(text) : null;
  return [Number(figures?.[1] ?? 0), Number(figures?.[2] ?? 0)];
}

/** A bound lies on the day said, on the one after or on the one before it. */
function exchangedDay(iso: string, unsure: readonly DateLiteral[]): string {
  for (const { start, unsure: day } of unsure)
    for (const step of [0, 1, -1])
      if (day !== undefined && 'iso' in start && moveDay(start.iso, step) === iso) return moveDay(day, step);
  return iso;
}

/** "overdue for service", "to be serviced by the end of the year": what was done last was done before now, and before any day to come. */
export const saysNothing = (field: Field, test: TestMeaning['test']): boolean =>
  test.is === 'date' &&
  fieldSays(field, 'passed') &&
  !fieldSays(field, 'ahead') &&
  test.from === undefined &&
  test.to !== undefined &&
  !('iso' in test.to) &&
  !(test.to.offset ?? '').startsWith('-') &&
  (test.to.period === undefined || (test.to.offset !== undefined && !/P0/.test(test.to.offset)));

/** "serviced before today": who names the day asks for what was done, but for what is to be. */
export const saysToday = (said: readonly Chunk[]): boolean =>
  said.some((chunk, at) => has(chunk, 'before') && isNow(said[at + 1]?.date)) &&
  !said.some(chunk => says(chunk, 'yetToBe'));

/** The day that it is. */
export const isNow = (date: DateLiteral | undefined): boolean =>
  date !== undefined &&
  !('iso' in date.start) &&
  date.start.period === undefined &&
  /^-?P0D$|^$/.test(date.start.offset ?? '');

/** The day it is to be done next, where records keep one. */
export function nextOf({ fields, columns }: Grounding): FieldLink | undefined {
  const [next] = fields
    .ofConcept('nextmaintenance')
    .filter(({ field, score }) => score >= 0.6 && columns.dates.includes(field) && fieldSays(field, 'ahead'));
  return next && { ...next, score: 0.85 };
}

/** So sure is what only a season or a day of some week tells. */
const ROUGH = 0.85;

/** How surely the days of a stretch of chunks are those that were meant. */
export const surenessOfDays = (said: readonly Chunk[]): number =>
  said.some(({ date, quote }) => date?.rough && quote === undefined) ? ROUGH : 1;

/** "licensed for over 20 years": how long something is so counts from when it began, where records keep that. */
export function sinceBegun(links: readonly FieldLink[]): readonly FieldLink[] {
  const begun = links.filter(({ field, score }) => score >= 0.6 && !fieldSays(field, 'ahead'));
  return begun.length > 0 ? begun : links;
}
