import { partsClause } from './clauses';
import { has, isBound, isFiller } from '../cursor';
import { says } from '../saying';
import { isGeneralWord } from '../../grounding/fields/general-words';
import type { Chunk } from '../../grounding/link-words';

/**
 * Whether a word that no test took may say which records are meant. It may, unless it stands where nothing is said of
 * them: as the verb between a relative word and the test that says it all ("who pay more than …"), as the general noun
 * behind a value ("VIP status"), as the place of a field that is said already ("scrubber on board"), or in what the
 * request is for, before it begins. Whatever denies, compares, counts, dates or quotes always may; so does what holds a
 * value, and how something is.
 */
export function mayRestrict(
  chunks: readonly Chunk[],
  at: number,
  owned: (chunk: Chunk) => boolean,
  firm: (chunk: Chunk) => boolean,
): boolean {
  const chunk = chunks[at];
  if (!chunk || holdsMeaning(chunk)) return true;
  return !(
    leadsToTest(chunks, at, firm) ||
    endsValue(chunks, at, owned) ||
    isPlaceOfField(chunks, at, firm) ||
    isForPurpose(chunks, at, owned)
  );
}

/** What says how a field and a value are to stand to each other. */
export const COMPARES = [
  'gt',
  'gte',
  'lt',
  'lte',
  'eq',
  'neq',
  'between',
  'empty',
  'filled',
  'contains',
  'startsWith',
  'endsWith',
  'matches',
] as const;

const MEANS = [
  ...COMPARES,
  'not',
  'never',
  'no',
  'without',
  'neither',
  'except',
  'unless',
  'only',
  'onlyIf',
  'if',
  'vague',
  'vagueSmall',
  'older',
  'newer',
  'aggregate',
  'duplicate',
  'distance',
  'hostile',
  'expired',
] as const;

const holdsMeaning = (chunk: Chunk): boolean =>
  has(chunk, ...MEANS) ||
  chunk.values.length > 0 ||
  chunk.quote !== undefined ||
  chunk.opposite === true ||
  [chunk.number, chunk.date, chunk.duration, chunk.region, chunk.dimensioned].some(said => said !== undefined) ||
  !/^\p{L}[\p{L}' -]*$/u.test(chunk.key) ||
  (chunk.fields.length === 0 && says(chunk, 'adjectival'));

/** "quem paga mais de 2,5 mil", "that pay yearly": the verb behind a relative word, where all it leads to is tested. */
function leadsToTest(chunks: readonly Chunk[], at: number, firm: (chunk: Chunk) => boolean): boolean {
  const chunk = chunks[at] as Chunk;
  const before = chunks[at - 1];
  const related = has(before, 'where') && !has(before, 'in', 'have', 'be');
  const going = has(before, 'noun') && says(chunk, 'gerund');
  if (!(related || going) || / /.test(chunk.key) || chunk.roles.some(role => role !== 'unsupported' && role !== 'does'))
    return false;
  const next = chunks[at + 1];
  if (!next || !firm(next)) return false;
  // A word for another field beside a bare amount is the field that was meant.
  return chunk.fields.length === 0 || next.values.length > 0;
}

/** "without VIP status", "the Gold level": a general noun behind what was found says only what kind of thing that is. */
function endsValue(chunks: readonly Chunk[], at: number, owned: (chunk: Chunk) => boolean): boolean {
  const [before, chunk, next] = [chunks[at - 1], chunks[at] as Chunk, chunks[at + 1]];
  const general = says(chunk, 'standing') || isGeneralWord(chunk.key);
  const said = before !== undefined && owned(before) && (before.values.length > 0 || before.fields.length > 0);
  const ends = next === undefined || isBound(next) || !(owned(next) || next.number || next.values.length > 0);
  return general && said && ends;
}

/** "scrubber on board": where something is, behind a field or value that says all. */
function isPlaceOfField(chunks: readonly Chunk[], at: number, firm: (chunk: Chunk) => boolean): boolean {
  const [before, chunk, next] = [chunks[at - 1], chunks[at] as Chunk, chunks[at + 1]];
  const place = / /.test(chunk.key) && (chunk.fields[0]?.score ?? 0) < 0.85 && says(chunk, 'placed');
  return place && before !== undefined && firm(before) && (next === undefined || partsClause(chunks, at + 1));
}

/** "For the cash forecast I'd like …": what the request is for stands before who asks, and holds nothing of records. */
function isForPurpose(chunks: readonly Chunk[], at: number, owned: (chunk: Chunk) => boolean): boolean {
  let from = at;
  while (from > 0 && !partsClause(chunks, from - 1)) from--;
  if (!has(chunks[from], 'for') || has(chunks[from], 'have', 'where')) return false;
  let to = from + 1;
  while (to < chunks.length && !partsClause(chunks, to) && !has(chunks[to], 'ask', 'wish', 'writer', 'then')) to++;
  const led = has(chunks[to], 'ask', 'wish', 'writer', 'then') && to > at;
  return led && chunks.slice(from + 1, to).every(word => isFiller(word) || !(owned(word) || holdsMeaning(word)));
}
