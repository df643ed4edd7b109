import { type Field, type JsonLogic, readDuration } from '@lib/rules';
import { has, isBound, isFiller } from '../cursor';
import { says } from '../saying';
import { allOf, conjunctsOf, operationOf, withoutField } from '../logic-tree';
import { testsOf } from '../meaning';
import { type Comparator, comparatorOf, inUnitOf } from '../conditions/operands';
import { writeCondition } from '../write-condition';
import { unitOf } from '../conditions/field-units';
import type { DateLiteral } from '../../grounding/date-reader';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { ReadStep, Segment, Step } from './edit-step';
import { shiftAt } from './shift-limit';
import { exchange, type Place, placesIn } from './places';

/** "make it 500k", "5 instead of 10", "raise the limit to one thousand", "at least 20", "60 days rather than 30". */
export const replaceLimit: ReadStep = asked => {
  const { chunks } = asked;
  const segment = beforeInversion(asked);
  const insteadAt = chunks.findIndex(chunk => has(chunk, 'insteadOf') && !has(chunk, 'not', 'correction'));
  const numbers = chunks.filter(chunk => chunk.number !== undefined && chunk.quote === undefined);
  const turnAt = chunks.findIndex(chunk => has(chunk, 'notBut'));
  // "10, not 5"
  const deniedAt =
    numbers.length > 1
      ? chunks.findIndex((chunk, at) => has(chunk, 'not') && numbers.includes(chunks[at + 1] as Chunk))
      : -1;
  const isOld = (chunk: Chunk): boolean =>
    turnAt > 0
      ? chunks.indexOf(chunk) < turnAt
      : insteadAt > 0
        ? chunks.indexOf(chunk) > insteadAt
        : insteadAt === 0 && numbers.length > 1
          ? chunk === numbers[0]
          : deniedAt >= 0
            ? chunks.indexOf(chunk) === deniedAt + 1
            : numbers.length > 1 && chunk === numbers[0] && isFromTo(chunks);
  const next = numbers.filter(chunk => !isOld(chunk));
  const [only] = next;
  const drops = chunks.some(chunk => has(chunk, 'drop') && !has(chunk, 'make', 'change'));
  // "people over 60 too": others besides, and no limit moved.
  const widens =
    chunks.some(chunk => has(chunk, 'also')) &&
    !chunks.some(chunk => has(chunk, 'make', 'change', 'setTo', 'instead', 'insteadOf'));
  if (
    !only ||
    next.length > 1 ||
    shiftAt(chunks) >= 0 ||
    drops ||
    widens ||
    !(deniedAt >= 0 || speaksOfChange(segment))
  )
    return undefined;
  const old = numbers.find(isOld);
  const places = placesFor(segment, only, old);
  if (places.length === 0) return undefined;
  // "push it up to 2000" moves a limit, and says nothing of which side it is on.
  const moves = chunks.some(chunk => has(chunk, 'change', 'make') && !has(chunk, 'be', 'give'));
  const before = chunks[chunks.indexOf(only) - 1];
  const operator = moves && says(before, 'upDown') ? undefined : operatorSaid(chunks, only);
  const about = chunks.filter(
    chunk =>
      comparatorOf(chunk) !== undefined ||
      has(
        chunk,
        'insteadOf',
        'notBut',
        'orMore',
        'orLess',
        'replace',
        'setTo',
        'fieldWord',
        'valueWord',
        'and',
        'from',
        'since',
        'until',
      ) ||
      places.some(({ field }) => names(chunk, field.name)),
  );
  const used = [
    only,
    ...(old ? [old] : []),
    ...oldWords(chunks, insteadAt),
    ...chunks.slice(Math.max(deniedAt, 0), deniedAt + 1),
    ...about,
    ...denied(chunks),
  ];
  return stepOf(
    segment,
    places.map(place => [place, valueFor(segment, place, only)]),
    operator,
    used,
  );
};

/** "the other way round: 500 or less": the new limit says which way, of the rule as it was before. */
function beforeInversion(segment: Segment): Segment {
  const { wasInverted, before, rule } = segment;
  if (!wasInverted || before.condition === undefined) return segment;
  return { ...segment, rule: { ...rule, condition: before.condition } };
}

function stepOf(
  { rule }: Segment,
  made: readonly (readonly [Place, JsonLogic | undefined])[],
  operator: Comparator | undefined,
  used: readonly Chunk[],
): Step | undefined {
  const rules = made.flatMap(([place, value]) =>
    value === undefined
      ? []
      : [{ ...rule, condition: exchange(rule.condition, place.test, place.put(value, operatorFor(place, operator))) }],
  );
  return rules.length > 0 ? { rules, used } : undefined;
}

/** A limit is moved where that is said, or where nothing but a comparison is. */
function speaksOfChange({ chunks, isFirst }: Segment): boolean {
  const turning = chunks.some(chunk =>
    has(chunk, 'make', 'instead', 'insteadOf', 'notBut', 'change', 'swap', 'replace', 'setTo', 'correction'),
  );
  const bare = chunks.every(
    chunk =>
      (/\d/.test(chunk.text) && (chunk.number ?? chunk.date) !== undefined) ||
      has(chunk, 'correction') ||
      isBound(chunk) ||
      isFiller(chunk),
  );
  return turning || bare || !isFirst || chunks.some(chunk => comparatorOf(chunk) !== undefined && !has(chunk, 'and'));
}

/** "rather than a year": what was, up to where something else begins. */
function oldWords(chunks: readonly Chunk[], insteadAt: number): readonly Chunk[] {
  if (insteadAt < 0) return [];
  const end = chunks.findIndex((chunk, i) => i > insteadAt && (isBound(chunk) || has(chunk, 'and', 'but')));
  return chunks.slice(insteadAt, end < 0 ? undefined : end);
}

const isFromTo = (chunks: readonly Chunk[]): boolean =>
  chunks.some(chunk => has(chunk, 'replace', 'change', 'swap')) ||
  chunks.some((chunk, at) => has(chunk, 'from') && chunks[at + 1]?.number !== undefined);

const names = (chunk: Chunk, field: string): boolean =>
  chunk.values.length === 0 && chunk.fields.some(link => link.field.name === field && link.score >= 0.3);

/** "…, not strictly above": what is denied beside a new limit only says what it is no longer. */
function denied(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex(chunk => has(chunk, 'not'));
  return at < 0 || chunks.slice(at).some(chunk => chunk.number !== undefined || chunk.values.length > 0)
    ? []
    : chunks.slice(at);
}

function operatorSaid(chunks: readonly Chunk[], number: Chunk): Comparator | undefined {
  const at = chunks.indexOf(number);
  const [before, next] = [chunks[at - 1], chunks[at + 1]];
  const suffix = has(next, 'orMore') ? '>=' : has(next, 'orLess') ? '<=' : undefined;
  // "from 75,000", "à partir de 95"
  const limit = has(before, 'since', 'from') ? '>=' : has(before, 'until') && !has(before, 'to') ? '<=' : undefined;
  return (
    suffix ??
    chunks
      .slice(0, at)
      // "lower that to 3": a verb of moving, and no side of the limit.
      .filter(chunk => !has(chunk, 'change'))
      .map(comparatorOf)
      .find(found => found !== undefined && found !== '==') ??
    limit
  );
}

/** Days from today grow older the other way round: "older than 10 years" is before a day. */
function operatorFor(place: Place, operator: Comparator | undefined): string {
  if (operator === undefined || isToday(place.value)) return place.operator;
  return operator;
}

const isToday = (value: JsonLogic): boolean => operationOf(value)?.operator === 'today';

/** Where a new number can stand: beside the field that is named, in the place of the old one, else wherever its kind stands. */
function placesFor({ rule, grounding, chunks }: Segment, next: Chunk, old: Chunk | undefined): readonly Place[] {
  const all = placesIn(rule.condition, grounding.recordType);
  const moved = all.filter(({ value }) => offsetOf(value) !== undefined);
  const compared = all.filter(({ value, operator }) => typeof value === 'number' && operator !== 'in');
  // "older than 10 years" is no limit of hours run.
  const ages =
    timeOf(next) !== undefined &&
    chunks.some(chunk => has(chunk, 'older', 'newer') && !has(chunk, 'gte', 'lte', 'gt', 'lt'));
  const kinds = timeOf(next) !== undefined && (moved.length > 0 || ages) ? moved : compared;
  // "heavier than 20 kg" is about a weight, whatever the rule compares.
  const about = chunks.flatMap(({ dimensioned }) => dimensioned?.concepts ?? []).filter(concept => concept !== '');
  const isAbout = ({ field }: Place): boolean =>
    about.length === 0 ||
    about.some(concept => grounding.fields.ofConcept(concept).some(link => link.field.name === field.name));
  const units = next.number?.unit ? grounding.recordType.fields.filter(field => sameBase(field, next, grounding)) : [];
  const measured = kinds.filter(place => isAbout(place) && (units.length === 0 || units.includes(place.field)));
  const named = measured.filter(({ field }) => chunks.some(chunk => names(chunk, field.name)));
  const fitting = named.length > 0 ? named : measured;
  const before = old?.number;
  if (!before) return fitting;
  const held = fitting.filter(place =>
    typeof place.value === 'number'
      ? place.value === before.value || place.value === inUnitOf(place.field, before, grounding)
      : true,
  );
  return held;
}

const sameBase = (field: Field, { number }: Chunk, grounding: Grounding): boolean =>
  unitOf(field, grounding)?.base === number?.unit?.base;

/** The offset of a day that lies a way from today. */
function offsetOf(value: JsonLogic): string | undefined {
  const [offset] = isToday(value) ? (operationOf(value)?.operands ?? []) : [];
  return typeof offset === 'string' && /\d/.test(offset) && !/^[+-]?P0D$/.test(offset) ? offset : undefined;
}

/** A length of time as ISO writes it. */
function timeOf({ number, duration }: Chunk): string | undefined {
  if (duration) return duration.iso;
  if (!number?.unit || !Number.isInteger(number.value)) return undefined;
  const { base, factor } = number.unit;
  if (base === 'd') return factor % 7 === 0 ? `P${(number.value * factor) / 7}W` : `P${number.value * factor}D`;
  if (base === 'mo') return factor % 12 === 0 ? `P${(number.value * factor) / 12}Y` : `P${number.value * factor}M`;
  if (base === 'y' || base === 'a') return `P${number.value * factor}Y`;
  return undefined;
}

function valueFor({ grounding }: Segment, place: Place, { number, ...chunk }: Chunk): JsonLogic | undefined {
  const offset = offsetOf(place.value);
  if (offset === undefined) return number && inUnitOf(place.field, number, grounding);
  const time = timeOf({ ...chunk, ...(number && { number }) });
  if (time === undefined || readDuration(time) === undefined) return undefined;
  const [, ...period] = operationOf(place.value)?.operands ?? [];
  return { today: [`${offset.startsWith('-') ? '-' : ''}${time}`, ...period] };
}

const DAY = 86_400_000;

const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day a date stands for alone; "the end of March" is its last one. Without a year it is the March nearest to the day that stood there. */
function dayOf(date: DateLiteral, old: JsonLogic): string | undefined {
  const days = [date, ...(date.rolled ? [{ ...date, ...date.rolled }] : [])].flatMap(({ start, end, edge }) => {
    if (edge === 'end' && end && 'iso' in end) return [dayAt(Date.parse(end.iso) - DAY)];
    return 'iso' in start ? [start.iso] : [];
  });
  if (typeof old !== 'string' || Number.isNaN(Date.parse(old))) return days[0];
  const away = (day: string): number => Math.abs(Date.parse(day) - Date.parse(old));
  return [...days].sort((a, b) => away(a) - away(b))[0];
}

/** "make it before 2020", "since March instead": the day a field is compared with, as a request about that field would say it. */
export const replaceDay: ReadStep = segment => {
  const { chunks, rule, grounding, request, read } = segment;
  const dated = chunks.filter(chunk => chunk.date !== undefined && chunk.quote === undefined);
  const [only] = dated;
  if (!only || dated.length > 1 || !speaksOfChange(segment)) return undefined;
  const places = placesIn(rule.condition, grounding.recordType).filter(
    ({ field }) => field.type === 'date' || field.type === 'datetime',
  );
  const [place, other] = places;
  if (!place || (other && other.field.name !== place.field.name)) return undefined;
  const operator = chunks.some(chunk => has(chunk, 'before', 'after', 'since', 'until', 'gt', 'lt', 'gte', 'lte'));
  const about = chunks.filter(
    chunk => has(chunk, 'before', 'after', 'since', 'until', 'insteadOf', 'setTo') || names(chunk, place.field.name),
  );
  const day = only.date && dayOf(only.date, place.value);
  if (!operator && places.length === 1 && day !== undefined)
    return stepOf(segment, [[place, day]], undefined, [only, ...about]);
  const first = chunks.find(chunk => has(chunk, 'before', 'after', 'since', 'until') || chunk === only);
  const { meaning } = read(`${place.field.label} ${request.text.slice(first?.start ?? only.start, only.end)}`);
  if (!meaning || testsOf(meaning).some(({ field }) => field.name !== place.field.name)) return undefined;
  const written = writeCondition(meaning);
  // Two bounds of one day are one stretch of time: the new one takes the place of both.
  const rest = places.length === 2 ? withoutField(rule.condition, place.field.name)?.condition : undefined;
  const made =
    places.length === 1
      ? exchange(rule.condition, place.test, written)
      : allOf([...(rest === undefined ? [] : conjunctsOf(rest)), ...conjunctsOf(written)]);
  return places.length > 2 ? undefined : { rules: [{ ...rule, condition: made }], used: [only, ...about] };
};
