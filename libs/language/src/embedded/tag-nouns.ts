import type { ActionContext, FoundAction } from './action-text';
import { has, isBound, isField } from './cursor';
import { endsOrder } from './tag-actions';

const LONGEST = 5;

/** "…: dunning tag too", "→ tag "rush"": what to do is named by the noun alone, behind a colon, an arrow or what was done before. */
export function parseNamedTag(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, text } = context;
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
  if (!context.conditionBefore || !chunk || !opens || isBound(chunk) || isField(chunk) || chunk.number)
    return undefined;
  const verb = chunks[at + 1];
  if (!has(verb, 'add') || has(chunk, 'det', 'them', 'add', 'tag', 'tagNoun', 'give') || !endsOrder(chunks[at + 2]))
    return undefined;
  return { actions: [{ type: 'addTag', value: chunk.quote ?? chunk.text }], to: at + 2 };
}
