import { isMoving, liesAhead } from '../conditions/dates/date-tests';
import { has, isBound } from '../cursor';
import { closesSaying, says } from '../saying';
import { isDateField } from '../../grounding/fields/date-field';
import type { Chunk } from '../../grounding/link-words';

/** Little words around a date that say elsewhere something else: brought into the words a date is led by. */
export function withDateWords(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(chunk => chunk.date)) return chunks;
  const read: Chunk[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk;
    const day = has(chunks[at + 1], 'det') && !isDay(chunks[at + 1]) ? at + 2 : at + 1;
    if (isDay(chunks[day]) && !isMoment(chunks[day]) && says(chunk, 'throughout'))
      read.push({ ...chunk, roles: ['in'] });
    // "is over by March": past, and no more than anything.
    else if (says(chunk, 'throughout') && has(chunks[at + 1], 'until') && isDay(chunks[at + 2]))
      read.push({ ...chunk, roles: ['filler'] });
    // "Provanställning | som slutar | inom 30 dagar": what ends is the day named before, and nobody who has left.
    else if (
      closesSaying(chunk, 'comesToEnd') &&
      chunk.values.length > 0 &&
      chunks[at + 1]?.date &&
      namesEnd(chunks[at - 1])
    )
      read.push({ ...chunk, roles: ['filler'], values: [] });
    // "before 2020-05-01 or after 2024-07-26": what else leaves an end open leads to another day here.
    else if (
      has(chunk, 'orMore', 'orLess') &&
      chunks[at + 1]?.date &&
      chunks[at - 1]?.date &&
      chunk.number === undefined
    )
      read.push({ ...chunk, roles: ['or'] }, { ...chunk, roles: [has(chunk, 'orMore') ? 'after' : 'before'] });
    // "from Monday on", "von Montag an"
    else if ((isDay(chunks[day]) || chunks[day]?.date?.bareYear) && has(chunk, 'from') && closesFrom(chunks, day + 1)) {
      read.push({ ...chunk, roles: ['since'] }, ...chunks.slice(at + 1, day + 1));
      at = day + 1;
    } else read.push(chunk);
  }
  return read;
}

const namesEnd = (chunk: Chunk | undefined): boolean =>
  chunk?.fields.some(({ field, score }) => score >= 0.9 && isDateField(field) && liesAhead(field)) ?? false;

/** "over 10 days ago" is longer ago than that day, and no stretch of time. */
const isMoment = (chunk: Chunk | undefined): boolean => chunk?.date !== undefined && isMoving(chunk.date);

/** A day or period of the calendar, and no number that may be one. */
const isDay = (chunk: Chunk | undefined): boolean =>
  chunk?.date !== undefined &&
  !chunk.date.window &&
  Object.keys(chunk.date.start).length > 0 &&
  chunk.quote === undefined &&
  chunk.number === undefined;

function closesFrom(chunks: readonly Chunk[], at: number): boolean {
  const next = chunks[at + 1];
  return (
    says(chunks[at], 'fromThenOn') &&
    (next === undefined ||
      isBound(next) ||
      has(next, 'and', 'or', 'be', 'give', 'then', 'have', 'does', 'gets', 'as', 'dash'))
  );
}
