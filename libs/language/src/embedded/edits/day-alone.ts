import type { JsonLogic } from '@lib/rules';
import { has, isBound, isFiller } from '../cursor';
import { allOf, conjunctsOf, withoutField } from '../meaning/logic-tree';
import { testsOf } from '../meaning/meaning';
import { writeCondition } from '../meaning/write-condition';
import type { Chunk } from '../../grounding/link-words';
import type { ReadStep, Segment } from './edit-step';
import { exchange, type Place, placesIn } from './places';
import { nearestTo } from './replace-day';
import { isDateField } from '../../grounding/fields/date-field';

const LEADING = [
  'before',
  'after',
  'since',
  'until',
  'from',
  'in',
  'on',
  'to',
  'within',
  'gt',
  'lt',
  'gte',
  'lte',
] as const;
const SIDES = ['before', 'after', 'since', 'until', 'from', 'orMore', 'orLess', 'gt', 'lt', 'gte', 'lte'] as const;
const BEHIND = ['orMore', 'orLess'] as const;
const CHANGING = [
  'make',
  'change',
  'instead',
  'correction',
  'setTo',
  'telling',
  'also',
  'and',
  'but',
  'only',
  'onlyIf',
] as const;

/** "from July onwards", "only since June": a day and nothing it is the day of is that of what the rule looks at already. */
export const dayAlone: ReadStep = segment => {
  const { chunks, rule, grounding } = segment;
  const dated = chunks.filter(chunk => chunk.date !== undefined && chunk.quote === undefined);
  const [day] = dated;
  if (!day?.date || dated.length > 1 || !chunks.every(chunk => chunk === day || isBeside(chunk))) return undefined;
  // "and those of July" takes more in.
  if (chunks.some(chunk => has(chunk, 'also') && !has(chunk, 'and', 'only'))) return undefined;
  const places = placesIn(rule.condition, grounding.recordType).filter(({ field }) => isDateField(field));
  const names = [...new Set(places.map(({ field }) => field.name))];
  const narrows =
    chunks.some(chunk => has(chunk, 'only', 'onlyIf')) && !chunks.some(chunk => has(chunk, 'make', 'instead'));
  const at = chunks.indexOf(day);
  const led = chunks.some((chunk, i) => (i < at ? has(chunk, ...SIDES) : i === at + 1 && has(chunk, ...BEHIND)));
  const rules = names.flatMap(name => {
    const own = places.filter(({ field }) => field.name === name);
    const moved = led || narrows ? undefined : movedTo(own, day);
    const said = moved === undefined ? saidOf(segment, own, day) : undefined;
    if (moved) return [{ ...rule, condition: exchange(rule.condition, moved.test, moved.put(moved.value)) }];
    if (said === undefined || (narrows && names.length > 1 && isApart(own, segment, day))) return [];
    const condition = narrows
      ? allOf([...conjunctsOf(rule.condition), ...conjunctsOf(said)])
      : inPlaceOf(rule.condition, own, said);
    return [{ ...rule, condition }];
  });
  return rules.length > 0 ? { rules, used: chunks } : undefined;
};

const isBeside = (chunk: Chunk): boolean =>
  chunk.quote === undefined &&
  chunk.number === undefined &&
  (chunk.fields[0]?.score ?? 0) < 0.6 &&
  chunk.values.length === 0 &&
  (isFiller(chunk) || isBound(chunk) || has(chunk, ...LEADING, ...BEHIND, ...CHANGING, 'ones', 'them', 'noun'));

/** "no, 2016": where one day stands, another in its place. */
function movedTo([place, other]: readonly Place[], day: Chunk): Place | undefined {
  const value = place && !other && day.date ? nearestTo(day.date, place.value) : undefined;
  return place && value !== undefined && typeof place.value === 'string' ? { ...place, value } : undefined;
}

/** Before one day and since a later one no record can be. */
function isApart(own: readonly Place[], { chunks }: Segment, { date }: Chunk): boolean {
  const day = date && 'iso' in date.start ? date.start.iso : undefined;
  const from = chunks.some(chunk => has(chunk, 'since', 'from', 'after', 'orMore', 'gt', 'gte'));
  return own.some(({ operator, value }) => {
    if (day === undefined || typeof value !== 'string') return false;
    return from ? /^</.test(operator) && value < day : /^>/.test(operator) && value >= day;
  });
}

/** What the words for a day say of the field that stands there, in the year nearest to the one it had. */
function saidOf({ chunks, request, read }: Segment, [place]: readonly Place[], day: Chunk): JsonLogic | undefined {
  if (!place || !day.date) return undefined;
  const at = chunks.indexOf(day);
  let from = at;
  while (from > 0 && has(chunks[from - 1], ...LEADING, 'det') && !has(chunks[from - 1], 'make', 'change')) from--;
  const last = has(chunks[at + 1], ...BEHIND) ? chunks[at + 1] : day;
  const year = day.date.yearless ? nearestTo(day.date, place.value)?.slice(0, 4) : undefined;
  const before = request.text.slice(chunks[from]?.start, day.end);
  const behind = request.text.slice(day.end, last?.end);
  const { meaning } = read(`${place.field.label} ${before}${year === undefined ? '' : ` ${year}`}${behind}`);
  if (!meaning || testsOf(meaning).some(({ field }) => field.name !== place.field.name)) return undefined;
  return writeCondition(meaning);
}

/** The condition with what it says of a field exchanged. */
function inPlaceOf(condition: JsonLogic, [place, ...others]: readonly Place[], said: JsonLogic): JsonLogic | undefined {
  if (!place) return undefined;
  if (others.every(({ test }) => test === place.test)) return exchange(condition, place.test, said);
  const rest = withoutField(condition, place.field.name)?.condition;
  return allOf([...(rest === undefined ? [] : conjunctsOf(rest)), ...conjunctsOf(said)]);
}
