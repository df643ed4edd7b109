import type { Action } from '@lib/rules';
import { type ActionContext, endsSentence, type FoundAction } from '../action-text';
import { type BareName, bareNameAt, isTagOf } from './bare-tags';
import { startsClause } from '../clause-start';
import { tagSpokenOf } from './tag-actions';
import { has, isBound, isParticiple } from '../../cursor';
import { closesSaying, says } from '../../saying';
import { isCapital, wordEnd } from './tag-ends';
import type { Chunk } from '../../../grounding/link-words';

const swap = (old: string, value: string): readonly Action[] => [
  { type: 'removeTag', value: old },
  { type: 'addTag', value },
];

/** A name has hardly more words. */
const LONGEST = 5;

/** The score of a field by its own name. */
const CALLED = 0.9;

const joins = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'for', 'with', 'to', 'into') &&
  // "set the tag X on orders": where it is put.
  !has(chunk, 'and', 'det', 'on') &&
  (has(chunk, 'with') || !has(chunk, 'where'));

interface Named {
  readonly value: string;
  readonly to: number;
  /** The noun says that it is a tag. */
  readonly called: boolean;
}

/** "the gift tag", "tag gift", "gift": what a tag is called, with or without the noun. */
function tagAt(context: ActionContext, at: number, any = false): Named | undefined {
  const { chunks } = context;
  let next = at;
  while (next < at + 2 && has(chunks[next], 'det', 'them') && !has(chunks[next], 'tagNoun') && !chunks[next + 1]?.glued)
    next++;
  const first = has(chunks[next], 'tagNoun') && chunks[next]?.quote === undefined;
  const start = first ? next + 1 : next;
  const bare = bareNameAt(context, start);
  const words = any ? wordsAt(context, start) : undefined;
  const name = bare && !(words && words.to > bare.to) ? bare : words;
  if (!name) return undefined;
  const behind = has(chunks[name.to], 'tagNoun') && chunks[name.to]?.quote === undefined;
  return { value: name.value, to: behind ? name.to + 1 : name.to, called: first || behind || name.sure };
}

/** Where only the name of a tag can stand, any word is one, and so are all that begin with a capital. */
function wordsAt({ chunks, text }: ActionContext, at: number): BareName | undefined {
  const chunk = chunks[at];
  let to = at;
  while (to < at + LONGEST && isCapital(chunks[to])) to = wordEnd(chunks, to);
  if (chunk && to > at + 1) return { value: text.slice(chunk.start, chunks[to - 1]?.end), to, sure: false };
  const plain = /^\p{L}[\p{L}\p{N}]*$/u.test(chunk?.text ?? '') && !has(chunk, 'det', 'them', 'where', 'and', 'or');
  return chunk && plain ? { value: chunk.text, to: at + 1, sure: false } : undefined;
}

/** "replace the gift tag with present", "swap newbie for buddy-needed", "change tag a to b": one goes, the other comes. */
function parseSwap(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (
    !has(chunks[at], 'replace', 'setTo', 'swap') ||
    has(chunks[at], 'add') ||
    chunks[at]?.quote !== undefined ||
    !startsClause(chunks, at)
  )
    return undefined;
  // "erstat tagget Haster med …": behind the noun any word is its name.
  const called = has(chunks[at + 1], 'tagNoun') || (has(chunks[at + 1], 'det') && has(chunks[at + 2], 'tagNoun'));
  const old = tagAt(context, at + 1, called && has(chunks[at], 'replace', 'swap'));
  // "retag onboarding students as welcome"
  const joint = old && has(chunks[old.to], 'noun') && has(chunks[at], 'swap') ? old.to + 1 : old?.to;
  const led = joint !== undefined && (joins(chunks[joint]) || (has(chunks[at], 'swap') && has(chunks[joint], 'as')));
  if (!old?.called || joint === undefined || !led) return undefined;
  const noun = chunks.slice(at + 1, old.to).some(chunk => has(chunk, 'tagNoun') && chunk.quote === undefined);
  const stored = chunks.slice(at + 1, old.to).filter(chunk => isTagOf(context, chunk));
  // "set newsletter to no", where a field is called so as well: its value is set.
  const isField = stored.some(({ fields }) => (fields[0]?.score ?? 0) >= CALLED);
  if (!noun && (stored.length === 0 || isField)) return undefined;
  // "set the tag X for all orders": who gets it.
  const whom = has(chunks[joint + 1], 'noun', 'det', 'allTags', 'ones') || closesSaying(chunks[joint], 'forEach');
  if (whom && has(chunks[at], 'setTo') && !has(chunks[at], 'swap', 'replace')) return undefined;
  const put = tagAt(context, joint + 1, true);
  return put && { actions: swap(old.value, put.value), to: put.to };
}

/** "should have it swapped for buddy-needed", "gift should become present": what the records were said to carry. */
function parseSwapped(context: ActionContext, at: number, said: readonly Chunk[]): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at], 'give') || chunks[at]?.quote !== undefined) return undefined;
  let next = at + 1;
  while (next < at + 4 && has(chunks[next], 'give', 'be', 'them', 'then', 'det') && !has(chunks[next], 'replace'))
    next++;
  const verb = chunks[next];
  if (!verb || !has(verb, 'replace') || !isParticiple(verb) || !joins(chunks[next + 1])) return undefined;
  const named = said.findLast(chunk => isTagOf(context, chunk));
  const old = tagSpokenOf(said) ?? named?.quote ?? named?.text;
  const put = old === undefined ? undefined : tagAt(context, next + 2, true);
  return old === undefined || !put ? undefined : { actions: swap(old, put.value), to: put.to };
}

/** "orders tagged gift should be tagged present instead": the one spoken of goes. */
function parseInstead(context: ActionContext, at: number, said: readonly Chunk[]): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at], 'give', 'tag') || chunks[at]?.quote !== undefined || !context.conditionBefore) return undefined;
  let end = at + 1;
  while (end < chunks.length && !endsSentence(chunks, end) && !says(chunks[end], 'inItsPlace')) end++;
  if (!says(chunks[end], 'inItsPlace')) return undefined;
  let next = at + 1;
  while (
    next < end &&
    has(chunks[next], 'give', 'be', 'them', 'then', 'tag', 'det', 'as') &&
    !(has(chunks[next], 'det') && chunks[next + 1]?.glued)
  )
    next++;
  const old = tagSpokenOf(said);
  const put = tagAt(context, next, true);
  return old !== undefined && put?.to === end && (!chunks[end + 1] || isBound(chunks[end + 1]))
    ? { actions: swap(old, put.value), to: end + 1 }
    : undefined;
}

/** One tag in the place of another. */
export const parseSwappingTags = (
  context: ActionContext,
  at: number,
  said: readonly Chunk[],
): FoundAction | undefined =>
  parseSwap(context, at) ?? parseSwapped(context, at, said) ?? parseInstead(context, at, said);
