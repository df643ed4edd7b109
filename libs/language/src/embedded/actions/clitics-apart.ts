import { ACTING_VERBS, has } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

const VERBS = [...ACTING_VERBS, 'add', 'remove', 'setTo'] as const;

/** "étiquette-les", "mets-leur", "marca-os": a pronoun that is tied to its verb stands behind it as a word of its own. */
export function cliticsApart(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.flatMap((chunk, at) => {
    const tied = (verb: Chunk | undefined, dash: Chunk | undefined, pronoun: Chunk | undefined): boolean =>
      verb?.quote === undefined &&
      has(verb, ...VERBS) &&
      has(dash, 'dash') &&
      dash?.glued === true &&
      pronoun?.glued === true &&
      has(pronoun, 'them');
    if (tied(chunks[at - 1], chunk, chunks[at + 1])) return [];
    return tied(chunks[at - 2], chunks[at - 1], chunk) ? [{ ...chunk, glued: false }] : [chunk];
  });
}
