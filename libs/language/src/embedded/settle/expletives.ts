import { has } from '../cursor';
import { opensSaying } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';

/** What a comparison says without the denial it was read with. */
const UNDENIED: Partial<Record<Role, Role>> = { lte: 'gt', gte: 'lt' };

/** How far the denial may stand behind its "unless". */
const NEAR = 4;

/** "a meno che non superino i 55 gradi", "à moins qu'ils ne dépassent": in a clause with "unless" the little word denies nothing. */
export function withoutExpletives(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex((chunk, i) => opensSaying(chunk, 'expletive') && follows(chunks, i));
  const chunk = chunks[at];
  if (!chunk) return chunks;
  const roles = chunk.roles.flatMap(role =>
    role === 'not' || role === 'empty' ? ['be' as const] : [UNDENIED[role] ?? role],
  );
  return chunks.map((other, i) => (i === at ? { ...other, roles } : other));
}

const follows = (chunks: readonly Chunk[], at: number): boolean => {
  const unless = chunks.findLastIndex((chunk, i) => i < at && i >= at - NEAR && has(chunk, 'unless'));
  return (
    unless >= 0 &&
    has(chunks[at], 'not', 'lte', 'gte') &&
    !chunks.slice(unless + 1, at).some(chunk => has(chunk, 'comma', 'not', 'and', 'or'))
  );
};
