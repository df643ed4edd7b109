import { type ActionContext, type FoundAction, isAndThe } from '../action-text';
import { endsOrder } from '../clause-end';
import { readTags } from './tag-text';
import { has, isBound, isField, isParticiple } from '../../cursor';
import { takenOffBehind } from './tag-taken-off';
import { isCompound } from './tag-ends';
import { tagged } from './tag-reading';
import { endsSentence } from '../action-text';
import type { Chunk } from '../../../grounding/link-words';

const LONGEST = 5;

/** "…20000時間を超えたら「要点検」タグ": behind the condition a quote and the noun, and nothing more. */
function quotedWithNoun({ chunks }: ActionContext, at: number): FoundAction | undefined {
  const noun = chunks[at + 1];
  const after = chunks[at + 2];
  const ends = after === undefined || (has(after, 'stop') && after.key !== '?');
  if (chunks[at]?.quote === undefined || !has(noun, 'tagNoun') || noun?.quote !== undefined || !ends) return undefined;
  const told = has(chunks[at - 1], 'have', 'with', 'without', 'no', 'not', 'eq', 'neq', 'contains', 'or', 'of');
  const asked = chunks.some(chunk => has(chunk, 'ask') && !has(chunk, 'filler', 'where', 'if'));
  return told || asked ? undefined : { actions: [{ type: 'addTag', value: chunks[at]?.quote ?? '' }], to: at + 2 };
}

/** "…: dunning tag too", "→ tag "rush"": what to do is named by the noun alone, behind a colon, an arrow or what was done before. */
export function parseNamedTag(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, text } = context;
  // "Dan graag de tag Focus."
  const led = has(chunks[at], 'with') && chunks[at]?.quote === undefined && has(chunks[at - 1], 'then') ? at + 1 : at;
  const noun = led > at && has(chunks[led], 'det') && !has(chunks[led], 'tagNoun') ? led + 1 : led;
  if (
    context.conditionBefore &&
    has(chunks[noun], 'tagNoun') &&
    has(chunks[at - 1], 'then') &&
    !isBound(chunks[noun + 1])
  ) {
    const read = readTags(context, noun + 1);
    if (read) return { actions: read.tags.map(value => ({ type: 'addTag', value })), to: read.to };
  }
  const alone = quotedWithNoun(context, at);
  if (alone) return alone;
  const opens = has(chunks[at - 1], 'colon', 'arrow') || context.listed === at;
  if (!context.conditionBefore || !opens) return undefined;
  const article = (has(chunks[at], 'det') && !has(chunks[at], 'tagNoun')) || isAndThe(chunks[at]);
  const from = article ? at + 1 : at;
  // "…: two tags, X and Y": how many there are.
  if (chunks[from]?.number && has(chunks[from + 1], 'tagNoun')) {
    const read = readTags(context, has(chunks[from + 2], 'comma', 'dash') ? from + 3 : from + 2);
    if (read) return { actions: read.tags.map(value => ({ type: 'addTag', value })), to: read.to };
  }
  // "- drop all tags": one of a list of things to do, not the name of a tag.
  if (has(chunks[from], 'dash', 'remove', 'clear') && !chunks[from + 1]?.glued) return undefined;
  for (let noun = from + 1; noun <= from + LONGEST && noun < chunks.length; noun++) {
    if (isBound(chunks[noun]) || has(chunks[noun], 'where', 'if', 'and', 'amp')) return undefined;
    if (!has(chunks[noun], 'tagNoun') || chunks[noun]?.quote !== undefined) continue;
    let to = noun + 1;
    while (has(chunks[to], 'also', 'filler', 'then') && !isBound(chunks[to])) to++;
    const first = chunks[from];
    const last = chunks[noun - 1];
    // "onboarding tag on, key-person tag off"
    const switched = has(chunks[to], 'on', 'off') && endsOrder(chunks, to + 1) ? to + 1 : to;
    const type = switched > to && has(chunks[to], 'off') && !has(chunks[to], 'on') ? 'removeTag' : 'addTag';
    if (!first || !last || !endsOrder(chunks, switched)) return undefined;
    const value = noun - from === 1 ? (first.quote ?? first.text) : text.slice(first.start, last.end);
    return { actions: [{ type, value }], to: switched };
  }
  return undefined;
}

/** "needs-signoff tag when …", "VIP label for customers with …": the name and the noun open the request, the condition follows. */
export function parseHeadTag({ chunks, text, conditionBefore }: ActionContext, at: number): FoundAction | undefined {
  if (conditionBefore || (at > 0 && !isBound(chunks[at - 1]))) return undefined;
  const from = has(chunks[at], 'det') && !chunks[at + 1]?.glued ? at + 1 : at;
  const first = chunks[from];
  if (
    !first ||
    has(first, 'tag', 'tagNoun', 'add', 'remove', 'setTo', 'ask', 'no', 'without', 'have', 'where', 'if', 'any', 'wish')
  )
    return undefined;
  for (let noun = from + 1; noun <= from + LONGEST && noun < chunks.length; noun++) {
    const chunk = chunks[noun];
    // "status is Open - tag To Check": behind a dash an order begins.
    const apart = has(chunk, 'dash') && chunk?.glued === false;
    if (apart || isBound(chunk) || has(chunk, 'where', 'if', 'and', 'or', 'for', 'in', 'as')) return undefined;
    if (!has(chunk, 'tagNoun') || chunk?.quote !== undefined || chunk?.glued) continue;
    const follows =
      has(chunks[noun + 1], 'if', 'for', 'where', 'on', 'onlyIf', 'colon') && !has(chunks[noun + 1], 'be');
    const whole = (noun - from === 1 && !has(first, 'give')) || isCompound(chunks, from, noun);
    if (!follows || !whole || /s$/.test(chunk?.key ?? '')) return undefined;
    const last = chunks[noun - 1];
    const value = noun - from === 1 ? (first.quote ?? first.text) : text.slice(first.start, last?.end);
    const type = takenOffBehind(chunks, noun + 1) ? 'removeTag' : 'addTag';
    return { actions: [{ type, value }], to: has(chunks[noun + 1], 'colon') ? noun + 2 : noun + 1 };
  }
  return undefined;
}

/** "bitte review ergänzen": a word that means no field, and the verb that ends the clause. */
export function parseAddedLast(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  const chunk = chunks[at];
  const opens = isBound(chunks[at - 1]) || has(chunks[at - 1], 'then', 'and');
  const isTag = chunk?.values.some(({ field, via }) => field.type === 'list' && via === undefined);
  if (!context.conditionBefore || !chunk || !opens || isBound(chunk) || (isField(chunk) && !isTag) || chunk.number)
    return undefined;
  // "Focus als Tag vergeben"
  const called = has(chunks[at + 1], 'as') && has(chunks[at + 2], 'tagNoun') ? at + 3 : at + 1;
  const verb = chunks[called];
  // "update dranhängen als Tag"
  const late = has(chunks[called + 1], 'as') && has(chunks[called + 2], 'tagNoun') ? called + 3 : called + 1;
  if (!has(verb, 'add') || has(chunk, 'det', 'them', 'add', 'tag', 'tagNoun', 'give') || !endsOrder(chunks, late))
    return undefined;
  return { actions: [{ type: 'addTag', value: chunk.quote ?? chunk.text }], to: late };
}

/** "should get needs-label as a tag", "add referral-ok as a tag": the tag first, and then that it is one. */
export function parseCalled({ chunks, text }: ActionContext, at: number): FoundAction | undefined {
  let from = at;
  while (
    from < at + 3 &&
    has(chunks[from], 'give', 'det', 'them', 'then', 'be') &&
    !chunks[from + 1]?.glued &&
    !/^\p{Lu}/u.test(chunks[from]?.text ?? '')
  )
    from++;
  if (isBound(chunks[from])) return undefined;
  for (let as = from + 1; as <= from + 2 * LONGEST && as < chunks.length; as++) {
    if (chunks[as]?.glued && !isBound(chunks[as])) continue;
    const noun = has(chunks[as + 1], 'det') && !has(chunks[as + 1], 'tagNoun') ? as + 2 : as + 1;
    const called = has(chunks[as], 'as') && has(chunks[noun], 'tagNoun');
    const named = /^\p{Lu}/u.test(chunks[as]?.text ?? '') || joinsNames(chunks, as);
    if (isBound(chunks[as]) || (!called && !named && has(chunks[as], 'where', 'if', 'and', 'tag'))) return undefined;
    if (!called) continue;
    // "sæt udskift på som tag": the particle of the verb is no part of the tag.
    const last = as - from > 1 && has(chunks[as - 1], 'on', 'off') && !chunks[as - 1]?.glued ? as - 2 : as - 1;
    const joint = chunks.findIndex((_, i) => i > from && i < last && joinsNames(chunks, i));
    const value = (first: number, end: number): string =>
      chunks[first]?.quote ?? text.slice(chunks[first]?.start, chunks[end]?.end);
    const values = joint > 0 ? [value(from, joint - 1), value(joint + 1, last)] : [value(from, last)];
    return { actions: values.map(tag => ({ type: 'addTag', value: tag })), to: noun + 1 };
  }
  return undefined;
}

/** "get Call First and Ship Fast as tags": between two names with capitals, or two in quotes. */
const joinsNames = (chunks: readonly Chunk[], at: number): boolean => {
  const opens = (chunk: Chunk | undefined): boolean => chunk?.quote !== undefined || /^\p{Lu}/u.test(chunk?.text ?? '');
  return has(chunks[at], 'and') && chunks[at]?.quote === undefined && opens(chunks[at - 1]) && opens(chunks[at + 1]);
};

/** "I need survey tagged on …": the tag stands between the wish and its verb. */
function wishedTag({ chunks, text }: ActionContext, first: number, at: number): FoundAction | undefined {
  const wish = chunks.findIndex((chunk, i) => i >= first && i < at && has(chunk, 'wish'));
  let from = wish + 1;
  while (from < at && has(chunks[from], 'det', 'tagNoun', 'have')) from++;
  const words = chunks.slice(from, at);
  const plain = words.length === 1 || isCompound(chunks, from, at);
  if (!plain || words.some(chunk => has(chunk, 'them', 'noun', 'ones', 'where') || isBound(chunk))) return undefined;
  const value = (words.length === 1 ? words[0]?.quote : undefined) ?? text.slice(words[0]?.start, words.at(-1)?.end);
  return { actions: [{ type: 'addTag', value }], to: at + 2, from };
}

/** "I want the tag X on …", "I'd like all of those tagged X": what is wished for is to be done. */
export function parseWished(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  const chunk = chunks[at];
  if (!chunk || chunk.quote !== undefined) return undefined;
  if (has(chunk, 'wish')) {
    let next = at + 1;
    while (
      next < at + 4 &&
      has(chunks[next], 'ask', 'det', 'then', 'have', 'be') &&
      !has(chunks[next], 'where', 'tagNoun')
    )
      next++;
    return has(chunks[next], 'tagNoun') && !has(chunks[next], 'tag') && !/s$/.test(chunks[next]?.key ?? '')
      ? tagged(context, next + 1)
      : undefined;
  }
  if (!has(chunk, 'tag') || !isParticiple(chunk)) return undefined;
  if (has(chunks[at - 1], 'be', 'where', 'have', 'not', 'no', 'without', 'give')) return undefined;
  let first = at;
  while (first > 0 && !endsSentence(chunks, first - 1)) first--;
  const wished = chunks.slice(first, at).some(before => has(before, 'wish'));
  const name = has(chunks[at + 1], 'as', 'with') ? at + 2 : at + 1;
  const before = wished && /^on(to)?\b/.test(chunks[at + 1]?.key ?? '') ? wishedTag(context, first, at) : undefined;
  if (before) return before;
  return wished && !isBound(chunks[name]) && chunks[name]?.values.length === 0 ? tagged(context, name) : undefined;
}
