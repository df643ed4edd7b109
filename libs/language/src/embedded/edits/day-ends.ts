import { moveDay } from '../../grounding/dates/dates';
import type { JsonLogic } from '@lib/rules';
import { isDateField } from '../../grounding/fields/date-field';
import type { Chunk } from '../../grounding/link-words';
import { has, isBound, isFiller } from '../cursor';
import { mentions, opensSaying, says } from '../saying';
import { isCarrier, isPointing, type ReadStep, type Segment } from './edit-step';
import { isEndWord } from './limit-ends';
import { exchange, type Place, placesIn } from './places';
import { liesIn, nearestTo } from './replace-day';
import { names } from './replace-limit';
import { sidesOf } from './replace-value';

/** The first and the last day of the one stretch of days that a rule has. */
type Ends = readonly [least: Place, most: Place];

/** "start in 2014 instead", "bis Ende 2020", "2016 to 2018": one end of a stretch of days, or both; the other stays. */
export const moveDays: ReadStep = segment => {
  const { chunks, rule, grounding } = segment;
  const days = chunks.filter(isDay);
  if (days.length === 0 || days.length > 4) return undefined;
  const ends = endsOf(segment);
  if (!ends) return undefined;
  const gone = sidesOf(chunks)?.from.filter(chunk => isDay(chunk) && ends.some(place => liesIn(place, chunk))) ?? [];
  const said = days.filter(chunk => !gone.includes(chunk));
  const [first, last, ...more] = said;
  if (!first || more.length > 0) return undefined;
  const isKnown = (chunk: Chunk): boolean =>
    said.includes(chunk) ||
    gone.includes(chunk) ||
    isCarrier(chunk) ||
    isFiller(chunk) ||
    isBound(chunk) ||
    isPointing(chunk, grounding) ||
    isOpening(chunk) ||
    isClosing(chunk) ||
    isEndWord(chunk) ||
    has(chunk, 'between', 'rangeNoun', 'insteadOf', 'setTo', 'replace', 'may', 'give', 'inclusive', 'lte', 'startOf') ||
    names(chunk, ends[0].field.name);
  const isMore = chunks.some(chunk => has(chunk, 'or', 'drop', 'also') && !has(chunk, 'and') && !isExtending(chunk));
  if (isMore || !chunks.every(isKnown)) return undefined;
  const moved = last
    ? isStretch(chunks, first, last) && [startFor(ends[0], first), endFor(ends[1], last)]
    : movedEnd(chunks, first, gone, ends);
  const [start, end] = moved || [];
  if (start === undefined || end === undefined || start > end) return undefined;
  return { rules: [{ ...rule, condition: withEnds(segment, ends, [start, end]) }], used: chunks };
};

const isDay = ({ date, quote }: Chunk): boolean =>
  quote === undefined && date !== undefined && 'iso' in date.start && 'iso' in date.end;

/** "start", "from", "no earlier than" */
const isOpening = (chunk: Chunk): boolean =>
  chunk.date === undefined && (has(chunk, 'since', 'from', 'after', 'startsWith') || mentions(chunk, 'rangeOpens'));

/** "end", "until", "not later than" */
const isClosing = (chunk: Chunk): boolean =>
  chunk.date === undefined &&
  (has(chunk, 'until', 'before', 'endsWith') || mentions(chunk, 'rangeCloses') || says(chunk, 'upTo'));

const isExtending = (chunk: Chunk): boolean => says(chunk, 'goingUp') || opensSaying(chunk, 'goingUp');

function endsOf({ chunks, rule, grounding }: Segment): Ends | undefined {
  const days = placesIn(rule.condition, grounding.recordType).filter(
    ({ field, value, bound }) => bound !== undefined && typeof value === 'string' && isDateField(field),
  );
  const both = [...new Set(days.map(({ field }) => field.name))].flatMap((name): readonly Ends[] => {
    const own = days.filter(({ field }) => field.name === name);
    const [least, most] = [own.find(({ bound }) => bound === 'least'), own.find(({ bound }) => bound === 'most')];
    return own.length === 2 && least && most ? [[least, most]] : [];
  });
  const named = both.filter(([{ field }]) => chunks.some(chunk => names(chunk, field.name)));
  const [only, ...others] = named.length === 1 ? named : both;
  return others.length === 0 ? only : undefined;
}

const dayAt = ({ value }: Place): string => (typeof value === 'string' ? value : '');

/** Whether two days are the first and the last of one month or one year. */
function isPeriod(first: string, last: string): boolean {
  const isFirst = (day: string): boolean => day.slice(8, 10) === '01';
  const monthOf = (day: string): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  const behind = isFirst(last) ? last : moveDay(last, 1);
  return isFirst(first) && isFirst(behind) && [1, 12].includes(monthOf(behind) - monthOf(first));
}

/** The new days where one end is spoken of: by a word for it, by the day that was, or by how far it is extended. */
function movedEnd(
  chunks: readonly Chunk[],
  day: Chunk,
  gone: readonly Chunk[],
  [least, most]: Ends,
): readonly [start: string | undefined, end: string | undefined] | undefined {
  // Of one month or one year no end is moved: "from May" is said of another stretch altogether.
  if (isPeriod(dayAt(least), dayAt(most))) return undefined;
  const start = startFor(
    least,
    day,
    chunks.some(chunk => has(chunk, 'after')),
  );
  const end = endFor(
    most,
    day,
    chunks.some(chunk => has(chunk, 'before')),
  );
  const [opens, closes] = [chunks.some(isOpening), chunks.some(isClosing)];
  const isOf = (place: Place): boolean => gone.some(chunk => liesIn(place, chunk));
  const extending = chunks.some(isExtending) && !opens && !closes;
  if (opens && !closes) return isOf(most) && !isOf(least) ? undefined : [start, dayAt(most)];
  if (closes && !opens) return isOf(least) && !isOf(most) ? undefined : [dayAt(least), end];
  if (extending && (end ?? '') > dayAt(most)) return [dayAt(least), end];
  if (extending && (start ?? '') < dayAt(least)) return [start, dayAt(most)];
  return undefined;
}

/** "2016 to 2018", "between June and August": nothing but what joins them stands between. */
function isStretch(chunks: readonly Chunk[], first: Chunk, last: Chunk): boolean {
  const [from, to] = [chunks.indexOf(first), chunks.indexOf(last)];
  const between = chunks.slice(from + 1, to);
  const joins = (chunk: Chunk): boolean =>
    isFiller(chunk) ||
    has(chunk, 'to', 'until', 'dash', 'inclusive', 'startOf') ||
    says(chunk, 'upTo') ||
    has(chunk, 'and', 'since', 'from');
  const isPair =
    between.some(chunk => has(chunk, 'and')) && !chunks.slice(0, from).some(chunk => has(chunk, 'between', 'among'));
  return between.length > 0 && between.every(joins) && !isPair;
}

const takesIn = ({ operator }: Place): boolean => operator.includes('=');

/** The day to put where the first one stands: from it on, or only behind it. */
function startFor(place: Place, { date }: Chunk, isBehind = false): string | undefined {
  if (!date || !('iso' in date.start) || !('iso' in date.end)) return undefined;
  if (date.yearless) return nearestTo(date, place.value);
  const first = isBehind ? date.end.iso : date.start.iso;
  return takesIn(place) ? first : moveDay(first, -1);
}

/** The day to put where the last one stands: all of it taken in, or only up to it. */
function endFor(place: Place, { date }: Chunk, isAhead = false): string | undefined {
  if (!date || !('iso' in date.start) || !('iso' in date.end)) return undefined;
  if (date.yearless) return nearestTo(date, place.value);
  const behind = isAhead ? date.start.iso : date.end.iso;
  return takesIn(place) ? moveDay(behind, -1) : behind;
}

/** Both ends may be of one test: the one made first is where the other is put. */
function withEnds(
  { rule, grounding }: Segment,
  [least, most]: Ends,
  [first, last]: readonly [string, string],
): JsonLogic {
  const moved = exchange(rule.condition, least.test, least.put(first));
  const next = placesIn(moved, grounding.recordType).find(
    ({ field, bound, value }) => field.name === most.field.name && bound === 'most' && value === most.value,
  );
  return next ? exchange(moved, next.test, next.put(last)) : moved;
}
