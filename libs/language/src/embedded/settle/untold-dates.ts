import { has } from '../cursor';
import { says } from '../saying';
import { relationOf } from '../conditions/dates/date-tests';
import { isUntoldDay } from '../conditions/dates/untold-day';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** Surer than this, the words name one of the days. */
const TOLD = 0.5;
/** Any of the days may be meant, and each as well as the others. */
const ANY = 0.9;
/** So many words may stand between the word and what is said of it. */
const BETWEEN = 3;

/**
 * "orders with a date before May", "if the date is empty": where records keep several days, the word alone tells none of
 * them, and all are readings of it.
 */
export function withUntoldDates(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  const { dates } = grounding.columns;
  if (!chunks.some(chunk => isUntoldDay(chunk, grounding))) return chunks;
  return chunks.map((chunk, at) => {
    if (!isUntoldDay(chunk, grounding) || !saysWhen(chunks, at + 1) || namesWhich(chunks, at) || isWritten(chunks, at))
      return chunk;
    return { ...chunk, roles: [], untold: true as const, fields: dates.map(field => ({ field, score: ANY })) };
  });
}

/** "set the date to …": what is to be written, and no test. */
const isWritten = (chunks: readonly Chunk[], at: number): boolean =>
  chunks.slice(Math.max(0, at - BETWEEN + 1), at).some(chunk => has(chunk, 'setTo', 'clear') && !has(chunk, 'be'));

/** "renewal date", "date of the audit": a word beside it tells which, whether or not it is known, or it is their own. */
const namesWhich = (chunks: readonly Chunk[], at: number): boolean => {
  const [before, chunk, next] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  // "ce qui date de 2025", "pedidos con fecha 15/03/2025": the day they are of.
  if ((has(before, 'where') && says(chunk, 'verbForm')) || (has(chunk, 'on') && next?.date)) return true;
  if (before && (before.roles.length === 0 || (before.fields[0]?.score ?? 0) >= TOLD)) return true;
  return has(next, 'of') && !next?.date && !has(next, 'in') && relationOf(next) === undefined;
};

/** Whether what follows says when it is, or that it is not there. */
function saysWhen(chunks: readonly Chunk[], from: number): boolean {
  for (let at = from; at < from + BETWEEN; at++) {
    const chunk = chunks[at];
    if (chunk?.date ?? relationOf(chunk)) return true;
    if (has(chunk, 'empty', 'filled', 'expired', 'older', 'newer', 'between', 'last', 'next', 'this')) return true;
    if (!has(chunk, 'be', 'in', 'on', 'eq', 'where', 'colon', 'have', 'det', 'filler')) return false;
  }
  return false;
}
