import { has, holdsData, isBound, isUnknown } from '../cursor';
import { closesSaying, says } from '../saying';
import { markerAt } from './enumerations';
import type { Chunk } from '../../grounding/link-words';
import { isDateField } from '../../grounding/fields/date-field';

const NEGATIONS = ['not', 'never', 'neither', 'without', 'no', 'except', 'unless'] as const;
const SAYINGS = [
  'gt',
  'gte',
  'lt',
  'lte',
  'neq',
  'between',
  'outside',
  'empty',
  'trueWord',
  'falseWord',
  'startsWith',
  'endsWith',
  'expired',
  'inForce',
  'inPast',
  'inFuture',
  'orMore',
  'orLess',
  'rose',
  'fell',
] as const;

/** Little words that also carry a meaning of their own ("like", "set", "on") only lead to something if nothing else does. */
const LIGHT = ['filler', 'det', 'be', 'noun', 'ones', 'where', 'ask', 'then', 'if'] as const;

/** A score that names the field that somebody wants to see. */
const ASKED_FOR = 0.6;

/** "one" and "a" are numbers by their look alone. */
const isAmount = (chunk: Chunk): boolean =>
  chunk.number !== undefined && (/\d/.test(chunk.text) || !has(chunk, 'det', 'noun', 'ones', 'filler', 'no', 'any'));

/** "who are on leave right now": records say how things stand now. */
export const isNow = (chunks: readonly Chunk[], at: number): boolean =>
  says(chunks[at], 'now') && !has(chunks[at - 1], 'before', 'after', 'since', 'until', 'gt', 'lt', 'on', 'from', 'to');

/** "a million a year": the period belongs to the amount. */
const isRate = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.duration?.amount === 1 && [chunks[at - 1], chunks[at - 2]].some(before => before?.number !== undefined);

/**
 * The words of substance that no test took: amounts, dates, quotes, negations, comparisons, and values that records
 * hold. Whoever drops one of these says something else than the request did.
 */
export function auditWords(
  chunks: readonly Chunk[],
  owned: (chunk: Chunk) => boolean,
  question: boolean,
): readonly Chunk[] {
  return chunks.filter((chunk, at) => {
    if (isBound(chunk) || owned(chunk) || isRate(chunks, at) || markerAt(chunks, at)) return false;
    if (chunk.quote !== undefined || isAmount(chunk)) return true;
    if (isCompoundPart(chunks, at, owned) || isPredicate(chunks, at) || isDoneTo(chunks, at)) return true;
    if (
      (chunk.date !== undefined || chunk.duration !== undefined) &&
      !has(chunk, 'today', 'filler') &&
      !isNow(chunks, at)
    )
      return true;
    // "que não estão nem em …": said twice, meant once; "eller" may be no more than an or.
    const twice = has(chunk, 'not', 'without', 'no') && chunks.slice(at + 1, at + 3).some(next => has(next, 'neither'));
    // "ni l'un ni l'autre": the second only joins what the first denies.
    const denied = has(chunk, 'nor') && chunks.slice(0, at).some(before => has(before, 'neither'));
    if (has(chunk, ...NEGATIONS) && !has(chunk, 'where', 'ask', 'or') && !twice && !denied) return true;
    if (
      has(chunk, ...SAYINGS) &&
      !twice &&
      !has(chunk, ...LIGHT) &&
      // "what is the highest down when …": the field that is asked for may be called so.
      !(question && (chunk.fields[0]?.score ?? 0) >= ASKED_FOR) &&
      !joins(chunks, at) &&
      !leadsToList(chunks, at, owned) &&
      !leadsToMeans(chunks, at, owned) &&
      comparesSomething(chunks, at)
    )
      return true;
    // "máquinas Fanuc com a proteção em ordem": what only looks like a word for records is, behind "with", something of theirs.
    if (chunk.typo && has(chunk, 'noun') && has(chunks[at - 1], 'have', 'without')) return true;
    // "Danish customers", of whom there are none: never left out without a word.
    if (chunk.region !== undefined && chunk.values.length === 0 && chunk.roles.length === 0) return true;
    // A code nobody knows ("T-300"), and what happened to a record ("still employed").
    const known = !isUnknown(chunk);
    // "legal, finance or foo": one more value of the list before it, and nobody knows which.
    if (!known && endsList(chunks, at, owned)) return true;
    if (!known && /\d/.test(chunk.text) && /\p{L}/u.test(chunk.text)) return true;
    const happened = /ed$/.test(chunk.key) && chunk.fields.some(link => isDateField(link.field) && link.score >= 0.8);
    if (happened && has(chunks[at - 1], 'be', 'where', 'not', 'filler') && chunk.values.length === 0) return true;
    const yesNo = chunk.fields[0]?.field.type === 'boolean' && chunk.fields[0].score >= 0.8;
    if (yesNo && (!question || !isAskedFor(chunks, at, at + 1))) return true;
    const stored = chunk.values.some(link => link.via === undefined || link.via === 'country');
    const named = (chunk.fields[0]?.score ?? 0) >= 0.8;
    return stored && chunk.roles.length === 0 && chunk.key.length > 1 && !(question && named);
  });
}

/** "at least 3 rooms plus a pool", "open + home": a word that joins, where no number stands before it. */
const joins = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'orMore') &&
  has(chunks[at], 'added', 'amp') &&
  (chunks[at - 1]?.number === undefined || (has(chunks[at], 'amp') && chunks[at]?.glued === false)) &&
  at > 0;

/** "si entre los idiomas está el portugués": before the name of what lists several the word for "between" says "among". */
function leadsToList(chunks: readonly Chunk[], at: number, owned: (chunk: Chunk) => boolean): boolean {
  const named = chunks[has(chunks[at + 1], 'det') && !holdsData(chunks[at + 1] as Chunk) ? at + 2 : at + 1];
  return has(chunks[at], 'among') && named !== undefined && owned(named) && !isAmount(named) && named.fields.length > 0;
}

/** "bought over the phone": before what something was done by, the word for "more than" says how. */
function leadsToMeans(chunks: readonly Chunk[], at: number, owned: (chunk: Chunk) => boolean): boolean {
  const named = chunks[has(chunks[at + 1], 'det') ? at + 2 : at + 1];
  return (
    says(chunks[at], 'byMeans') && named !== undefined && owned(named) && !isAmount(named) && named.values.length > 0
  );
}

/** "half-time staff", "part-timers": a word put together says more than its parts, so it is understood as a whole or not at all. */
function isCompoundPart(chunks: readonly Chunk[], at: number, owned: (chunk: Chunk) => boolean): boolean {
  const joint = (i: number): boolean =>
    has(chunks[i], 'dash') && chunks[i]?.glued === true && chunks[i + 1]?.glued === true;
  if (has(chunks[at], 'dash') || (!joint(at + 1) && !joint(at - 1))) return false;
  let [from, to] = [at, at];
  while (joint(from - 1)) from -= 2;
  while (joint(to + 1)) to += 2;
  const parts = chunks.slice(from, to + 1).filter(part => !has(part, 'dash'));
  // "long-term staff" is no part of "fixed-term".
  const taken = parts.some(part => owned(part) && part.values.some(({ via }) => via !== 'part'));
  return !taken && parts.every(part => /^\p{L}+$/u.test(part.key)) && has(chunks[to + 1], 'noun', 'ones', 'where');
}

const DEEDS = ['remove', 'clear', 'add', 'setTo', 'replace', 'move'] as const;

/** "orders removed except in Rome", "removed orders": the participle of what could be ordered says which records, beside their noun. */
function isDoneTo(chunks: readonly Chunk[], at: number): boolean {
  const [before, chunk, next] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  if (!has(chunk, ...DEEDS) || chunk?.values.length !== 0) return false;
  if (has(next, 'except') && (isRecords(before) || has(before, 'where'))) return true;
  return closesSaying(chunk, 'participle') && (isRecords(before) || isRecords(next));
}

const isRecords = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'noun') && !has(chunk, 'them') && chunk?.values.length === 0;

/** "that is just standing by": a verb that leads to nothing is itself what is said. */
function isPredicate(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (!has(chunk, 'does') || has(chunk, 'filler', 'noun', 'in')) return false;
  let before = at - 1;
  while (before > 0 && has(chunks[before], 'filler', 'only', 'then') && !has(chunks[before], 'be', 'where')) before--;
  const next = has(chunks[at + 1], 'in', 'of', 'off') ? chunks[at + 2] : chunks[at + 1];
  // "the tuition they were billed": said of what stands before, not of the records.
  if (has(chunks[before - 1], 'them')) return false;
  return (
    (has(chunks[before], 'be') || closesSaying(chunks[before], 'auxiliary')) && (next === undefined || isBound(next))
  );
}

/** A comparison with nothing in its sentence to compare ("our desk takes over some objects") says nothing. */
function comparesSomething(chunks: readonly Chunk[], at: number): boolean {
  const ends = (chunk: Chunk | undefined): boolean =>
    chunk === undefined || has(chunk, 'stop', 'comma', 'arrow', 'colon');
  let [from, to] = [at, at];
  while (!ends(chunks[from - 1])) from--;
  while (!ends(chunks[to + 1])) to++;
  return chunks.slice(from, to + 1).some(holdsData);
}

function endsList(chunks: readonly Chunk[], at: number, owned: (chunk: Chunk) => boolean): boolean {
  const [before, next] = [chunks[at - 2], chunks[at + 1]];
  const listed = before !== undefined && owned(before) && before.values.length > 0 && has(chunks[at - 1], 'or');
  return listed && (next === undefined || isBound(next)) && /\p{L}/u.test(chunks[at]?.text ?? '');
}

/** "what is the credit hold of …": the field is what the question wants to see; "everyone from home in …" says who. */
export function isAskedFor(chunks: readonly Chunk[], from: number, to: number): boolean {
  const asked = chunks.slice(0, from).some(chunk => has(chunk, 'ask'));
  return (
    asked && has(chunks[from - 1], 'det') && !has(chunks[from - 1], 'ones', 'allTags') && has(chunks[to], 'of', 'for')
  );
}
