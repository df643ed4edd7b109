import type { ActionContext, FoundAction } from './action-text';
import { readTags } from './tag-text';
import { has, isBound, isField, isParticiple } from '../cursor';
import { endsOrder, tagged } from './tag-reading';
import { endsSentence } from './action-text';

const LONGEST = 5;

/** "…: dunning tag too", "→ tag "rush"": what to do is named by the noun alone, behind a colon, an arrow or what was done before. */
export function parseNamedTag(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, text } = context;
  // "Dan graag de tag Focus."
  if (
    context.conditionBefore &&
    has(chunks[at], 'tagNoun') &&
    has(chunks[at - 1], 'then') &&
    !isBound(chunks[at + 1])
  ) {
    const read = readTags(context, at + 1);
    if (read) return { actions: read.tags.map(value => ({ type: 'addTag', value })), to: read.to };
  }
  const opens = has(chunks[at - 1], 'colon', 'arrow') || context.listed === at;
  if (!context.conditionBefore || !opens) return undefined;
  const from = has(chunks[at], 'det') && !has(chunks[at], 'tagNoun') ? at + 1 : at;
  for (let noun = from + 1; noun <= from + LONGEST && noun < chunks.length; noun++) {
    if (isBound(chunks[noun]) || has(chunks[noun], 'where', 'if', 'and')) return undefined;
    if (!has(chunks[noun], 'tagNoun') || chunks[noun]?.quote !== undefined) continue;
    let to = noun + 1;
    while (has(chunks[to], 'also', 'filler', 'then') && !isBound(chunks[to])) to++;
    const first = chunks[from];
    const last = chunks[noun - 1];
    const after = chunks[to];
    if (!first || !last || (after && !isBound(after) && !has(after, 'and', 'amp'))) return undefined;
    const value = noun - from === 1 ? (first.quote ?? first.text) : text.slice(first.start, last.end);
    return { actions: [{ type: 'addTag', value }], to };
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
  if (!has(verb, 'add') || has(chunk, 'det', 'them', 'add', 'tag', 'tagNoun', 'give') || !endsOrder(chunks[called + 1]))
    return undefined;
  return { actions: [{ type: 'addTag', value: chunk.quote ?? chunk.text }], to: called + 1 };
}

/** "should get needs-label as a tag", "add referral-ok as a tag": the tag first, and then that it is one. */
export function parseCalled({ chunks, text }: ActionContext, at: number): FoundAction | undefined {
  let from = at;
  while (from < at + 3 && has(chunks[from], 'give', 'det', 'them', 'then', 'be') && !chunks[from + 1]?.glued) from++;
  for (let as = from + 1; as <= from + 2 * LONGEST && as < chunks.length; as++) {
    if (chunks[as]?.glued && !isBound(chunks[as])) continue;
    if (isBound(chunks[as]) || has(chunks[as], 'where', 'if', 'and', 'tag')) return undefined;
    const noun = has(chunks[as + 1], 'det') ? as + 2 : as + 1;
    if (!has(chunks[as], 'as') || !has(chunks[noun], 'tagNoun')) continue;
    const value = chunks[from]?.quote ?? text.slice(chunks[from]?.start, chunks[as - 1]?.end);
    return { actions: [{ type: 'addTag', value }], to: noun + 1 };
  }
  return undefined;
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
  return wished && !isBound(chunks[name]) && chunks[name]?.values.length === 0 ? tagged(context, name) : undefined;
}
