import { isCapital } from './tag-ends';
import { has, isBound } from '../../cursor';
import { comparatorOf } from '../../conditions/operands';
import type { Role } from '../../../grounding/lexicon';
import type { Chunk } from '../../../grounding/link-words';

/** A name has hardly more words. */
const LONGEST = 5;

/** What goes on about the records: what stands behind it is no name of a tag yet. */
const LEADS_ON: readonly Role[] = [
  'in',
  'of',
  'from',
  'with',
  'for',
  'to',
  'on',
  'be',
  'have',
  'and',
  'or',
  'not',
  'no',
  'without',
  'where',
  'comma',
  'eq',
  'det',
  'as',
  'contains',
  'startsWith',
  'endsWith',
  'between',
  'before',
  'after',
  'since',
  'until',
];

const isJoint = (chunk: Chunk | undefined): boolean => has(chunk, 'of', 'and', 'amp', 'to', 'for', 'dash');

const leadsOn = (chunk: Chunk | undefined): boolean =>
  /^\P{Lu}/u.test(chunk?.text ?? '') && (has(chunk, ...LEADS_ON) || comparatorOf(chunk) !== undefined);

const isHeld = (chunk: Chunk | undefined): boolean =>
  chunk?.values.some(({ via }) => via === undefined || via === 'country') === true || chunk?.date !== undefined;

/** "with status Active": a value behind the name of its field. */
const isOf = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.values.some(({ field }) => chunks[at - 1]?.fields.some(link => link.field === field)) === true;

const isText = (chunk: Chunk | undefined): boolean =>
  chunk?.values.length === 0 &&
  chunk.fields.some(({ field, score }) => score >= 0.85 && (field.type === 'text' || field.type === 'list'));

/**
 * "tag anyone lacking a badge number No Badge", "tag machines with an expired warranty Out of Warranty": words with capitals
 * at the end of an order that says which records in small letters are what they are tagged with, whatever else they could
 * mean. What stands behind a little word or the name of its field ("with status Active") still says which records.
 */
export function nameLast(chunks: readonly Chunk[], from: number, end: number): number | undefined {
  let at = end;
  while (at > from + 1 && end - at < 2 * LONGEST) {
    const chunk = chunks[at - 1];
    if (isCapital(chunk) || (chunk?.glued === true && !isBound(chunk))) at--;
    else if (at < end && isJoint(chunk) && isCapital(chunks[at - 2]) && isCapital(chunks[at])) at--;
    else break;
  }
  while (at < end && isHeld(chunks[at]) && (leadsOn(chunks[at - 1]) || isHeld(chunks[at - 1]) || isOf(chunks, at)))
    at++;
  while (at < end && (chunks[at]?.glued || isJoint(chunks[at]) || !/^\p{Lu}/u.test(chunks[at]?.text ?? ''))) at++;
  const words = chunks.slice(at, end).filter(({ glued }) => !glued).length;
  if (words === 0 || words > LONGEST || leadsOn(chunks[at - 1])) return undefined;
  const said = chunks.slice(from, at);
  // "in New York City", "at Austin Regional Clinic": where a name that records hold ends, nothing tells.
  const ended = said.at(-1);
  if (isHeld(ended) && !ended?.date && isCapital(ended)) return undefined;
  // "with title Sales Manager Plus": what a field is said to hold is no tag.
  if (isText(said.at(-1)) && !said.some(chunk => has(chunk, 'empty', 'without', 'no', 'not', 'filled', 'expired')))
    return undefined;
  const tells = said.some(
    chunk =>
      chunk.values.length > 0 || chunk.fields.length > 0 || chunk.number !== undefined || chunk.date !== undefined,
  );
  const small = said.some(chunk => /^\p{Ll}/u.test(chunk.text));
  // One word alone may still be a value that the clause before it leads to.
  const sure = words > 1 || !isHeld(chunks[at]);
  return tells && small && sure ? at : undefined;
}

/** "tag sensors Healthy from 80% battery upwards": the same right behind the noun for the records, before which of them. */
export function nameBehindNoun(
  chunks: readonly Chunk[],
  from: number,
  end: number,
): readonly [from: number, to: number] | undefined {
  let at = from;
  while (at < from + 2 && has(chunks[at], 'det') && !has(chunks[at], 'noun')) at++;
  if (!has(chunks[at], 'noun') || !/^\p{Ll}/u.test(chunks[at]?.text ?? '')) return undefined;
  const first = at + 1;
  let to = first;
  while (to < end && (chunks[to]?.glued || isCapital(chunks[to])) && !isHeld(chunks[to])) to++;
  const named = to > first && to - first <= LONGEST && /^\p{Lu}/u.test(chunks[first]?.text ?? '');
  const opens = leadsOn(chunks[to]) || has(chunks[to], 'if', 'onlyIf');
  return named && opens && to < end - 1 ? [first, to] : undefined;
}
