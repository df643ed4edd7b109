import { has, isSmall } from '../cursor';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** So many verbs close an order: "te worden gezet". */
const MOST = 4;

/** Whether a word is one of the verbs that close an order, or the mark before one. */
const closes = (chunk: Chunk | undefined): boolean =>
  isSmall(chunk) &&
  (has(chunk, 'give', 'be', 'setTo', 'may') || says(chunk, 'seenDone', 'infinitiveMark', 'beingAtEnd'));

/** Behind the verbs that end an order: "umwandeln", "worden gezet", "zu setzen", "On leave sein". */
export function behindLastVerbs(chunks: readonly Chunk[], at: number): number {
  let next = at;
  while (next < at + MOST && closes(chunks[next])) next++;
  return next;
}
