import { has, isBound, isField } from '../cursor';
import { startsClause } from '../actions/clause-start';
import { says } from '../saying';
import type { Understanding } from '../understanding';
import type { Chunk } from '../../grounding/link-words';

const ACTING = ['setTo', 'add', 'remove', 'clear', 'copy', 'replace', 'mask', 'trim', 'upper', 'lower'] as const;

/** Orders that no field took: "deactivate people in Sales" where nobody is active or not. */
const ORDERS = ['bringsTo', 'starting', 'stopping'] as const;

/** What may be an order elsewhere, and is none where it tells of a state, asks, or names something. */
const TELLS = ['ask', 'noun', 'have', 'without', 'be', 'where', 'filled', 'empty', 'in', 'to', 'does', 'may'] as const;

/** A word as it is written, which names nothing that records hold. */
const isPlain = (chunk: Chunk): boolean =>
  chunk.quote === undefined && chunk.values.length === 0 && !chunk.typo && !isField(chunk);

const isOrder = (chunk: Chunk): boolean => isPlain(chunk) && has(chunk, ...ACTING) && !has(chunk, ...TELLS);

/** What opens a clause of its own: "Enterprise accounts: put …", "where it is missing, set …". */
const opens = (chunks: readonly Chunk[], at: number): boolean =>
  // "if it is empty copy the current one into it": nothing else is copied than on order.
  (has(chunks[at], 'copy') && startsClause(chunks, at)) ||
  (has(chunks[at - 1], 'colon', 'arrow', 'comma', 'stop') && !(chunks[at]?.glued ?? false) && startsClause(chunks, at));

/**
 * The verb of an order that nobody understood: the request's first word, or the first of a clause behind what says which
 * records. A request that orders something is no question, whatever its other words could be tests of.
 */
export function orderLeft(
  { cut, asks }: Understanding,
  chunks: readonly Chunk[],
  verbsLast: boolean,
): Chunk | undefined {
  if (cut.actions.length > 0) return undefined;
  const first = chunks.find(chunk => !has(chunk, 'then') && (!has(chunk, 'filler') || has(chunk, ...ACTING)));
  const acts = (has(first, ...ACTING) || says(first, ...ORDERS)) && !has(first, 'ask', 'noun', 'have', 'without', 'be');
  if (first && acts && isPlain(first)) return first;
  // "sign everyone in HR up for the newsletter": nothing that is asked for begins so.
  const enrols = says(first, 'enrolling', 'withdrawing', 'signing') && !asks && first?.quote === undefined;
  if (first && enrols && !has(chunks[chunks.indexOf(first) + 1], 'be', 'eq', 'colon', 'where')) return first;
  // "give all customers in Bern a tag": which one is not said.
  const end = chunks.findLast(chunk => !isBound(chunk));
  if (says(first, 'grants') && has(end, 'tagNoun') && end?.values.length === 0 && !has(end, 'tag')) return first;
  // "closed accounts should become archived": what they are to be is a value of no field.
  const becomes = asks
    ? undefined
    : chunks.find((chunk, at) => at > 0 && says(chunk, 'becoming') && !has(chunks[at - 1], 'where', 'if', 'not'));
  if (becomes) return becomes;
  // "owner blank? copy …": what is ordered behind a question is no part of it.
  const ordered = (at: number): boolean => !asks || has(chunks[at - 1], 'stop');
  const opened = chunks.find((chunk, at) => at > 0 && isOrder(chunk) && opens(chunks, at) && ordered(at));
  return opened ?? (verbsLast && !asks ? closing(chunks) : undefined);
}

/** "… auf inaktiv umstellen", "… die Tags löschen, die …": the verb that ends the sentence, or stands before a clause of its own. */
function closing(chunks: readonly Chunk[]): Chunk | undefined {
  const last = chunks.findLastIndex(chunk => !has(chunk, 'stop', 'filler', 'then') || has(chunk, ...ACTING));
  return chunks.find(
    (chunk, at) =>
      at > 1 &&
      (at === last || (has(chunks[at + 1], 'comma') && has(chunks[at + 2], 'where'))) &&
      isOrder(chunk) &&
      !has(chunks[at - 1], 'where', 'be', 'not') &&
      !says(chunk, 'participle'),
  );
}
