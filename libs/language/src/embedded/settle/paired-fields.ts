import type { Field } from '@lib/rules';
import { comparatorOf } from '../conditions/operands';
import { type Course, coursesOf } from '../conditions/numbers/growth';
import { FACTORS } from '../conditions/numbers/parts';
import { has, isBound } from '../cursor';
import { fieldSays } from '../../grounding/fields/field-senses';
import { wordsOf } from '../../grounding/words/fold';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { stem } from '../../grounding/words/stem';
import { isDateField } from '../../grounding/fields/date-field';

/**
 * Two fields of one thing are told apart by a word that is said of either: this year's spend and last year's, the current
 * salary and the expected one. Where a record type has such a pair, the year beside the thing names a field and is no
 * day that is looked for; "the current one" is the field of that kind, and so is a year that a comparison ends with.
 */
export function withPairedFields(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  const dated = chunks.some((chunk, at) => yearOf(chunk) !== undefined || isYearBefore(chunks, at))
    ? withYears(chunks, coursesOf(grounding))
    : chunks;
  return dated.some(isOne) ? withOnes(dated, grounding) : dated;
}

type Side = keyof Course;

/** The year a chunk is, where it is this one or the last. */
function yearOf({ date, fields, quote }: Chunk): Side | undefined {
  if (date?.grain !== 'year' || date.bareYear || fields.length > 0 || quote !== undefined) return undefined;
  if ('iso' in date.start || date.start.period !== 'year') return undefined;
  const { offset } = date.start;
  return offset === undefined ? 'now' : offset === '-P1Y' ? 'before' : undefined;
}

/** The pair that a chunk names the thing of. */
const pairOf = (chunk: Chunk | undefined, courses: readonly Course[]): Course | undefined =>
  chunk?.date !== undefined || chunk?.quote !== undefined
    ? undefined
    : courses.find(({ now, before }) =>
        [now, before].every(field => chunk?.fields.some(link => link.field === field && link.score >= 0.5)),
      );

/** One piece made of several, that names this field. */
function merged(from: Chunk, to: Chunk, named: Chunk, field: Field): Chunk {
  const { start, glued, text, key } = from;
  const { saying, typo } = named;
  return {
    start,
    end: to.end,
    glued,
    text: from === to ? text : `${text} ${to.text}`,
    key: from === to ? key : `${key} ${to.key}`,
    roles: [],
    fields: [{ field, score: 0.99 }],
    values: [],
    ...(saying && { saying }),
    ...(typo && { typo }),
  };
}

function withYears(chunks: readonly Chunk[], courses: readonly Course[]): readonly Chunk[] {
  const made: Chunk[] = [];
  let spoken: Course | undefined;
  for (let at = 0; at < chunks.length; at++) {
    const [chunk, next] = [chunks[at] as Chunk, chunks[at + 1]];
    const year = yearOf(chunk);
    const ahead = year && pairOf(next, courses);
    const own = pairOf(chunk, courses);
    const behind = own && next && !next.glued ? yearOf(next) : undefined;
    if (year && ahead && next) {
      made.push(merged(chunk, next, next, ahead[year]));
      at++;
    } else if (own && behind && next) {
      made.push(merged(chunk, next, chunk, own[behind]));
      at++;
    } else if (spoken && isYearBefore(chunks, at) && isCompared(chunks, at) && next) {
      made.push(merged(chunk, next, chunk, spoken.before));
      at++;
    } else if (year && spoken && isCompared(chunks, at)) made.push(merged(chunk, chunk, chunk, spoken[year]));
    else made.push(chunk);
    spoken = ahead ?? own ?? spoken;
  }
  return made;
}

/** "… than the year before": with nothing behind it that could be later. */
const isYearBefore = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'year') && has(chunks[at + 1], 'before') && isBound(chunks[at + 2]);

/** "more than last year", "double last year's", "copy last year's": what is compared with, or written, is an amount. */
function isCompared(chunks: readonly Chunk[], at: number): boolean {
  const before = has(chunks[at - 1], 'det', 'of') ? chunks[at - 2] : chunks[at - 1];
  return (
    comparatorOf(before) !== undefined ||
    has(before, 'copy', 'times', 'over') ||
    FACTORS.some(([role]) => has(before, role)) ||
    before?.number?.unit?.base === 'x'
  );
}

/** "one", where it stands for a thing named before. */
const isOne = (chunk: Chunk): boolean => has(chunk, 'ones') && chunk.number?.value === 1 && chunk.quote === undefined;

function withOnes(chunks: readonly Chunk[], { recordType }: Grounding): readonly Chunk[] {
  const made: Chunk[] = [];
  for (const chunk of chunks) {
    const which = made.at(-1);
    const spoken = made.findLast(
      (other, at) => at < made.length - 1 && (other.fields[0]?.score ?? 0) >= 0.7 && other.quote === undefined,
    )?.fields[0]?.field;
    const field = isOne(chunk) && which && spoken ? counterpart(spoken, which, recordType.fields) : undefined;
    if (field && which) made.splice(-1, 1, merged(which, chunk, which, field));
    else made.push(chunk);
  }
  return made;
}

const wordsIn = ({ label, name }: Field): ReadonlySet<string> => new Set(wordsOf(`${label} ${name}`).map(stem));

/** Of the fields of the same kind the one that these words single out. */
function counterpart(spoken: Field, { key, fields, number, date }: Chunk, all: readonly Field[]): Field | undefined {
  if (number ?? date) return undefined;
  const own = wordsIn(spoken);
  const said = wordsOf(key).map(stem);
  const others = all.filter(
    field => field !== spoken && (field.type === spoken.type || (isDateField(field) && isDateField(spoken))),
  );
  const linked = fields.filter(({ field, score }) => score >= 0.8 && others.includes(field));
  const named = others.filter(field => {
    const words = wordsIn(field);
    const alike = isDateField(field) || [...words].some(word => own.has(word) && !said.includes(word));
    const singled = said.some(word => words.has(word) && !own.has(word));
    return alike && singled;
  });
  if (named.length === 1) return named[0];
  if (linked.length === 1) return linked[0]?.field;
  // "the previous one"
  if (!fieldSays({ ...spoken, name: key, label: key }, 'earlier')) return undefined;
  const earlier = others.filter(
    field => fieldSays(field, 'earlier') && [...wordsIn(field)].some(word => own.has(word)),
  );
  return earlier.length === 1 ? earlier[0] : undefined;
}
