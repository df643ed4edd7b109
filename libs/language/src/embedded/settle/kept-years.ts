import type { Field } from '@lib/rules';
import { comparatorOf } from '../conditions/operands';
import { ownDate } from '../conditions/parse-state';
import { has } from '../cursor';
import { madeWord, onePiece } from '../made-words';
import { mentions } from '../saying';
import type { DateLiteral } from '../../grounding/dates/date-reader';
import { isDateField } from '../../grounding/fields/date-field';
import { namesRecords } from '../../grounding/fields/own-words';
import { yearFields } from '../../grounding/fields/year-fields';
import type { Role } from '../../grounding/lexicon';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** So well a field of years must be named by the word before a time. */
const NAMED = 0.6;
/** Little words between that field and what is said of it. */
const NEAR = 3;

/**
 * Where years are kept as numbers, a time said of them is told in years: with a "Year built", what is "more than 50 years
 * old" or was "built more than 50 years ago" has a smaller number than the year 50 years back, "built in the sixties" is one
 * from 1960 to 1969, and "older than 1950" is before it.
 */
export function withKeptYears(chunks: readonly Chunk[], grounding: Grounding, today: string): readonly Chunk[] {
  if (!chunks.some(saysTime)) return chunks;
  const [field, ...others] = yearFields(grounding);
  if (!field || others.length > 0) return chunks;
  const kept: YearsKept = { field, thisYear: Number(today.slice(0, 4)) };
  const made: Chunk[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const found = agesAt(chunks, at, kept, grounding) ?? timeAt(chunks, at, kept, grounding);
    made.push(...(found?.said ?? [chunks[at] as Chunk]));
    if (found) at = found.to - 1;
  }
  return made;
}

/** The one field that keeps years, and the year it is. */
interface YearsKept {
  readonly field: Field;
  readonly thisYear: number;
}

interface Found {
  readonly said: readonly Chunk[];
  readonly to: number;
}

const saysTime = ({ date, duration, quote }: Chunk): boolean =>
  quote === undefined &&
  (duration !== undefined || (date !== undefined && (date.grain === 'year' || inYears(date.start) !== undefined)));

/** How many years from now on a day lies, where it lies by whole years. */
function inYears(point: object): number | undefined {
  const offset = 'offset' in point && typeof point.offset === 'string' ? /^(-?)P(\d+)Y$/.exec(point.offset) : null;
  return offset ? Number(offset[2]) * (offset[1] === '-' ? -1 : 1) : undefined;
}

/** Who is older has the smaller year. */
const TURNED: Readonly<Record<string, Role>> = { '>': 'lt', '>=': 'lte', '<': 'gt', '<=': 'gte' };

/** "more than a hundred years old", "50 to 80 years old", "older than 20 years", "30 years or older", "older than 1950" */
function agesAt(
  chunks: readonly Chunk[],
  at: number,
  { field, thisYear }: YearsKept,
  grounding: Grounding,
): Found | undefined {
  const opener = chunks[at];
  const older = has(opener, 'older', 'newer') && opener?.dimensioned !== undefined;
  const compared = comparatorOf(opener);
  const ranges = has(opener, 'between', 'from');
  const opens = opener?.number === undefined && opener?.quote === undefined && (ranges || compared !== undefined);
  const first = opens ? at + 1 : at;
  const low = chunks[first];
  if (older && low?.date?.bareYear && low.number)
    return isAged(chunks, at, grounding)
      ? {
          said: [...namedAt(chunks, at, field, opener), like(opener, [TURNED[compared ?? ''] ?? 'eq']), low],
          to: first + 1,
        }
      : undefined;
  const joined =
    has(chunks[first + 1], 'to', 'dash') || (has(chunks[first + 1], 'and') && has(chunks[first - 1], 'between'));
  const spread = joined && low?.number?.unit === undefined && chunks[first + 2]?.duration;
  const last = spread ? first + 2 : first;
  const [from, years] = [low?.number?.value, yearsOf(chunks[last])];
  if (years === undefined || from === undefined || (ranges && opens && !spread)) return undefined;
  const behind = chunks[last + 1];
  const open = has(behind, 'orMore') ? '>=' : has(behind, 'orLess') ? '<=' : undefined;
  const old = has(chunks[open ? last + 2 : last + 1], 'yearsOld');
  const told = old || older || (open !== undefined && mentions(behind, 'elderly'));
  const operator = TURNED[open ?? compared ?? ''];
  if (!told || (!operator && !old && !spread) || !isAged(chunks, at, grounding)) return undefined;
  const to = last + 1 + (open ? 1 : 0) + (old ? 1 : 0);
  const whole = onePiece(chunks.slice(at, to));
  const said = spread
    ? between(whole, thisYear - years, thisYear - from)
    : [like(whole, [operator ?? 'eq']), numbered(whole, thisYear - years)];
  return { said: [...said, ...namedAt(chunks, at, field, whole)], to };
}

/** The field, where it is not named before. */
const namedAt = (chunks: readonly Chunk[], at: number, field: Field, words: Chunk): readonly Chunk[] =>
  isNamed(chunks, at, field) ? [] : [like(words, [], { fields: [{ field, score: 0.85 }] })];

/** "built | more than | fifty years ago", "built | in the last 20 years", "built in | the 1960s", "built | last year" */
function timeAt(
  chunks: readonly Chunk[],
  at: number,
  { field, thisYear }: YearsKept,
  grounding: Grounding,
): Found | undefined {
  const opener = chunks[at];
  const compared = opener?.date === undefined ? comparatorOf(opener) : undefined;
  const day = compared === undefined ? at : at + 1;
  const { date, quote } = chunks[day] ?? {};
  if (!date || date.bareYear === true || quote !== undefined) return undefined;
  const whole = onePiece(chunks.slice(at, day + 1));
  if (!isNamed(chunks, at, field)) {
    const decade = compared === undefined && isOfRecords(chunks, at, date, grounding) ? decadeOf(date) : undefined;
    return decade && { said: [...between(whole, ...decade), ...namedAt(chunks, at, field, whole)], to: day + 1 };
  }
  const [from, until] = [inYears(date.start), inYears(date.end)];
  if (from !== undefined && from === until) {
    const operator = compared === undefined ? 'eq' : TURNED[compared];
    return operator && { said: [like(whole, [operator]), numbered(whole, thisYear + from)], to: day + 1 };
  }
  if (compared !== undefined) return undefined;
  if (date.window === 'past' && from !== undefined)
    return { said: [like(whole, ['gte']), numbered(whole, thisYear + from)], to: day + 1 };
  if (date.grain !== 'year') return undefined;
  const decade = decadeOf(date);
  if (decade) return { said: between(whole, ...decade), to: day + 1 };
  const away = 'period' in date.start && date.start.period === 'year' ? (from ?? 0) : undefined;
  return away === undefined
    ? undefined
    : { said: [like(whole, ['eq']), numbered(whole, thisYear + away)], to: day + 1 };
}

/** The first and the last year of the years said. */
const decadeOf = ({ start, end }: DateLiteral): readonly [number, number] | undefined =>
  'iso' in start && 'iso' in end ? [Number(start.iso.slice(0, 4)), Number(end.iso.slice(0, 4)) - 1] : undefined;

/** "bridges from the sixties": right behind the records, where no day of theirs is of such years. */
function isOfRecords(
  chunks: readonly Chunk[],
  at: number,
  date: DateLiteral,
  { recordType, columns }: Grounding,
): boolean {
  let before = at - 1;
  while (before > at - NEAR && has(chunks[before], 'in', 'from', 'of', 'det') && !has(chunks[before], 'noun')) before--;
  const years = decadeOf(date);
  return (
    date.decade !== undefined &&
    years !== undefined &&
    namesRecords(recordType, chunks[before]?.key ?? '') &&
    columns.dates.every(field => {
      const held = columns.factsOf(field).years;
      return held !== undefined && (held[0] > years[1] || held[1] < years[0]);
    })
  );
}

/** A time in whole years. */
const yearsOf = (chunk: Chunk | undefined): number | undefined =>
  chunk?.quote === undefined && chunk?.duration ? inYears({ offset: chunk.duration.iso }) : undefined;

/** Whether the word that these are said of names the field, little words between them aside. */
function isNamed(chunks: readonly Chunk[], at: number, field: Field): boolean {
  let before = at - 1;
  while (before > at - NEAR && has(chunks[before], 'be', 'in', 'det', 'filler') && !chunks[before]?.fields.length)
    before--;
  const [best] = chunks[before]?.fields ?? [];
  return best?.field === field && best.score >= NAMED;
}

/** Whether nothing else tells how old these are: an age, a day of birth, or the day the records themselves are about. */
function isAged(chunks: readonly Chunk[], at: number, grounding: Grounding): boolean {
  const { fields, recordType } = grounding;
  const isKept = (concept: string): boolean => fields.ofConcept(concept).some(({ score }) => score >= NAMED);
  if (['age', 'birth'].some(isKept)) return false;
  const named = chunks
    .slice(Math.max(0, at - NEAR), at)
    .some(({ fields: [link] }) => link && isDateField(link.field) && link.score >= NAMED);
  if (named) return false;
  const own = chunks.slice(Math.max(0, at - NEAR), at).some(({ key }) => namesRecords(recordType, key));
  return !own || ownDate({ grounding }) === undefined;
}

/** The same words, saying this alone. */
const like = ({ start, end, text, key, glued }: Chunk, roles: readonly Role[], more?: Partial<Chunk>): Chunk => ({
  ...madeWord(start, end, text, roles),
  key,
  glued,
  ...more,
});

const numbered = (words: Chunk, value: number): Chunk => like(words, [], { number: { value, scaled: true, to: 0 } });

const between = (words: Chunk, low: number, high: number): readonly Chunk[] => [
  like(words, ['between']),
  numbered(words, low),
  like(words, ['and']),
  numbered(words, high),
];
