import { has, isBound } from '../cursor';
import { comparatorOf } from './operands';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** "speak no English", "carries no VIP tag": what is not there is a value. */
export const deniesValue = (chunks: readonly Chunk[], at: number): boolean =>
  says(chunks[at], 'denyingArticle') && (chunks[at + 1]?.values.length ?? 0) > 0 && !chunks[at + 1]?.number;

/** Skips words that carry nothing between a field and what is said of it. */
export function skipCopula(chunks: readonly Chunk[], at: number): number {
  let next = at;
  while (next < chunks.length && next < at + 5) {
    const chunk = chunks[next];
    if (!chunk || chunk.number || chunk.date || chunk.quote !== undefined || chunk.values.length > 0) break;
    // "with telehealth set to yes": how it stands.
    if (next === at && has(chunk, 'setTo') && has(chunks[next + 1], 'to') && chunks[next + 2]) {
      next += 2;
      continue;
    }
    // "the note says call or ring": what it says is a text, and no amount or value that it is.
    if (has(chunk, 'contains') && has(chunk, 'be') && holdsText(chunks[next + 1])) break;
    if (
      has(
        chunk,
        'empty',
        'filled',
        'gt',
        'lt',
        'gte',
        'lte',
        'since',
        'until',
        'before',
        'after',
        'contains',
        'between',
        'without',
      ) &&
      !has(chunk, 'be')
    )
      break;
    // "maintenance has eaten more than half of it": a verb that leads to the comparison says no more.
    if (leadsToComparison(chunks, next) || isInForceUntil(chunks, next)) {
      next++;
      continue;
    }
    if (!has(chunk, 'be', 'det', 'of', 'filler', 'fieldWord', 'valueWord', 'where', 'give', 'dash') || isBound(chunk))
      break;
    // "from 100 up to 250", "credentialed is no"
    if (has(chunk, 'from') && (chunks[next + 1]?.number ?? chunks[next + 1]?.date)) break;
    if (
      has(chunk, 'no') &&
      (isBound(chunks[next + 1]) ||
        has(chunks[next + 1], 'as') ||
        has(chunks[next - 1], 'be', 'not') ||
        has(chunks[next - 2], 'setTo') ||
        deniesValue(chunks, next))
    )
      break;
    if ((has(chunk, 'with') && !has(chunk, 'of')) || (has(chunk, 'dash') && chunks[next + 1]?.number === undefined))
      break;
    next++;
  }
  return next;
}

const holdsText = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  !(chunk.number ?? chunk.date) &&
  !isBound(chunk) &&
  !has(chunk, 'not', 'empty', 'filled', 'trueWord', 'falseWord') &&
  chunk.values.every(({ via }) => via === 'part');

/** "license good past 2028", "insurance valid through May": the day up to which it is. */
const isInForceUntil = (chunks: readonly Chunk[], at: number): boolean => {
  const relation = has(chunks[at + 1], 'until', 'after', 'since', 'before', 'to');
  const leads = relation || comparatorOf(chunks[at + 1]) !== undefined;
  return has(chunks[at], 'inForce') && leads && chunks[at + 2]?.date !== undefined;
};

const leadsToComparison = (chunks: readonly Chunk[], at: number): boolean => {
  const chunk = chunks[at];
  const plain = has(chunk, 'does') && chunk?.fields.length === 0;
  const next = has(chunks[at + 1], 'filler') && comparatorOf(chunks[at + 1]) === undefined ? at + 2 : at + 1;
  return plain && comparatorOf(chunks[next]) !== undefined && !isBound(chunks[next + 1]);
};
