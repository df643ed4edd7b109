import type { Field } from '@lib/rules';
import { has } from '../../cursor';
import type { Test } from '../../meaning/meaning';
import { onDayAt } from './counted-from-today';
import { type Comparator, comparatorOf } from '../operands';
import { isoDate } from '../../../grounding/dates/date-reader';
import { type DateLiteral, type DatePoint, dayLiteral, yearLiteral } from '../../../grounding/dates/dates';
import type { Chunk } from '../../../grounding/link-words';
import { fieldSays } from '../../../grounding/fields/field-senses';

type DateTest = Extract<Test, { is: 'date' }>;

/** A day or year that a chunk says, in quotes as well. */
export function asDate(chunk: Chunk | undefined): DateLiteral | undefined {
  if (chunk?.date) return chunk.date;
  const quote = chunk?.quote;
  if (quote !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(quote)) return dayLiteral(quote, 0);
  return quote !== undefined && /^\d{4}$/.test(quote) ? yearLiteral(Number(quote), 0) : undefined;
}

/** Date fields that usually lie ahead: "within 90 days" then means the next 90, not the last. */
export const liesAhead = (field: Field): boolean => fieldSays(field, 'ahead');

const inclusiveEnd = (date: DateLiteral): DatePoint => date.end;

/** A day that moves with today, rather than a stretch of days. */
export const isMoving = (date: DateLiteral): boolean =>
  !('iso' in date.start) && JSON.stringify(date.start) === JSON.stringify(date.end);

/** "more than 2 years ago" lies further back than that day. */
export function backOf(operator: Comparator): 'before' | 'after' | 'since' | 'until' {
  return operator === '>' ? 'before' : operator === '<' ? 'after' : operator === '>=' ? 'until' : 'since';
}

/** "2010 or later" is from then on, "30 days ago or more" that long ago or longer. */
export function openEnd(date: DateLiteral | undefined, behind: Chunk | undefined): 'since' | 'until' | undefined {
  const more = has(behind, 'orMore');
  if (!more && !has(behind, 'orLess')) return undefined;
  const back = date !== undefined && isMoving(date) && 'offset' in date.start && date.start.offset?.startsWith('-');
  return more === (back === true) ? 'until' : 'since';
}

/** A date that comes again and again, said without its year or week: of what lies ahead the next one, else the last. */
export function inItsYear<D extends DateLiteral | undefined>(date: D, ahead: boolean): D | DateLiteral {
  if (!date?.rolled) return date;
  const { rolled, ...said } = date;
  const over = 'iso' in rolled.start && 'iso' in said.start && rolled.start.iso > said.start.iso;
  return over === ahead ? rolled : said;
}

/** From the beginning of one stretch of days to the end of another: "December to February" are the nearest in that order. */
export function fromTo(field: Field, first: DateLiteral, last: DateLiteral): DateTest {
  const ahead = liesAhead(field);
  const end = inItsYear(last, ahead);
  const begins = [inItsYear(first, ahead), first, ...(first.rolled ? [first.rolled] : []), ...yearBefore(first)];
  const ends = [end, last, ...(last.rolled ? [last.rolled] : [])];
  const inOrder = (one: DateLiteral, other: DateLiteral): boolean =>
    !('iso' in one.start) || !('iso' in other.end) || one.start.iso < other.end.iso;
  const pair = ends.flatMap(to => begins.filter(from => inOrder(from, to)).map(from => [from, to] as const))[0];
  const [from, to] = pair ?? [first, last];
  return { is: 'date', from: from.start, to: to.end };
}

/** The same of the year before, of a date whose year was not said. */
function yearBefore(date: DateLiteral): readonly DateLiteral[] {
  if (!date.yearless || !('iso' in date.start)) return [];
  const [year = 0, month = 1, day = 1] = date.start.iso.split('-').map(Number);
  return [{ ...date, start: { iso: isoDate(year - 1, month, day) } }];
}

/** before / after / since / until / on a stretch of days, with half-open bounds. */
export function compareDate(
  field: Field,
  relation: 'before' | 'after' | 'since' | 'until' | 'on',
  said: DateLiteral,
): DateTest {
  const date = inItsYear(said, liesAhead(field));
  const moving = JSON.stringify(date.start) === JSON.stringify(date.end);
  // "before the end of the month" is up to it, "after its beginning" from it on.
  if (date.edge === 'end' && relation === 'before') return { is: 'date', to: date.end };
  if (date.edge === 'end' && relation === 'since') return { is: 'date', from: date.end };
  if (date.edge === 'start' && relation === 'until') return { is: 'date', to: date.start };
  if (date.edge === 'start' && relation === 'after') return { is: 'date', from: date.start };
  switch (relation) {
    case 'before':
      return { is: 'date', to: date.window === 'past' || moving ? date.start : date.start };
    case 'after':
      if (moving) return { is: 'date', from: date.start, toIncluded: true };
      return 'iso' in date.end && field.type === 'date'
        ? { is: 'date', from: lastDay(date), toIncluded: true }
        : { is: 'date', from: date.end };
    case 'since':
      return { is: 'date', from: date.start };
    case 'until':
      if (moving || (!('iso' in date.end) && field.type === 'date' && date.grain === 'day'))
        return { is: 'date', to: moving ? date.start : date.start, toIncluded: true };
      return field.type === 'date' && 'iso' in date.end
        ? { is: 'date', to: lastDay(date), toIncluded: true }
        : { is: 'date', to: inclusiveEnd(date) };
    case 'on':
      if (date.orMore) return compareDate(field, 'until', date);
      // "last serviced a year ago": nobody means that very day.
      if (moving && isLongAgo(date.start)) return { is: 'date', to: date.start, toIncluded: true };
      // "免許の期限が30日以内": the end of something lies ahead, where nothing says that it is over.
      if (date.eitherWay && liesAhead(field) && 'offset' in date.start && date.start.offset !== undefined)
        return { is: 'date', from: {}, to: { offset: date.start.offset.replace('-', '') }, toIncluded: true };
      if (date.window) return { is: 'date', from: date.start, to: date.end, toIncluded: true };
      return { is: 'date', from: date.start, to: date.end };
  }
}

/** A point some months or years back from now. */
const isLongAgo = (point: DatePoint): boolean =>
  'offset' in point && /^-P\d+(?:[.,]\d+)?[MY]/.test(point.offset ?? '') && !point.period;

function lastDay(date: DateLiteral): DatePoint {
  if (!('iso' in date.end)) return date.end;
  const [year = 0, month = 1, day = 1] = date.end.iso.split('-').map(Number);
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(year, month - 1, day - 1);
  return { iso: last.toISOString().slice(0, 10) };
}

export function relationOf(chunk: Chunk | undefined): 'before' | 'after' | 'since' | 'until' | 'on' | undefined {
  if (chunk === undefined || (chunk.roles.length === 0 && chunk.dimensioned === undefined)) return undefined;
  if (has(chunk, 'since')) return 'since';
  if (has(chunk, 'until')) return 'until';
  if (has(chunk, 'before')) return 'before';
  if (has(chunk, 'after')) return 'after';
  switch (comparatorOf(chunk)) {
    case '>':
      return 'after';
    case '>=':
      return 'since';
    case '<':
      return 'before';
    case '<=':
      return 'until';
    case '==':
      return 'on';
    default:
      return undefined;
  }
}

/** "older than 2020-01-01" lies before that day. */
export const ageRelation = (chunk: Chunk | undefined): 'before' | 'after' | undefined =>
  has(chunk, 'gt', 'gte', 'lt', 'lte', 'before', 'after') || !has(chunk, 'older', 'newer')
    ? undefined
    : has(chunk, 'older')
      ? 'before'
      : 'after';

/** How one day lies to another: of two days the older, "älter als die Bestellung", is the earlier one, however ages are compared. */
export function orderOfDays(chunk: Chunk | undefined): ReturnType<typeof relationOf> {
  if (has(chunk, 'since', 'until', 'before', 'after')) return relationOf(chunk);
  switch (chunk?.dimensioned?.role) {
    case 'older':
      return 'before';
    case 'newer':
      return 'after';
    default:
      return ageRelation(chunk) ?? relationOf(chunk);
  }
}

const before = (iso: string, included = false): DateTest => ({
  is: 'date',
  to: { offset: `-${iso}` },
  ...(included && { toIncluded: true }),
});

/** How a length of time is compared: "other than 2 weeks" is no stretch of days. */
export type LengthComparator = Exclude<Comparator, '!='>;

function lengthComparator(chunk: Chunk | undefined): LengthComparator | undefined {
  const operator = comparatorOf(chunk) ?? (has(chunk, 'older') ? '>' : has(chunk, 'newer') ? '<' : undefined);
  return operator === '!=' ? undefined : operator;
}

/** How a date lies to a moving day: "older than 2 years", "for at least 5 years", "less than 30 days ago". */
export function spanTest(
  field: Field,
  chunk: Chunk | undefined,
  iso: string,
  negated: boolean,
  operator: LengthComparator | undefined = lengthComparator(chunk),
  fromNow = false,
): DateTest {
  const ahead = fromNow || (liesAhead(field) && !negated);
  switch (operator) {
    case '>':
      return fromNow || (ahead && !has(chunk, 'older'))
        ? { is: 'date', from: { offset: iso }, toIncluded: true }
        : before(iso);
    case '>=':
      return ahead ? { is: 'date', from: { offset: iso } } : before(iso, true);
    case '<':
    case '<=':
      return ahead
        ? { is: 'date', from: {}, to: { offset: iso }, toIncluded: true }
        : { is: 'date', from: { offset: `-${iso}` }, ...(operator === '<' && { toIncluded: true }) };
    case '==':
      return onDayAt(iso, ahead);
    default:
      if (negated) return before(iso);
      return ahead
        ? { is: 'date', from: {}, to: { offset: iso }, toIncluded: true }
        : { is: 'date', from: { offset: `-${iso}` }, to: {}, toIncluded: true };
  }
}
