import type { Action } from '@lib/rules';
import { has, isField, isFiller } from './cursor';
import { comparatorOf, nearValues } from './conditions/operands';
import type { Issue } from './meaning';
import { askIssue } from './questions';
import type { Chunk, Grounding } from '../grounding/link-words';
import { say } from '../grounding/messages';
import type { Question, TranslationRequest } from '../translator';

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
 * ("doctors in Ohio"), a condition of constants alone ("1=1"). It is asked about rather than refused.
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
    askPlace(said, chunks, request, actions, grounding) ??
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

function askPlace(
  said: readonly Chunk[],
  chunks: readonly Chunk[],
  request: TranslationRequest,
  actions: readonly Action[],
  grounding: Grounding,
): Question | undefined {
  const issue = unheldPlace(said, chunks, grounding);
  return issue && askIssue(issue, request, actions, undefined);
}

/** "in Atlantis", "Alaska clinics": a name that stands where a place does and that no record has. */
export function unheldPlace(
  said: readonly Chunk[],
  chunks: readonly Chunk[],
  grounding: Grounding,
): Extract<Issue, { kind: 'unknown-value' }> | undefined {
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
