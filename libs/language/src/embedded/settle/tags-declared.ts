import { ACTING_VERBS, has, isBound, isParticiple, isSmall } from '../cursor';
import { says } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';

/** What asks for something, or orders it, so that a statement beside it tells of the records. */
const OTHERWISE_MEANT: readonly Role[] = [...ACTING_VERBS, 'flag', 'copy', 'replace', 'move', 'fill', 'wish'];

/** "van | marcados", "sont | taguées": a verb before what is done with the records, and nothing that tells more of them. */
const isDone = (chunks: readonly Chunk[], at: number): boolean => {
  const [verb, done] = [chunks[at], chunks[at + 1]];
  if (!done || !isSmall(done) || !has(done, 'tag') || !isParticiple(done)) return false;
  const goes = has(verb, 'be', 'may') || says(verb, 'landsOn');
  return isSmall(verb) && goes && !has(verb, 'have', 'where', 'if', 'not', 'give');
};

/** A tag that records carry is told of, one that none has is to be given. */
const isHeld = (chunk: Chunk): boolean =>
  chunk.values.some(({ field, via }) => field.type === 'list' && via === undefined);

const tells = (chunk: Chunk): boolean =>
  has(chunk, 'ask', 'if', 'onlyIf', 'unless') && !has(chunk, 'filler', 'where') && chunk.quote === undefined;

/**
 * "los pedidos de DHL van marcados como X", "les commandes de DHL sont taguées X": where nothing else is to be done, a
 * statement of all such records, with a tag that none of them carries, says what they are to get.
 */
export function withTagsDeclared(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex((_, i) => i > 1 && isDone(chunks, i));
  const verb = chunks[at];
  if (!verb || isBound(chunks[at - 1]) || has(chunks[at - 1], 'where', 'and', 'or', 'not', 'if', 'them')) return chunks;
  const name = chunks.slice(at + 2);
  if (name.length === 0 || name.some(chunk => isHeld(chunk) || has(chunk, 'and', 'or', 'comma'))) return chunks;
  const others = chunks.filter((_, i) => i !== at + 1);
  if (others.some(chunk => tells(chunk) || (isSmall(chunk) && has(chunk, ...OTHERWISE_MEANT)))) return chunks;
  if (has(chunks[0], ...OTHERWISE_MEANT)) return chunks;
  return [...chunks.slice(0, at), { ...verb, roles: ['give'] }, ...chunks.slice(at + 1)];
}
