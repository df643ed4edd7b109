import type { Field } from '@lib/rules';
import { has, isBound } from '../../cursor';
import type { Chunk } from '../../../grounding/link-words';

const FAR = 5;

/**
 * "equals Java", "is exactly German", "speak only German", "German only": the whole text is meant, not one of those it
 * lists, and so is one in quotes. "only German speakers" are those who speak German, whatever else they speak.
 */
export const meansWhole = (chunks: readonly Chunk[], at: number, to: number, field: Field, both = false): boolean =>
  wholeSaid(chunks, at, to, field) !== undefined || (chunks[at]?.quote !== undefined && !both);

/** "speak only German", "German only": nothing beside it, also of a field that lists several. */
export const meansOnly = (chunks: readonly Chunk[], at: number, to: number, field: Field): boolean =>
  wholeSaid(chunks, at, to, field) === 'only';

/** What says that no more is meant than the text: "exactly", or "only". */
function wholeSaid(chunks: readonly Chunk[], at: number, to: number, field: Field): 'exactly' | 'only' | undefined {
  const spokenIn = (chunk: Chunk | undefined): boolean => chunk?.fields.some(link => link.field === field) ?? false;
  const ends = chunks[to + 1] === undefined || isBound(chunks[to + 1]);
  let alone = has(chunks[to], 'only') && ends;
  let said = false;
  for (let i = at - 1; i >= 0 && i >= at - FAR; i--) {
    const chunk = chunks[i];
    if (!chunk || has(chunk, 'noun', 'and', 'or', 'comma', 'then')) break;
    if (has(chunk, 'where')) {
      // "die nur Deutsch sprechen": the verb of the clause stands behind.
      said ||= spokenIn(chunks[to]);
      break;
    }
    if (has(chunk, 'eq', 'neq', 'exactly')) return 'exactly';
    alone ||= has(chunk, 'only');
    said ||= has(chunk, 'be', 'have') || spokenIn(chunk);
  }
  return alone && said ? 'only' : undefined;
}
