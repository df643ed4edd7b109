import type { Field } from '@lib/rules';
import { targetAt } from './action-target';
import type { ActionContext, FoundAction, ReadAction } from '../action-text';
import { endsOrder } from '../clause-end';
import { startsClause } from '../clause-start';
import { readNewValue, setTo } from './new-value';
import { ownerOf } from '../../conditions/values/owner-of';
import { valueOf } from '../../conditions/operands';
import { has, isBound, isParticiple, isSmall } from '../../cursor';
import { opensSaying, says } from '../../saying';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** The text field of which the condition named a value: "where country is DE, …", "if the contract is perm, …". */
function heldField(before: readonly Chunk[], tags: string): Field | undefined {
  const named = before.findLast(chunk => (chunk.fields[0]?.score ?? 0) >= 0.6)?.fields[0]?.field;
  const owner = before.map(chunk => ownerOf(chunk, tags)).findLast(field => field !== undefined);
  const held = named && before.some(chunk => valueOf(chunk, named) !== undefined) ? named : owner;
  return held?.type === 'text' && held.name !== tags ? held : undefined;
}

/** "if the contract is perm, make it permanent", "where country is DE make it Germany": the value that was spoken of is written anew. */
export const parseMakingIt: ReadAction = (context, at, grounding, before) => {
  const { chunks, tags } = context;
  const verb = chunks[at];
  // "if gender is F write female": what is written needs no pronoun, where the field holds it.
  const writes = says(verb, 'writing');
  if (!context.conditionBefore || !verb || !(writes || has(verb, 'setTo')) || verb.quote !== undefined)
    return undefined;
  if (!startsClause(chunks, at) || isParticiple(verb)) return undefined;
  const it = opensSaying(chunks[at + 1], 'itWord') && has(chunks[at + 1], 'them');
  const first = it ? at + 2 : at + 1;
  const value = chunks[first];
  if (!it && !(writes && (value?.values.length ?? 0) > 0)) return undefined;
  if (!value || isBound(value) || has(value, 'to', 'as', 'tagNoun', 'upper', 'lower', 'title', 'empty'))
    return undefined;
  const held = heldField(before, tags);
  const owner = ownerOf(value, tags);
  const field = held && (valueOf(value, held) !== undefined || !owner) ? held : owner;
  if (!field || (field !== held && (value.values.length === 0 || !it))) return undefined;
  const found = readNewValue(context, first, field, grounding);
  // "fixed-term … make it temporary": what would change nothing is meant as it is written.
  const text = typeof found?.value === 'string' ? found.value : undefined;
  const same = text !== undefined && before.some(chunk => valueOf(chunk, field)?.stored.includes(text));
  const read = found && same ? { ...found, value: value.quote ?? value.text } : found;
  // "zet het verkoopkanaal op X": before a noun the pronoun is its article.
  if (it && read && chunks.slice(first, read.to).some(chunk => has(chunk, 'to', 'into') && isSmall(chunk)))
    return undefined;
  return read && read.value !== null && endsOrder(chunks, read.to)
    ? { actions: [setTo(field, read.value)], to: read.to }
    : undefined;
};

/** "staff numbers beginning with C- mean employment type contractor": what follows from the condition is a field and its value. */
export function parseMeaningSo(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (!context.conditionBefore || !says(chunks[at], 'impliesSo') || chunks[at]?.quote !== undefined) return undefined;
  const target = targetAt(chunks, at + 1, grounding);
  if (!target || target.field.type === 'list') return undefined;
  let value = target.to;
  while (value < target.to + 2 && has(chunks[value], 'be', 'give', 'to', 'eq')) value++;
  const said = chunks[value];
  const plain = said?.quote !== undefined || said?.number !== undefined || valueOf(said, target.field) !== undefined;
  const read = plain ? readNewValue(context, value, target.field, grounding) : undefined;
  return read && endsOrder(chunks, read.to)
    ? { actions: [setTo(target.field, read.value)], to: behindSo(chunks, read.to) }
    : undefined;
}

/** "…, please set that", "tag them so": an order that only says to do what was said. */
export function behindSo(chunks: readonly Chunk[], at: number): number {
  let verb = at;
  while (
    verb < at + 4 &&
    has(chunks[verb], 'comma', 'and', 'then', 'dash', 'stop') &&
    chunks[verb]?.quote === undefined
  )
    verb++;
  if (verb === at || !has(chunks[verb], 'setTo', 'tag', 'fill', 'add') || chunks[verb]?.quote !== undefined) return at;
  let end = verb + 1;
  while (end < verb + 5 && (has(chunks[end], 'them', 'then', 'also', 'off') || says(chunks[end], 'likeThat'))) end++;
  const whole = end > verb + 1 && (chunks[end] === undefined || (has(chunks[end], 'stop') && !chunks[end]?.glued));
  return whole || (end > verb + 1 && isBound(chunks[end]) && !has(chunks[end], 'colon', 'open', 'arrow')) ? end : at;
}
