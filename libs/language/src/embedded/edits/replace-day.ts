import type { JsonLogic } from '@lib/rules';
import { has } from '../cursor';
import { allOf, conjunctsOf, withoutField } from '../meaning/logic-tree';
import { testsOf } from '../meaning/meaning';
import { writeCondition } from '../meaning/write-condition';
import type { DateLiteral } from '../../grounding/dates/date-reader';
import type { Chunk } from '../../grounding/link-words';
import type { ReadStep } from './edit-step';
import { exchange, type Place, placesIn } from './places';
import { sidesOf } from './replace-value';
import { beforeInversion, names, speaksOfChange, stepOf } from './replace-limit';
import { isDateField } from '../../grounding/fields/date-field';

const DAY = 86_400_000;

const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day a date stands for alone; "the end of March" is its last one. Without a year it is the March nearest to the day that stood there. */
export function nearestTo(date: DateLiteral, old: JsonLogic): string | undefined {
  // "until 2027", and now "2016": to the last day of it as well.
  const atEnd =
    typeof old === 'string' &&
    date.grain !== 'day' &&
    /^\d{4}-\d\d-\d\d$/.test(old) &&
    dayAt(Date.parse(old) + DAY).endsWith('-01');
  const days = [date, ...(date.rolled ? [{ ...date, ...date.rolled }] : [])].flatMap(({ start, end, edge }) => {
    if ((edge === 'end' || atEnd) && end && 'iso' in end) return [dayAt(Date.parse(end.iso) - DAY)];
    return 'iso' in start ? [start.iso] : [];
  });
  if (typeof old !== 'string' || Number.isNaN(Date.parse(old))) return days[0];
  const away = (day: string): number => Math.abs(Date.parse(day) - Date.parse(old));
  return [...days].sort((a, b) => away(a) - away(b))[0];
}

export const liesIn = ({ value }: Place, { date }: Chunk): boolean =>
  typeof value === 'string' &&
  date !== undefined &&
  'iso' in date.start &&
  'iso' in date.end &&
  date.start.iso <= value.slice(0, 10) &&
  value.slice(0, 10) <= date.end.iso;

const SIDES = ['before', 'after', 'since', 'until', 'orMore', 'orLess'] as const;

/** "make it before 2020", "since March instead": the day a field is compared with, as a request about that field would say it. */
export const replaceDay: ReadStep = asked => {
  const segment = beforeInversion(asked);
  const { chunks, rule, grounding, request, read } = segment;
  const sides = sidesOf(chunks);
  const isOld = (chunk: Chunk): boolean => sides?.from.includes(chunk) ?? false;
  const days = chunks.filter(chunk => chunk.date !== undefined && chunk.quote === undefined);
  const dated = days.filter(chunk => !isOld(chunk));
  const [only] = dated;
  if (!only || dated.length > 1 || !speaksOfChange(segment)) return undefined;
  const all = placesIn(rule.condition, grounding.recordType).filter(({ field }) => isDateField(field));
  // "2024 instead of 2023": the days of what was, whatever others there are.
  const were = sides ? all.filter(place => dated.length > 0 && days.some(old => isOld(old) && liesIn(place, old))) : [];
  const places = were.length > 0 ? were : all;
  const [place, other] = places;
  if (!place || (other && other.field.name !== place.field.name)) return undefined;
  const said = chunks.filter(chunk => !isOld(chunk));
  const operator = said.some(chunk => has(chunk, ...SIDES, 'gt', 'lt', 'gte', 'lte'));
  const about = chunks.filter(
    chunk => has(chunk, ...SIDES, 'insteadOf', 'setTo', 'from') || names(chunk, place.field.name),
  );
  const day = only.date && nearestTo(only.date, place.value);
  if (!operator && places.length === 1 && day !== undefined)
    return stepOf(segment, [[place, day]], undefined, [only, ...days, ...about]);
  const first = said.find(chunk => has(chunk, 'before', 'after', 'since', 'until', 'from') || chunk === only);
  const last = has(chunks[chunks.indexOf(only) + 1], 'orMore', 'orLess') ? chunks[chunks.indexOf(only) + 1] : only;
  const { meaning } = read(`${place.field.label} ${request.text.slice(first?.start ?? only.start, last?.end)}`);
  if (!meaning || testsOf(meaning).some(({ field }) => field.name !== place.field.name)) return undefined;
  const written = writeCondition(meaning);
  // Two bounds of one day are one stretch of time: the new one takes the place of both.
  const rest = places.length === 2 ? withoutField(rule.condition, place.field.name)?.condition : undefined;
  const made =
    places.length === 1
      ? exchange(rule.condition, place.test, written)
      : allOf([...(rest === undefined ? [] : conjunctsOf(rest)), ...conjunctsOf(written)]);
  return places.length > 2 ? undefined : { rules: [{ ...rule, condition: made }], used: [only, ...days, ...about] };
};
