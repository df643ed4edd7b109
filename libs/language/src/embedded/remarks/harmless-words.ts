import type { Field } from '@lib/rules';
import { partsClause } from './clauses';
import { COMPARES, mayRestrict } from './may-restrict';
import { fieldLinks, has, isBound, isField, isFiller, isUnknown, WEAK } from '../cursor';
import { opensSaying, says } from '../saying';
import { wordsOf } from '../../grounding/words/fold';
import { stem } from '../../grounding/words/stem';
import type { Chunk } from '../../grounding/link-words';
import { isDateField } from '../../grounding/fields/date-field';

/** What opens a piece of condition: words nobody knows in it may be what the request is about. */
const CONDITIONAL = [
  'if',
  'onlyIf',
  'only',
  'except',
  'unless',
  'not',
  'never',
  'without',
  'no',
  'neither',
  'either',
] as const;

/** The fields of the tests that a word is a part of. */
type TestedBy = (chunk: Chunk) => readonly Field[];

interface Clause {
  readonly from: number;
  readonly to: number;
}

function clauseAround(chunks: readonly Chunk[], at: number): Clause {
  let from = at;
  while (from > 0 && !partsClause(chunks, from - 1)) from--;
  let to = at + 1;
  while (to < chunks.length && !partsClause(chunks, to)) to++;
  return { from, to };
}

const names = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  (chunk.values.length > 0 ||
    chunk.number !== undefined ||
    chunk.date !== undefined ||
    chunk.quote !== undefined ||
    (fieldLinks(chunk)[0]?.score ?? 0) >= 0.6);

/**
 * Words nobody knows that leave the meaning as it is: the noun for the records ("Siemens gear"), the verb before a place
 * ("live right in Dublin"), what else must happen to them, and clauses that speak of nothing records hold. Any other
 * unknown word may be the very condition: it is asked about.
 */
export function harmlessWords(
  chunks: readonly Chunk[],
  unknown: readonly Chunk[],
  owned: (chunk: Chunk) => boolean,
  sure: (chunk: Chunk) => boolean,
  firm: (chunk: Chunk) => boolean,
  testedBy: TestedBy,
  adjectivesFollow: boolean,
): ReadonlySet<Chunk> {
  const harmless = new Set<Chunk>();
  chunks.forEach((chunk, at) => {
    // "docs who avoid telehealth"
    if (says(chunk, 'refuses') || chunk.unheld) return;
    if (
      unknown.includes(chunk) &&
      (!mayRestrict(chunks, at, owned, firm) ||
        namesTested(chunks, at, testedBy) ||
        offers(chunks, at, owned) ||
        tellsHow(chunks, at, owned) ||
        doneBy(chunks, at, owned) ||
        tellsWhatFor(chunks, at, owned))
    )
      harmless.add(chunk);
    if (!unknown.includes(chunk) || names(chunk) || has(chunk, ...CONDITIONAL, ...COMPARES, 'vague', 'vagueSmall'))
      return;
    if (isDenied(chunks, at)) return;
    if (isHarmless(chunks, at, owned, adjectivesFollow) || isBesides(chunks, at, owned, sure)) harmless.add(chunk);
  });
  return harmless;
}

/** "neither tankers nor bulk carriers", "without a slip": what is denied, though nobody knows it. */
const isDenied = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[has(chunks[at - 1], 'det') ? at - 2 : at - 1], 'neither', 'nor', 'without', 'except');

/** "offers telehealth": a verb that opens the clause before a yes/no field says that it is so. */
function offers(chunks: readonly Chunk[], at: number, owned: (chunk: Chunk) => boolean): boolean {
  const [before, chunk, next] = [chunks[at - 1], chunks[at] as Chunk, chunks[at + 1]];
  const opens = before === undefined || partsClause(chunks, at - 1) || has(before, 'where', 'noun', 'and');
  const plain = isUnknown(chunk) && says(chunk, 'verbForm');
  return opens && plain && next !== undefined && owned(next) && next.fields[0]?.field.type === 'boolean';
}

/** "came in by web": that something happened goes without saying where it is said by what or how. */
function tellsHow(chunks: readonly Chunk[], at: number, owned: (chunk: Chunk) => boolean): boolean {
  const chunk = chunks[at] as Chunk;
  const happened =
    chunk.values.length === 0 &&
    isField(chunk) &&
    chunk.fields.every(({ field, score }) => score < WEAK || isDateField(field));
  const named = chunks[at + 2];
  return happened && says(chunks[at + 1], 'byMeans') && named !== undefined && owned(named) && named.values.length > 0;
}

/** "nicht mit PayPal bezahlt", "via DHL verstuurd": the verb behind what it was done by, at the end of its clause. */
function doneBy(chunks: readonly Chunk[], at: number, owned: (chunk: Chunk) => boolean): boolean {
  const chunk = chunks[at] as Chunk;
  if (chunk.values.length > 0 || chunk.number || chunk.date || has(chunk, ...CONDITIONAL, ...COMPARES)) return false;
  const ends = chunks[at + 1] === undefined || partsClause(chunks, at + 1) || has(chunks[at + 1], 'be', 'then', 'and');
  let by = at - 1;
  while (
    by > 0 &&
    chunks[by] !== undefined &&
    (isOwnedValue(chunks[by] as Chunk, owned) || has(chunks[by], 'or', 'and', 'comma'))
  )
    by--;
  const happened =
    says(chunk, 'verbForm', 'past', 'participle') || opensSaying(chunk, 'verbForm', 'past', 'participle');
  return ends && happened && by < at - 1 && says(chunks[by], 'byMeans');
}

const isOwnedValue = (chunk: Chunk, owned: (chunk: Chunk) => boolean): boolean =>
  chunk.values.length > 0 && owned(chunk);

/** "60 days or longer to pay", "30 minutes to answer": what an amount that was understood is for. */
function tellsWhatFor(chunks: readonly Chunk[], at: number, owned: (chunk: Chunk) => boolean): boolean {
  const chunk = chunks[at] as Chunk;
  const [amount, next] = [chunks[at - 2], chunks[at + 1]];
  const plain = chunk.values.length === 0 && !chunk.number && !chunk.date && !has(chunk, ...CONDITIONAL, ...COMPARES);
  const ends = next === undefined || partsClause(chunks, at + 1) || has(next, 'writer', 'and', 'then', 'them');
  return says(chunks[at - 1], 'purpose') && amount !== undefined && owned(amount) && plain && ends;
}

/** How far from a test a word says its field once more. */
const NEAR = 5;

/**
 * "speaks more than two languages", "discounted by more than 15%", "no phone number for the clinic", "crit A": a word for
 * the field that is tested close by says it once more.
 */
function namesTested(chunks: readonly Chunk[], at: number, testedBy: TestedBy): boolean {
  const chunk = chunks[at] as Chunk;
  if (
    chunk.values.length > 0 ||
    chunk.number ||
    chunk.date ||
    chunk.opposite ||
    has(chunk, ...CONDITIONAL, ...COMPARES)
  )
    return false;
  const fields = chunk.fields.filter(link => link.score >= 0.6).map(link => link.field);
  const near = chunks.slice(Math.max(0, at - NEAR), at + NEAR).filter(other => other !== chunk);
  // "en kontrakt, der er startet før 2018": the one field it could name at all is tested right behind it.
  const [only, ...others] = chunk.fields;
  const next = chunks[at + 1];
  if (only && others.length === 0 && next && testedBy(next).includes(only.field)) return true;
  return (
    near.flatMap(testedBy).some(field => fields.includes(field)) ||
    (fields.length === 0 && [chunks[at + 1], chunks[at - 1]].some(next => next && shortens(chunk, testedBy(next))))
  );
}

/** "crit", "maint", "tons" of a tonnage: the beginning of a word of the field's name, beside what is said of the field. */
function shortens({ key }: Chunk, fields: readonly Field[]): boolean {
  if (!/^\p{L}{3,}$/u.test(key)) return false;
  const beginnings = key.length > 3 ? [key, stem(key)] : [key];
  return fields.some(field =>
    wordsOf(`${field.label} ${field.name}`).some(word => beginnings.some(start => word.startsWith(start))),
  );
}

function isHarmless(
  chunks: readonly Chunk[],
  at: number,
  owned: (chunk: Chunk) => boolean,
  adjectivesFollow: boolean,
): boolean {
  const chunk = chunks[at] as Chunk;
  if (has(chunk, 'aggregate', 'duplicate', 'distance', 'hostile')) return false;
  const clause = clauseAround(chunks, at);
  const words = chunks.slice(clause.from, clause.to);
  if (!words.some(owned)) return saysNothing(words);
  if (/\p{L}{3}ly$/u.test(chunk.key)) return true;
  return (
    (!adjectivesFollow && isHead(chunks, at, owned)) ||
    isDoing(chunks, at, owned) ||
    isVerb(chunks, at, owned) ||
    isDeed(chunks, at, clause, owned) ||
    (!(adjectivesFollow && has(chunks[at - 1], 'noun')) && isSubject(chunks, at, clause))
  );
}

const BEGINS = ['where', 'if', 'have', 'and', 'or', 'but', 'without', 'because', 'then'] as const;

/**
 * "has used up more than 80 hours of its time": words nobody knows beside a test whose field and operand are both said.
 * Not what stands before a noun or a value as its adjective may, nor a word with a field of its own in mind.
 */
function isBesides(
  chunks: readonly Chunk[],
  at: number,
  owned: (chunk: Chunk) => boolean,
  sure: (chunk: Chunk) => boolean,
): boolean {
  const chunk = chunks[at] as Chunk;
  if (chunk.roles.length > 0 && !has(chunk, 'does', 'filler')) return false;
  if (chunk.fields.length > 0 || !/^\p{L}[\p{L}'-]*$/u.test(chunk.key) || /\p{Lu}/u.test(chunk.text)) return false;
  let from = at;
  while (from > 0 && !partsClause(chunks, from - 1) && !has(chunks[from], ...BEGINS)) from--;
  let to = at + 1;
  while (to < chunks.length && !partsClause(chunks, to) && !has(chunks[to], ...BEGINS)) to++;
  const words = chunks.slice(from, to);
  if (!words.some(owned) || !words.every(word => !owned(word) || sure(word))) return false;
  const next = chunks[at + 1];
  const describes =
    next !== undefined &&
    (has(next, 'noun', 'ones') || (owned(next) && next.values.length > 0)) &&
    (at === from || has(chunks[at - 1], 'det', 'allTags', 'and', 'or', 'be'));
  const predicate = has(chunks[at - 1], 'be', 'not') && (next === undefined || partsClause(chunks, at + 1));
  // "ships launched this decade": what was done to records, and a time nobody knows, say which.
  const done =
    has(chunks[at - 1], 'noun') && says(chunk, 'participle') && !(next && (owned(next) || has(next, 'in', 'of')));
  const timed = has(chunks[at - 1], 'this', 'last', 'next') && chunk.values.length === 0;
  return !describes && !predicate && !done && !timed;
}

/** A clause with nothing of the records in it that does not open like a condition either. */
function saysNothing(words: readonly Chunk[]): boolean {
  const first = words.find(word => !isFiller(word) || has(word, 'where', 'have', 'if'));
  const opens =
    has(first, ...CONDITIONAL) || (has(first, 'where', 'have', 'if') && !has(first, 'them', 'writer', 'ask'));
  return !opens && !words.some(word => names(word) || has(word, ...CONDITIONAL, 'empty', 'filled', 'contains'));
}

/** "Siemens gear", "the Vienna folks": what stands behind its value and ends the noun. */
function isHead(chunks: readonly Chunk[], at: number, owned: (chunk: Chunk) => boolean): boolean {
  const before = chunks[at - 1];
  if (!before || !owned(before) || before.values.length === 0) return false;
  const next = chunks[at + 1];
  return (
    next === undefined ||
    partsClause(chunks, at + 1) ||
    has(next, 'where', 'have', 'in', 'and', 'or', 'without', 'give', 'but')
  );
}

/** "whoever works from 30 to 36 hours": a verb that says no more than what is said right beside it. */
function isDoing(chunks: readonly Chunk[], at: number, owned: (chunk: Chunk) => boolean): boolean {
  if (!has(chunks[at], 'does')) return false;
  const beside = (step: number): boolean => {
    let next = at + step;
    while (
      Math.abs(next - at) < 5 &&
      !partsClause(chunks, next) &&
      isFiller(chunks[next]) &&
      !owned(chunks[next] as Chunk)
    )
      next += step;
    const chunk = chunks[next];
    return chunk !== undefined && owned(chunk);
  };
  return beside(1) || beside(-1);
}

/** "live right in Dublin": words of doing before a place that was understood. */
function isVerb(chunks: readonly Chunk[], at: number, owned: (chunk: Chunk) => boolean): boolean {
  let next = at + 1;
  while (next < at + 4 && chunks[next] && !isBound(chunks[next]) && !names(chunks[next]) && !has(chunks[next], 'in'))
    next++;
  if (!has(chunks[next], 'in') || has(chunks[next], 'have')) return false;
  let place = next + 1;
  while (place < next + 4 && has(chunks[place], 'det', 'in', 'filler', 'fieldWord') && !names(chunks[place])) place++;
  const named = chunks[place];
  const led =
    has(chunks[at - 1], 'where', 'noun', 'be', 'not', 'filler') ||
    at === 0 ||
    isBound(chunks[at - 1]) ||
    names(chunks[at - 1]);
  return led && named !== undefined && owned(named) && named.values.length > 0;
}

/** "… need chasing", "… are to be called first": what else is to happen, behind what chose the records. */
function isDeed(chunks: readonly Chunk[], at: number, clause: Clause, owned: (chunk: Chunk) => boolean): boolean {
  const giving = chunks.findIndex((chunk, i) => i >= clause.from && i < at && has(chunk, 'give') && !owned(chunk));
  if (giving < 0 || !chunks.slice(clause.from, giving).some(owned)) return false;
  return !chunks.slice(giving, clause.to).some(owned);
}

/** "profiles with …", "stuff that …": another noun for the records, in front of what is said of them. */
function isSubject(chunks: readonly Chunk[], at: number, clause: Clause): boolean {
  const next = chunks[at + 1];
  if (!has(next, 'where', 'have', 'without')) return false;
  return chunks
    .slice(clause.from, at)
    .every(chunk => isFiller(chunk) || has(chunk, 'det', 'ask', 'then', 'for') || chunk.values.length > 0);
}
