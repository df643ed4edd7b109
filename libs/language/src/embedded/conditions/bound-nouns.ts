import { has } from '../cursor';
import { closesSaying, mentions, opensSaying, says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** Whether a word compares with what stands behind it. */
export const compares = (chunk: Chunk): boolean => has(chunk, 'gt', 'lt', 'gte', 'lte', 'eq');

/** "über dem zulässigen Maximum": what bounds an amount elsewhere is the noun of the field, with no amount behind it. */
export const isBoundNoun = (chunks: readonly Chunk[], at: number): boolean =>
  says(chunks[at], 'upperBound', 'lowerBound') &&
  (chunks[at]?.fields[0]?.score ?? 0) >= 0.8 &&
  chunks[at + 1]?.number === undefined &&
  chunks[at + 1]?.date === undefined;

/** Where it ends that as much is allowed as there is of a bound: "permitted", "the allowed number", "they are allowed to have". */
export function allowedTo(chunks: readonly Chunk[], at: number): number | undefined {
  let next = at;
  while (next < at + 3 && has(chunks[next], 'be', 'them', 'det', 'ask', 'where') && !says(chunks[next], 'allowedWord'))
    next++;
  if (!opensSaying(chunks[next], 'allowedWord')) return undefined;
  const to = mentions(chunks[next + 1], 'upperBound') || has(chunks[next + 1], 'fieldWord') ? next + 2 : next + 1;
  return has(chunks[to], 'to') && has(chunks[to + 1], 'have') ? to + 2 : to;
}

/** Which bound the words say. */
export const boundSaid = (chunk: Chunk | undefined): (typeof BOUNDS)[number] | undefined =>
  BOUNDS.find(sense => closesSaying(chunk, sense));

const BOUNDS = ['upperBound', 'lowerBound', 'aim'] as const;
