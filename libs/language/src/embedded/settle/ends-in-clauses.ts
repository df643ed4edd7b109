import { liesAhead } from '../conditions/dates/date-tests';
import { has } from '../cursor';
import { says } from '../saying';
import { isDateField } from '../../grounding/fields/date-field';
import type { Chunk, Grounding } from '../../grounding/link-words';

/**
 * "Verträge, die in 30 Tagen auslaufen", "Garantien, die innerhalb von 3 Monaten enden": where clauses close with their
 * verb, so much time before a verb of ending is the time that is left, and it goes before that time.
 */
export function withEndsInClauses(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  if (!grounding.lexicons[0]?.verbLastInClauses || !chunks.some((_, at) => endsBehind(chunks, at))) return chunks;
  const ordered: Chunk[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk;
    const verb = chunks[at + 1];
    const lead = ordered.at(-1);
    if (!verb || !lead || !endsBehind(chunks, at)) {
      ordered.push(chunk);
      continue;
    }
    ordered.pop();
    const within: Chunk = { ...lead, roles: ['within'] };
    if (!isNamed(chunks, at)) ordered.push({ ...verb, roles: ['filler'] }, within, chunk);
    else {
      while (has(ordered.at(-1), 'where', 'comma') && !isAhead(ordered.at(-1))) ordered.pop();
      ordered.push(within, chunk);
    }
    at++;
  }
  return ordered;
}

/** So much time behind the word for where or within, and before a verb of ending. */
function endsBehind(chunks: readonly Chunk[], at: number): boolean {
  const [before, length, verb] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  if (!length?.duration || length.date || !has(before, 'in', 'within') || !says(verb, 'comesToEnd')) return false;
  if (before?.values.length !== 0 || verb?.values.length !== 0) return false;
  return isAhead(verb) || isNamed(chunks, at);
}

const isNamed = (chunks: readonly Chunk[], at: number): boolean =>
  chunks.slice(Math.max(0, at - NEAR), at - 1).some(isAhead);

/** The noun of what ends stands at most so far before how much time it has. */
const NEAR = 4;

const isAhead = (chunk: Chunk | undefined): boolean =>
  chunk?.fields.some(({ field, score }) => score >= 0.6 && isDateField(field) && liesAhead(field)) ?? false;
