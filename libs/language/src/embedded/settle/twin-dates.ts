import type { Field, RecordType } from '@lib/rules';
import { has, isBound } from '../cursor';
import { closesSaying, says } from '../saying';
import { liesAhead } from '../conditions/dates/date-tests';
import { isDateField } from '../../grounding/fields/date-field';
import type { DateLiteral } from '../../grounding/dates/date-reader';
import { fieldSays, wordSays } from '../../grounding/fields/field-senses';
import { fold, wordsOf } from '../../grounding/words/fold';
import type { FieldLink } from '../../grounding/fields/field-names';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { stem } from '../../grounding/words/stem';

/** So little apart, two days of one thing are called much the same. */
const NEAR = 0.15;
/** A day that is no more than hinted at. */
const HINT = 0.55;
/** A day by its own name. */
const OWN = 0.97;

/**
 * Where one word means several days of a thing, its clause tells which: what expires is the day it ends, "since June" asks for
 * the day called "since", and what lies ahead of today is never the last time.
 */
export function withTwinDates(chunks: readonly Chunk[], { recordType }: Grounding): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    const links = chunk.quote === undefined && !chunk.date ? daysOf(chunk) : [];
    const told = links.length > 1 ? toldOf(chunks, at, links) : undefined;
    if (told) return { ...chunk, fields: told };
    const next = links.length === 1 && closesSaying(chunk, 'dateWord') ? nextOf(chunks, at, recordType) : undefined;
    return next ? { ...chunk, fields: [...chunk.fields, { field: next, score: links[0]?.score ?? 0 }] } : chunk;
  });
}

/** "a service date before June": where there is a last service and a next one, either day may be meant. */
function nextOf(chunks: readonly Chunk[], at: number, { fields }: RecordType): Field | undefined {
  const chunk = chunks[at];
  const last = chunk?.fields[0]?.field;
  const clause = clauseAround(chunks, at);
  if (!chunk || !last || !fieldSays(last, 'passed') || wordsOf(chunk.key).some(word => wordSays(word, 'passed')))
    return undefined;
  if (!clause.some(({ date }) => date && 'iso' in date.start)) return undefined;
  const thing = wordsOf(chunk.key)
    .filter(word => !wordSays(word, 'dateWord'))
    .map(stem);
  const ahead = fields.filter(
    field =>
      isDateField(field) &&
      liesAhead(field) &&
      !fieldSays(field, 'passed') &&
      thing.every(word => wordsOf(`${field.label} ${field.name}`).map(stem).includes(word)),
  );
  return thing.length > 0 && ahead.length === 1 ? ahead[0] : undefined;
}

const daysOf = ({ fields }: Chunk): readonly FieldLink[] =>
  fields.every(({ field, score }) => isDateField(field) || score < HINT)
    ? fields.filter(({ field, score }) => isDateField(field) && score >= HINT)
    : [];

function toldOf(chunks: readonly Chunk[], at: number, links: readonly FieldLink[]): readonly FieldLink[] | undefined {
  const clause = clauseAround(chunks, at);
  const [best] = links;
  const twins = links.filter(({ score }) => best && score >= best.score - NEAR);
  if (twins.length > 1 && best && best.score < OWN) {
    const ends = clause.some(chunk => says(chunk, 'comesToEnd'));
    const named = ends
      ? twins.filter(({ field }) => liesAhead(field))
      : twins.filter(({ field }) => led(field, clause));
    const [only] = named;
    if (only && named.length === 1) return [{ ...only, score: Math.max(only.score, NAMED) }];
  }
  if (best && fieldSays(best.field, 'passed') && clause.some(({ date }) => date && isToCome(date))) {
    const ahead = links.filter(({ field }) => liesAhead(field) && !fieldSays(field, 'passed'));
    const [next] = ahead;
    if (next && ahead.length === 1) return [{ ...next, score: Math.max(next.score, NAMED) }];
  }
  return undefined;
}

const NAMED = 0.9;

function clauseAround(chunks: readonly Chunk[], at: number): readonly Chunk[] {
  let from = at;
  while (from > 0 && !isBound(chunks[from - 1])) from--;
  let to = at + 1;
  while (to < chunks.length && !isBound(chunks[to])) to++;
  return chunks.slice(from, to);
}

/** Whether a day is called by the very word that leads to the day said: "seit Juni" of "Zulassung seit". */
function led(field: Field, clause: readonly Chunk[]): boolean {
  const words = new Set([...wordsOf(field.label), ...wordsOf(field.name)].map(fold));
  return clause.some(
    (chunk, i) =>
      has(chunk, 'since', 'until') &&
      !chunk.date &&
      (clause[i + 1]?.date ?? clause[i + 1]?.duration) !== undefined &&
      chunk.key.split(' ').some(word => words.has(word)),
  );
}

/** A stretch of days that begins today or later. */
function isToCome({ window, start }: DateLiteral): boolean {
  if (window !== undefined) return window === 'future';
  return 'offset' in start && start.offset !== undefined && !start.offset.startsWith('-');
}
