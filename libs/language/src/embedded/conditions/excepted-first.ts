import { has } from '../cursor';
import { negate } from '../meaning';
import type { Parsed, ParseState } from './parse-state';
import { parseTest } from './parse-test';
import { endOfExcepted } from './scopes';
import type { Chunk } from '../../grounding/link-words';

/** What is left out, where the word for it stands behind: "Honeywell excluded". */
export function parseExceptedFirst(state: ParseState, at: number): Parsed | undefined {
  const end = endOfExcepted(state, at);
  const named = end === undefined ? undefined : parseTest(state, at, false);
  return named && end !== undefined && named.to <= end ? { meaning: negate(named.meaning), to: end } : undefined;
}

/** "outside Berlin", "outside the US": a place, and no bound of numbers. */
export function isOutsidePlace(chunks: readonly Chunk[], at: number): boolean {
  const place = has(chunks[at], 'outside') ? chunks[has(chunks[at + 1], 'det', 'of') ? at + 2 : at + 1] : undefined;
  return place !== undefined && place.values.length > 0 && !place.number;
}
