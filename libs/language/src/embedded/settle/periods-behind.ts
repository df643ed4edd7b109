import { has, isFiller } from '../cursor';
import type { Chunk } from '../../grounding/link-words';
import { isDateField } from '../../grounding/fields/date-field';

const DENYING = ['without', 'no', 'notYet'] as const;
const RELATING = ['before', 'after', 'since', 'until', 'from', 'to', 'gt', 'lt', 'gte', 'lte', 'between'] as const;
/** So far the denial stands behind the period, and what did not happen behind the denial. */
const NEAR = 3;

/** "dieses Jahr noch kein Gespräch": a period said before the denial of what did not happen then is read behind it. */
export function withPeriodsBehind(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex((chunk, i) => {
    return (
      chunk.date !== undefined && !has(chunk, 'today') && !has(chunks[i - 1], ...RELATING) && deniedAt(chunks, i) > 0
    );
  });
  const period = chunks[at];
  if (!period) return chunks;
  const field = deniedAt(chunks, at);
  return [...chunks.slice(0, at), ...chunks.slice(at + 1, field + 1), period, ...chunks.slice(field + 1)];
}

/** Where the happening stands that is denied behind a period; 0 where none is. */
function deniedAt(chunks: readonly Chunk[], at: number): number {
  let next = at + 1;
  while (next <= at + NEAR && isFiller(chunks[next]) && !has(chunks[next], ...DENYING)) next++;
  if (!has(chunks[next], ...DENYING)) return 0;
  const first = next + 1;
  next = first;
  while (
    next < first + NEAR &&
    (isFiller(chunks[next]) || has(chunks[next], 'does', ...DENYING)) &&
    !happens(chunks[next])
  )
    next++;
  return happens(chunks[next]) ? next : 0;
}

const happens = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && chunk.fields.some(({ field, score }, i) => i === 0 && score >= 0.7 && isDateField(field));
