import { type ActionContext, endsSentence, type FoundAction, mayBeginAction } from '../action-text';
import { endsOrder } from '../clause-end';
import { isDeedAsName } from './tag-ends';
import { comparatorOf } from '../../conditions/operands';
import { ACTING_VERBS, has, holdsData, isBound, isSmall } from '../../cursor';
import { says } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';

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

const isJoint = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined && (has(chunk, 'and', 'comma', 'amp') || says(chunk, 'plus'));

/** "… → Review Rebate and set the priority to low", "… → Rabatt prüfen und Priorität auf niedrig setzen": behind the joint stands an order, wherever its verb does. */
const leadsToOrder = (chunks: readonly Chunk[], at: number): boolean =>
  isJoint(chunks[at]) &&
  (mayBeginAction(chunks, at + 1) || chunks.slice(at + 1).some(chunk => isSmall(chunk) && has(chunk, ...ORDERING)));

/** "→ Bad Reference, except drafts": behind the name begins which records it is not for. */
const leavesOut = (chunks: readonly Chunk[], at: number): boolean => {
  const next = isJoint(chunks[at]) ? chunks[at + 1] : chunks[at];
  return isSmall(next) && !next?.glued && has(next, 'except', 'unless');
};

/** "→ Priority High", "→ Price to 5", "Status: Active": a field and what it holds, or is to hold. */
export function setsField(chunks: readonly Chunk[], at: number): boolean {
  const led = has(chunks[at + 1], 'to', 'on', 'in', 'into', 'for', 'eq', 'setTo', 'colon');
  const next = chunks[led ? at + 2 : at + 1];
  const stated = (next?.number ?? next?.date ?? next?.quote) !== undefined || has(next, 'trueWord', 'falseWord');
  const given = led && stated;
  return (chunks[at]?.fields ?? []).some(
    ({ field, score }) =>
      (score >= 0.85 &&
        (given || next?.values.some(value => value.field === field && value.via !== 'part') === true)) ||
      (score >= 0.6 && next?.values.some(value => value.field === field && value.via === undefined) === true),
  );
}

const endsSentenceOr = (chunks: readonly Chunk[], at: number): boolean => !chunks[at] || endsSentence(chunks, at);

/** Where the name ends that begins here, if nothing within it says that it is none. */
function nameEnd(chunks: readonly Chunk[], at: number): number | undefined {
  let to = at;
  let words = 0;
  for (; chunks[to] && !endsSentence(chunks, to) && !leadsToOrder(chunks, to) && !leavesOut(chunks, to); to++) {
    const chunk = chunks[to];
    // "Late Payer please": what only fills the sentence ends no name.
    if (to > at && isSmall(chunk) && has(chunk, 'then') && has(chunk, 'filler') && endsSentenceOr(chunks, to + 1))
      break;
    if (has(chunk, 'arrow', 'colon', 'open') || has(chunk, 'hostile')) return undefined;
    // "Por classificar", "À trier": what is to be done with them, as a name.
    const named = to === at + 1 && isDeedAsName(chunks, at) && endsSentenceOr(chunks, to + 1);
    if (isSmall(chunk) && has(chunk, ...ORDERING) && !chunk?.glued && !named) return undefined;
    if (comparatorOf(chunk) !== undefined && (chunks[to + 1]?.number ?? chunks[to + 1]?.date)) return undefined;
    // "→ VIP, Gold", "→ VIP and Gold" are two; "Cœur et cerveau" is one.
    if (isJoint(chunk) && !isSmall(chunks[to + 1])) return undefined;
    if (!chunk?.glued) words++;
  }
  return to > at && words <= LONGEST ? to : undefined;
}

/** Words that begin with a capital, up to the end of their clause, and that order nothing: a name, whatever else they could mean. */
export function capitalNameAt(
  { chunks, text }: ActionContext,
  at: number,
  end = chunks.length,
): { readonly value: string; readonly to: number } | undefined {
  const first = chunks[at];
  if (!first || first.quote !== undefined || !/^\p{Lu}/u.test(first.text)) return undefined;
  if (has(first, ...ORDERING) || has(first, ...OPENING) || setsField(chunks, at)) return undefined;
  const to = nameEnd(chunks.slice(0, end), at);
  const last = to === undefined ? undefined : chunks[to - 1];
  if (to === undefined || !last || (isBound(last) && !last.glued)) return undefined;
  return { value: text.slice(first.start, last.end), to };
}

/** A name of one word could as well be what records have: "tag people in Sales with Insurance". */
const FEWEST = 2;

/**
 * "tag people without a phone with Phone missing", "Maschinen in Halle 2 mit Wartung überfällig taggen": behind what says
 * which records, a capital and small letters behind it are no more of what records have, but a name that says why.
 */
export function nameBehindWith(context: ActionContext, at: number, end: number): boolean {
  const { chunks } = context;
  const words = chunks.slice(at + 1, end);
  const [first] = words;
  const said = words.flatMap(({ text }) => text.split(/\s+/));
  if (!first || said.length < FEWEST || words.some(({ number, quote }) => number ?? quote)) return false;
  // "mit Kein Techniker taggen": no noun has a capital before it that denies it.
  if (!/^\p{Ll}/u.test(said.at(-1) ?? '') && !has(first, 'no', 'without', 'not')) return false;
  if (first.values.some(({ via, stored }) => via === undefined && stored.includes(first.text))) return false;
  const told = chunks
    .slice(0, at)
    .some(chunk => holdsData(chunk) || (has(chunk, 'without', 'no', 'not', 'never', 'empty') && !has(chunk, 'tag')));
  return told && capitalNameAt(context, at + 1, end)?.to === end;
}

/** "→ tag Handle With Care": behind what says which records, words that all begin with a capital are one name. */
export function wholeInCapitals({ chunks, text, conditionBefore }: ActionContext, at: number): FoundAction | undefined {
  let to = at;
  while (
    chunks[to] &&
    !isBound(chunks[to]) &&
    chunks[to]?.quote === undefined &&
    /^[\p{Lu}\d]/u.test(chunks[to]?.text ?? '')
  )
    to++;
  const [first, last] = [chunks[at], chunks[to - 1]];
  const joined = chunks.slice(at + 1, to).some(chunk => has(chunk, 'with', 'in', 'of', 'for', 'on'));
  if (!conditionBefore || !first || !last || to - at < 3 || !joined || !endsOrder(chunks, to)) return undefined;
  return { actions: [{ type: 'addTag', value: text.slice(first.start, last.end) }], to };
}
