import type { ActionContext, FoundAction } from '../action-text';
import { readTags } from './tag-text';
import { has, isBound } from '../../cursor';
import { opensSaying } from '../../saying';

/**
 * "pedidos de esta semana, con la etiqueta Reciente por favor": behind a mark the request ends with the tag that records
 * are to get. One that some of them have says which records are meant, unless it is asked for.
 */
export function parseTagWishedLast(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, tags } = context;
  const opens =
    has(chunks[at], 'with', 'have') && opensSaying(chunks[at], 'withWord') && chunks[at]?.quote === undefined;
  if (!opens || !context.conditionBefore || context.listed !== undefined || !has(chunks[at - 1], 'comma', 'colon'))
    return undefined;
  if (chunks.some(chunk => has(chunk, 'ask') && !has(chunk, 'filler', 'where', 'if'))) return undefined;
  const noun = has(chunks[at + 1], 'det') && !has(chunks[at + 1], 'tagNoun') ? at + 2 : at + 1;
  if (!has(chunks[noun], 'tagNoun') || chunks[noun]?.quote !== undefined || isBound(chunks[noun + 1])) return undefined;
  const read = readTags(context, noun + 1);
  if (read?.tags.length !== 1) return undefined;
  let to = read.to;
  while (has(chunks[to], 'then', 'besides', 'signOff', 'stop', 'filler')) to++;
  const asked = chunks.slice(noun + 2, to).some(chunk => has(chunk, 'then', 'besides', 'signOff', 'filler'));
  const held = chunks
    .slice(noun + 1, read.to)
    .some(({ values }) => values.some(({ field, via }) => field.name === tags && via === undefined));
  return chunks[to] === undefined && (asked || !held)
    ? { actions: read.tags.map(value => ({ type: 'addTag', value })), to }
    : undefined;
}
