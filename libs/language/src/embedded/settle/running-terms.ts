import { endsClause, has } from '../cursor';
import { liesAhead } from '../conditions/dates/date-tests';
import { says } from '../saying';
import { isDateField } from '../../grounding/fields/date-field';
import type { Chunk } from '../../grounding/link-words';

/** How well the term must be named. */
const NAMED = 0.55;

/** "warranty still running", "the licence is active": a term whose end is named goes on, whatever state records are in. */
export function withRunningTerms(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(chunk => says(chunk, 'goesOn'))) return chunks;
  return chunks.map((chunk, at) =>
    says(chunk, 'goesOn') && isOfTerm(chunks, at) && endsClause(chunks[at + 1])
      ? { ...chunk, roles: ['inForce'], fields: [], values: [] }
      : chunk,
  );
}

function isOfTerm(chunks: readonly Chunk[], at: number): boolean {
  let term = at - 1;
  while (term > at - 3 && has(chunks[term], 'be', 'filler') && chunks[term]?.fields.length === 0) term--;
  const chunk = chunks[term];
  const [link] = chunk?.fields ?? [];
  const state = chunks[at]?.values.some(({ field }) => chunk?.fields.some(named => named.field === field)) === true;
  return link !== undefined && link.score >= NAMED && isDateField(link.field) && liesAhead(link.field) && !state;
}
