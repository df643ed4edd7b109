import { has } from '../cursor';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** Whether a word compares with what stands behind it. */
export const compares = (chunk: Chunk): boolean => has(chunk, 'gt', 'lt', 'gte', 'lte', 'eq');

/** "über dem zulässigen Maximum": what bounds an amount elsewhere is the noun of the field, with no amount behind it. */
export const isBoundNoun = (chunks: readonly Chunk[], at: number): boolean =>
  says(chunks[at], 'upperBound', 'lowerBound') &&
  (chunks[at]?.fields[0]?.score ?? 0) >= 0.8 &&
  chunks[at + 1]?.number === undefined &&
  chunks[at + 1]?.date === undefined;
