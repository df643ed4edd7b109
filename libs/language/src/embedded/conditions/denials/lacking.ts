import { has, isBound } from '../../cursor';
import { closesSaying, opensSaying, says } from '../../saying';
import { comparatorOf } from '../operands';
import type { ParseState } from '../parse-state';
import type { Chunk } from '../../../grounding/link-words';
import { isDateField } from '../../../grounding/fields/date-field';

/** "non ha un contratto a tempo pieno", "without the bundle Starter": a noun that only says of what kind the value behind it is. */
const namesKind = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  (has(chunk, 'noun') || (chunk.roles.length === 0 && /^\p{Ll}{4,}$/u.test(chunk.text))) &&
  chunk.fields.length === 0 &&
  !chunk.number &&
  chunk.quote === undefined;

/** "no interns", "lacking the skill SQL", "without any English": what is not there is a value, its field may stand before it; `orState`: or a yes/no field. */
export function lacksValue(chunks: readonly Chunk[], at: number, orState = false): boolean {
  let next = at;
  while (
    next < at + 4 &&
    (has(chunks[next], 'det', 'any', 'of', 'in', 'be', 'to') || namesKind(chunks[next])) &&
    (chunks[next]?.values.length ?? 0) === 0
  )
    next++;
  if ((chunks[next]?.values.length ?? 0) > 0) return true;
  const fields = chunks[next]?.fields ?? [];
  if (orState && fields[0]?.field.type === 'boolean' && fields[0].score >= 0.8) return true;
  // "no tienen contrato Permanent": whatever else the noun is akin to, the value tells which field it is of.
  const least = has(chunks[next], 'noun') ? 0 : 0.6;
  const owned = chunks[next + 1]?.values.some(value =>
    fields.some(link => link.field === value.field && link.score >= least),
  );
  return owned === true;
}

/** "no "Ltd" in the name", "without the word gift in the notes": a piece of text that is not there. */
export function lacksText(chunks: readonly Chunk[], at: number): boolean {
  let next = at;
  while (next < at + 3 && has(chunks[next], 'det', 'any', 'word') && chunks[next]?.quote === undefined) next++;
  return (
    chunks[next]?.quote !== undefined && (has(chunks[next + 1], 'in', 'among') || says(chunks[next + 1], 'anywhere'))
  );
}

/** "nothing express", "nothing from the web", "nothing lighter than 100 kg": whatever is said behind it is denied. */
export function deniesBehind(chunks: readonly Chunk[], at: number): boolean {
  const [chunk, next] = [chunks[at], chunks[at + 1]];
  if (!has(chunk, 'nothing') || chunk?.quote !== undefined) return false;
  const compares = comparatorOf(next) !== undefined || next?.dimensioned !== undefined || has(next, 'older', 'newer');
  return compares || lacksValue(chunks, at + 1, true) || hasHappened(chunks, at + 1);
}

/** "nothing has gone out yet", "nothing was delivered": what has a day of its own did not happen. */
const hasHappened = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'have', 'be') &&
  (chunks[at + 1]?.fields.some(({ field, score }) => isDateField(field) && score >= 0.8) ?? false);

/**
 * "ohne E-Mail, die VIP sind", "zonder cadeauverpakking, die betaald zijn": behind its comma an article that may as well begin
 * a clause begins one where a verb closes it. What is said there is nothing more that they lack.
 */
export function opensClause({ chunks, grounding }: ParseState, comma: number): boolean {
  if (!mayOpenClause(chunks, comma)) return false;
  const roles = grounding.lexicons[0]?.roles;
  for (let at = comma + 2; at < chunks.length && !isBound(chunks[at]); at++) {
    const chunk = chunks[at];
    if (chunk?.quote !== undefined) continue;
    if (at > comma + 2 && has(chunk, 'be', 'have', 'does')) return true;
    // "bezahlt sind": the verb may be read with what it closes.
    const [, last] = / (\S+)$/.exec(chunk?.key ?? '') ?? [];
    if (last !== undefined && roles?.get(last)?.includes('be')) return true;
  }
  return false;
}

/** ", die …": a comma, and a word that clauses begin with. */
export const mayOpenClause = (chunks: readonly Chunk[], comma: number): boolean =>
  has(chunks[comma], 'comma') && has(chunks[comma + 1], 'where') && !has(chunks[comma + 1], 'without', 'no');

/** "and not": goes on about the same ones, and denies something of them. */
export const deniesAsWell = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'except') && closesSaying(chunk, 'notWord') && !opensSaying(chunk, 'allBut') && !says(chunk, 'notWord');
