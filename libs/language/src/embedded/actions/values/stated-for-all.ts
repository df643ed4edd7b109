import type { FoundAction, ReadAction } from '../action-text';
import { readStated } from './setting-records';
import { statedAt } from './stated-value';
import { has, isBound } from '../../cursor';
import { mentions, opensSaying } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';

/** Whether the words lead to all of some records: "for every", "para todos los", "for anything". */
function leadsToAll(chunks: readonly Chunk[], at: number): boolean {
  const [joint, next] = [chunks[at], chunks[at + 1]];
  if (!has(joint, 'for', 'to', 'where') || joint?.quote !== undefined) return false;
  return (
    mentions(joint, 'forEach') ||
    opensSaying(joint, 'forEach') ||
    (has(joint, 'for', 'to') && opensSaying(next, 'forEach'))
  );
}

/**
 * "high priority for every gift", "prioridad alta a todo lo que …": a value with the name of its field, and behind it all
 * that it is for. Nobody says of records that they are so, and then of all of which they are.
 */
export const parseStatedForAll: ReadAction = (context, at, grounding): FoundAction | undefined => {
  const { chunks, tags } = context;
  const opens = at === 0 || chunks.slice(0, at).every(chunk => isBound(chunk) || has(chunk, 'then', 'filler'));
  if (!opens || chunks.some(chunk => has(chunk, 'ask') && !has(chunk, 'filler', 'where'))) return undefined;
  const stated = statedAt(chunks, at, tags);
  if (!stated?.named || !leadsToAll(chunks, stated.to)) return undefined;
  const to = has(chunks[stated.to], 'where') ? stated.to : stated.to + 1;
  return readStated(context, { ...stated, to }, grounding);
};
