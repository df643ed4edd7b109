import { type ActionContext, endsSentence, type FoundAction, mayBeginAction } from './action-text';
import { comparatorOf } from '../conditions/operands';
import { ACTING_VERBS, has, holdsData, isBound } from '../cursor';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** A name has hardly more words. */
const LONGEST = 6;

/** Verbs that order something, and words for what is ordered: with one of them the words are no name by themselves. */
const ORDERING = [
  ...ACTING_VERBS,
  'tagNoun',
  'flag',
  'copy',
  'move',
  'fill',
  'replace',
  'give',
  'wish',
  'unsupported',
  'hostile',
] as const;

/** What no name opens with: it goes on about the records, or about what is to be done with them. */
const OPENING = ['if', 'onlyIf', 'unless', 'them', 'allTags', 'noun', 'ask', 'writer'] as const;

const isSmall = (chunk: Chunk | undefined): boolean => /^\p{Ll}/u.test(chunk?.text ?? '') && chunk?.quote === undefined;

const isJoint = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined && (has(chunk, 'and', 'comma', 'amp') || says(chunk, 'plus'));

/** "… → Review Rebate and set the priority to low", "… → Rabatt prüfen und Priorität auf niedrig setzen": behind the joint stands an order, wherever its verb does. */
const leadsToOrder = (chunks: readonly Chunk[], at: number): boolean =>
  isJoint(chunks[at]) &&
  (mayBeginAction(chunks, at + 1) || chunks.slice(at + 1).some(chunk => isSmall(chunk) && has(chunk, ...ORDERING)));

/** "→ Priority High", "→ Price to 5", "Status: Active": a field and what it holds, or is to hold. */
function setsField(chunks: readonly Chunk[], at: number): boolean {
  const led = has(chunks[at + 1], 'to', 'eq', 'setTo', 'colon');
  const next = chunks[led ? at + 2 : at + 1];
  const stated = (next?.number ?? next?.date ?? next?.quote) !== undefined || has(next, 'trueWord', 'falseWord');
  const given = led && stated;
  return (chunks[at]?.fields ?? []).some(
    ({ field, score }) =>
      score >= 0.85 && (given || next?.values.some(value => value.field === field && value.via !== 'part') === true),
  );
}

/** Where the name ends that begins here, if nothing within it says that it is none. */
function nameEnd(chunks: readonly Chunk[], at: number): number | undefined {
  let to = at;
  let words = 0;
  for (; chunks[to] && !endsSentence(chunks, to) && !leadsToOrder(chunks, to); to++) {
    const chunk = chunks[to];
    if (has(chunk, 'arrow', 'colon', 'open') || has(chunk, 'hostile')) return undefined;
    if (isSmall(chunk) && has(chunk, ...ORDERING) && !chunk?.glued) return undefined;
    if (comparatorOf(chunk) !== undefined && (chunks[to + 1]?.number ?? chunks[to + 1]?.date)) return undefined;
    // "→ VIP, Gold", "→ VIP and Gold" are two; "Cœur et cerveau" is one.
    if (isJoint(chunk) && !isSmall(chunks[to + 1])) return undefined;
    if (!chunk?.glued) words++;
  }
  return to > at && words <= LONGEST ? to : undefined;
}

/** Nothing but the name is left to be done: no other order stands before or behind. */
const isOnlyOrder = ({ chunks, listed }: ActionContext, at: number): boolean =>
  listed === undefined &&
  !chunks.slice(0, at).some(chunk => has(chunk, 'tagNoun', 'ask', 'arrow') && !has(chunk, 'filler', 'where'));

/**
 * "waiting time of three weeks or more: Long Waiting", "Rabatt über 20 % → Rabatt prüfen": behind the arrow, or the colon,
 * that ends what says which records, words that begin with a capital and order nothing are the tag they get, whatever else
 * they could mean.
 */
export function parseNameBehindMark(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, text, conditionBefore } = context;
  const [mark, first] = [chunks[at - 1], chunks[at]];
  const colon = has(mark, 'colon') && mark?.quote === undefined;
  if (!conditionBefore || !first || first.quote !== undefined || !(colon || has(mark, 'arrow'))) return undefined;
  if (!/^\p{Lu}/u.test(first.text) || has(first, ...ORDERING) || has(first, ...OPENING)) return undefined;
  if (setsField(chunks, at)) return undefined;
  if (colon && (!isOnlyOrder(context, at) || setsField(chunks, at - 2) || !chunks.slice(0, at).some(holdsData)))
    return undefined;
  const to = nameEnd(chunks, at);
  const last = to === undefined ? undefined : chunks[to - 1];
  if (to === undefined || !last || (colon && isBound(last) && !last.glued)) return undefined;
  return { actions: [{ type: 'addTag', value: text.slice(first.start, last.end) }], to };
}
