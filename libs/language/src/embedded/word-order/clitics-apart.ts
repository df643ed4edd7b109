import { ACTING_VERBS, has, isBound } from '../cursor';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

const VERBS = [...ACTING_VERBS, 'add', 'remove', 'setTo'] as const;

/**
 * "étiquette-les", "mets-leur", "marca-os": a pronoun that is tied to its verb stands behind it as a word of its own; and so
 * does one before a verb that no name can be: "merci de les taguer", "…: le mettre à Basic".
 */
export function cliticsApart(chunks: readonly Chunk[]): readonly Chunk[] {
  const apart = chunks.flatMap((chunk, at) => {
    if (isTied(chunks[at - 1], chunk, chunks[at + 1])) return [];
    return isTied(chunks[at - 2], chunks[at - 1], chunk) ? [{ ...chunk, glued: false }] : [chunk];
  });
  return apart.map((chunk, at) => {
    if (standsBefore(apart, at)) return apart[at + 1] ?? chunk;
    return standsBefore(apart, at - 1) ? (apart[at - 1] ?? chunk) : chunk;
  });
}

const isTied = (verb: Chunk | undefined, dash: Chunk | undefined, pronoun: Chunk | undefined): boolean =>
  dash?.glued === true &&
  pronoun?.glued === true &&
  has(dash, 'dash') &&
  has(pronoun, 'them') &&
  verb?.quote === undefined &&
  has(verb, ...VERBS);

/** A pronoun that opens its clause, or stands behind what asks for something, and the verb it is the object of. */
function standsBefore(chunks: readonly Chunk[], at: number): boolean {
  const [before, pronoun, verb] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  return (
    has(pronoun, 'them') &&
    pronoun?.quote === undefined &&
    says(verb, 'infinitive') &&
    has(verb, ...VERBS) &&
    (isBound(before) || has(before, 'then', 'give', 'may', 'and', 'writer', 'wish', 'filler'))
  );
}
