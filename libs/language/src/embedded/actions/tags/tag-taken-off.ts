import { has, isBound } from '../../cursor';
import { says } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';

/** "off", "weg", "ab"; not what leads to the records that get a tag, though it is a part of verbs as well: "an", "aan". */
export const leadsOff = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'off') && !has(chunk, 'on', 'to') && !says(chunk, 'receives');

/**
 * "The VIP tag on customers in Germany must be removed", "VIP tag on …: take it off": behind the records, a verb without
 * another object takes off the tag that the request opens with. What is said of the records themselves ("machines that are
 * outdated", "orders with items removed") does not.
 */
export function takenOffBehind(chunks: readonly Chunk[], from: number): boolean {
  let told = false;
  for (let at = from; at < chunks.length; at++) {
    const chunk = chunks[at];
    if (!chunk || chunk.quote !== undefined) continue;
    if (isBound(chunk)) told = false;
    told ||= has(chunk, 'where', 'if');
    const ends = isBound(chunks[has(chunks[at + 1], 'them') ? at + 2 : at + 1]);
    if (!told && ends && chunk.values.length === 0 && isTakenOff(chunks, at)) return true;
  }
  return false;
}

/** Said as an order, or as what must be or is the case with the tag. */
function isTakenOff(chunks: readonly Chunk[], at: number): boolean {
  const [before, chunk] = [chunks[at - 1], chunks[at]];
  if (has(chunk, 'remove')) return isBound(before) || has(before, 'give', 'may', 'then');
  return has(chunk, 'obsolete') || (leadsOff(chunk) && has(before, 'them'));
}
