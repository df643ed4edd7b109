import { has } from '../cursor';
import { mentions, opensSaying, says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** "must", "has to be", "they need to be": it is said of the records that they are to be so. */
export const isDemand = (chunk: Chunk): boolean =>
  chunk.quote === undefined &&
  (opensSaying(chunk, 'must') ||
    (has(chunk, 'make', 'give', 'holds') && mentions(chunk, 'must')) ||
    isThatClause(chunk));

/** "que sean": both words in one. */
export const isThatClause = (chunk: Chunk): boolean => has(chunk, 'make') && opensSaying(chunk, 'thatClause');

/** "they must also be paid", "y además que estén pagados": what all of them are to be besides; not "also those that must be paid". */
export const demandsMore = (chunks: readonly Chunk[]): boolean => {
  const at = chunks.findIndex(isDemand);
  const tells = chunks.slice(0, Math.max(at, 0)).some(chunk => has(chunk, 'where', 'ones') && !says(chunk, 'theyWord'));
  return (
    (at >= 0 && !tells) || chunks.some((chunk, i) => has(chunk, 'also') && opensSaying(chunks[i + 1], 'thatClause'))
  );
};

/** "they also need a fax number": as a request says it, they have one. "they need the tag X" orders it. */
export const asDemanded = (plain: readonly Chunk[]): readonly Chunk[] =>
  plain.some(chunk => says(chunk, 'mustHave')) && !plain.some(chunk => has(chunk, 'tagNoun', 'tag'))
    ? plain.map(chunk => (says(chunk, 'mustHave') ? { ...chunk, roles: ['have'] } : chunk))
    : plain;
