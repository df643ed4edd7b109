import type { Action, Field } from '@lib/rules';
import { has, isField, isFiller, isUnknown } from '../cursor';
import { comparatorOf, nearValues } from '../conditions/operands';
import type { Issue } from '../meaning/meaning';
import { askIssue } from './questions';
import { says } from '../saying';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { say } from '../../grounding/messages';
import { namesRecords } from '../../grounding/fields/own-words';
import type { Question, TranslationRequest } from '../../translator';

/** How surely a field must be named for its missing value to be asked for. */
const NAMED = 0.85;

const LEADS = [
  'startsWith',
  'endsWith',
  'contains',
  'matches',
  'before',
  'after',
  'since',
  'until',
  'between',
] as const;

const leads = (chunk: Chunk): boolean => has(chunk, ...LEADS) || comparatorOf(chunk) !== undefined;

/** Fields that say where something is, the nearest first. */
const PLACES = ['state', 'country', 'city', 'office'] as const;

/**
 * What a request with something to do says of its records, where nothing came of it and yet it says something that rules
 * can say: a comparison whose value is missing ("license runs out before, tag Renew"), a place that no record has
 * ("doctors in Ohio"), how much without an amount ("who earn a lot"), a condition of constants alone ("1=1"). It is asked
 * about rather than refused.
 */
export function askHalfSaid(
  unknown: readonly Chunk[],
  chunks: readonly Chunk[],
  request: TranslationRequest,
  actions: readonly Action[],
  grounding: Grounding,
): Question | undefined {
  const said = unknown.filter(chunk => !isFiller(chunk) || leads(chunk));
  if (said.length === 0) return undefined;
  return (
    askValue(said, chunks, request, actions) ??
    askUnheld(said, chunks, request, actions, grounding) ??
    askDegree(said, chunks, request, actions) ??
    (said.every(isConstant) ? { text: say(request.language, 'which'), options: [] } : undefined)
  );
}

function askValue(
  said: readonly Chunk[],
  chunks: readonly Chunk[],
  request: TranslationRequest,
  actions: readonly Action[],
): Question | undefined {
  const last = said.at(-1);
  if (!last || !leads(last) || !said.every(chunk => leads(chunk) || isField(chunk))) return undefined;
  const before = chunks.slice(0, chunks.indexOf(last)).reverse();
  const link = before.find(({ fields }) => (fields[0]?.score ?? 0) >= NAMED)?.fields[0];
  return link && askIssue({ kind: 'missing-operand', field: link.field, word: last.text }, request, actions, undefined);
}

function askUnheld(
  said: readonly Chunk[],
  chunks: readonly Chunk[],
  request: TranslationRequest,
  actions: readonly Action[],
  grounding: Grounding,
): Question | undefined {
  const issue = unheldValue(said, chunks, grounding);
  return issue && askIssue(issue, request, actions, undefined);
}

/** So surely a verb or a noun speaks of a number. */
const SPOKEN_OF = 0.6;

const isDegree = (chunk: Chunk): boolean =>
  chunk.quote === undefined && (has(chunk, 'verdict') || says(chunk, 'degreeWord'));

/** "who earn a lot", "temperature too high", "poorly rated": how much of what fields hold, though not from where on. */
function askDegree(
  said: readonly Chunk[],
  chunks: readonly Chunk[],
  request: TranslationRequest,
  actions: readonly Action[],
): Question | undefined {
  // A little word elsewhere, it may not be among those that nobody knows.
  const last = said.at(-1);
  const next = last && chunks[chunks.indexOf(last) + 1];
  const degree = said.find(isDegree) ?? (next && isDegree(next) ? next : undefined);
  const spoken = said.filter(chunk => !isDegree(chunk));
  const numbers = (chunk: Chunk): readonly Field[] =>
    chunk.fields.flatMap(({ field, score }) => (field.type === 'number' && score >= SPOKEN_OF ? [field] : []));
  if (!degree || !spoken.every(chunk => has(chunk, 'does') || numbers(chunk).length > 0)) return undefined;
  const fields = [...new Set(spoken.flatMap(numbers))].slice(0, MOST_NUMBERS);
  return askIssue({ kind: 'vague', word: degree.text, fields }, request, actions, undefined);
}

const MOST_NUMBERS = 3;

type UnknownValue = Extract<Issue, { kind: 'unknown-value' }>;

/** A name that no record has: beside the field it would be a value of, or where a place stands. */
export const unheldValue = (
  said: readonly Chunk[],
  chunks: readonly Chunk[],
  grounding: Grounding,
): UnknownValue | undefined => unheldBeside(said, chunks, grounding) ?? unheldPlace(said, chunks, grounding);

/** So surely a noun names the field of the value beside it. */
const OWNER = 0.75;

/** "at the Hamburg office", "in hall H9", "the procurement department": a word that nobody knows right beside the name of a field of texts. */
function unheldBeside(
  said: readonly Chunk[],
  chunks: readonly Chunk[],
  { values, recordType }: Grounding,
): UnknownValue | undefined {
  const [first, second, ...more] = said;
  if (!first || !second || more.length > 0 || chunks.indexOf(second) !== chunks.indexOf(first) + 1) return undefined;
  const [owner, name] = isUnknown(first) ? [second, first] : [first, second];
  const [link] = owner.fields;
  const named = isUnknown(name) && name.quote === undefined && !name.number && !name.date;
  if (!link || link.field.type !== 'text' || link.score < OWNER || !named || owner.values.length > 0) return undefined;
  const written = /^[\p{Lu}\p{Lo}\d]/u.test(name.text);
  const told = has(chunks[chunks.indexOf(first) - 1], 'det', 'in', 'from') && name === first && link.score >= NAMED;
  const held = values.valuesOf(link.field.name);
  if (!(written || told) || held.length === 0 || namesRecords(recordType, owner.key)) return undefined;
  return { kind: 'unknown-value', field: link.field, word: name.text, near: nearValues(held, name.text) };
}

/** "in Atlantis", "Alaska clinics": a name that stands where a place does and that no record has. */
function unheldPlace(said: readonly Chunk[], chunks: readonly Chunk[], grounding: Grounding): UnknownValue | undefined {
  const [first] = said;
  const at = first ? chunks.indexOf(first) : -1;
  const place = PLACES.flatMap(concept => grounding.fields.ofConcept(concept)).find(
    ({ field, score }) => field.type === 'text' && score >= NAMED,
  )?.field;
  const named = said.every(({ text, number, roles }) => /^\p{Lu}/u.test(text) && !number && roles.length === 0);
  const before = chunks[has(chunks[at - 1], 'det') && !has(chunks[at - 1], 'in', 'from') ? at - 2 : at - 1];
  const led = has(before, 'in', 'from') || (first?.unheld === true && has(chunks[at + 1], 'noun'));
  if (!place || !named || !led || said.length > 2) return undefined;
  const word = said.map(({ text }) => text).join(' ');
  return { kind: 'unknown-value', field: place, word, near: nearValues(grounding.values.valuesOf(place.name), word) };
}

/** Numbers, words for true and false, and what is quoted: nothing that a record has. */
const isConstant = (chunk: Chunk): boolean =>
  chunk.number !== undefined || chunk.quote !== undefined || has(chunk, 'trueWord', 'falseWord', 'eq');
