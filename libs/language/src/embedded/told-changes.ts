import { has } from './cursor';
import { says } from './saying';
import type { Chunk } from '../grounding/link-words';

/** "that moved from …", "whose status changed from …": a form that tells what was done, with nothing that makes an order of it. */
export const tellsOfChange = (chunks: readonly Chunk[], at: number): boolean =>
  says(chunks[at], 'participle', 'happened') &&
  at > 0 &&
  !has(chunks[at - 1], 'be', 'give', 'then') &&
  chunks[at]?.quote === undefined;

/** "orders that moved from paid to shipped": what a record was before, it does not hold. */
export function changeTold(chunks: readonly Chunk[]): Chunk | undefined {
  return chunks.find((chunk, at) => {
    if (!has(chunks[at + 1], 'from') || !has(chunks[at + 3], 'to') || !tellsOfChange(chunks, at)) return false;
    const [before, after] = [chunks[at + 2], chunks[at + 4]];
    return before?.values.some(one => after?.values.some(other => other.field === one.field)) === true;
  });
}
