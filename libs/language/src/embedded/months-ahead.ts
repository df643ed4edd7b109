import { has, isBound } from './cursor';
import { liesAhead } from './conditions/date-tests';
import { mentions } from './saying';
import type { DateLiteral, DatePoint } from '../grounding/dates';
import type { Chunk } from '../grounding/link-words';
import { isDateField } from '../grounding/date-field';

/** "contracts that run out in March", said in November: what is still to come is the next March, unless it is over. */
export function withMonthsAhead(chunks: readonly Chunk[], today: string): readonly Chunk[] {
  if (!chunks.some(chunk => chunk.date?.yearless)) return chunks;
  return chunks.map((chunk, at) => {
    if (!chunk.date?.yearless || !isOver(chunk.date, today)) return chunk;
    const clause = clauseAround(chunks, at);
    const coming =
      clause.some(other =>
        other.fields.some(({ field, score }) => score >= 0.7 && isDateField(field) && liesAhead(field)),
      ) &&
      !clause.some(
        other => has(other, 'expired', 'inPast', 'since', 'last') || mentions(other, 'past', 'perfect', 'happened'),
      );
    return coming ? { ...chunk, date: nextYears(chunk.date) } : chunk;
  });
}

const isOver = ({ end }: DateLiteral, today: string): boolean => 'iso' in end && end.iso <= today;

const nextYear = (point: DatePoint): DatePoint =>
  'iso' in point ? { iso: `${String(Number(point.iso.slice(0, 4)) + 1)}${point.iso.slice(4)}` } : point;

const nextYears = (date: DateLiteral): DateLiteral => ({
  ...date,
  start: nextYear(date.start),
  end: nextYear(date.end),
});

/** From the sentence's beginning to its end; a comma may stand before a relative clause. */
function clauseAround(chunks: readonly Chunk[], at: number): readonly Chunk[] {
  const ends = (chunk: Chunk | undefined): boolean => isBound(chunk) && !has(chunk, 'comma');
  let [from, to] = [at, at + 1];
  while (from > 0 && !ends(chunks[from - 1])) from--;
  while (to < chunks.length && !ends(chunks[to])) to++;
  return chunks.slice(from, to);
}
