import { has, isBound } from '../cursor';
import { says } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';

/** So far apart stand the two words of a pair that says both. */
const NEAR = 8;

/**
 * "sia il telefono sia l'e-mail", "tanto el fax como el correo": the first word of such a pair only announces the second,
 * which joins. "soit A et B, soit C", "seja A e B, seja C": the second begins the alternative to all that is said before.
 */
export function withPairedWords(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex((chunk, i) => joinedBy(chunks, i) !== undefined || elseAt(chunks, i) !== undefined);
  if (at < 0) return chunks;
  const both = joinedBy(chunks, at);
  const second = both ?? elseAt(chunks, at);
  const joint: Role = both === undefined ? 'or' : 'and';
  return chunks.flatMap((chunk, i) => (i === at ? [] : [i === second ? { ...chunk, roles: [joint] } : chunk]));
}

/** Where the second word stands of a pair that says both. */
function joinedBy(chunks: readonly Chunk[], at: number): number | undefined {
  const first = chunks[at];
  if (!first || !has(first, 'both') || first.quote !== undefined) return undefined;
  for (let next = at + 2; next < at + NEAR && chunks[next] && !isBound(chunks[next]); next++) {
    // "manquent à la fois le téléphone et l'e-mail"
    if (has(chunks[next], 'and')) return has(chunks[at - 1], 'empty') ? next : undefined;
    const again = chunks[next]?.key === first.key && has(first, 'either');
    if (again || says(chunks[next], 'asWellAs')) return next;
  }
  return undefined;
}

/** Where the second word stands of a pair that parts two alternatives, the first of which says several things. */
function elseAt(chunks: readonly Chunk[], at: number): number | undefined {
  const first = chunks[at];
  if (!has(first, 'either') || has(first, 'or', 'both') || first?.quote !== undefined) return undefined;
  const second = chunks.findIndex(
    ({ key }, i) => i > at + 1 && key === first?.key && has(chunks[i], 'either') && has(chunks[i - 1], 'comma'),
  );
  return second > 0 && chunks.slice(at, second).some(chunk => has(chunk, 'and')) ? second : undefined;
}
