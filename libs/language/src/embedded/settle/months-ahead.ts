import { has, isBound, isField } from '../cursor';
import { liesAhead } from '../conditions/dates/date-tests';
import { mentions, says } from '../saying';
import type { DateLiteral, DatePoint } from '../../grounding/dates/dates';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { isDateField } from '../../grounding/fields/date-field';

/** "promised by Friday", "to be shipped on Monday", "whoever starts on Monday": of days of the week, what is over or to come is told by the words beside. */
export function withWeekdays(chunks: readonly Chunk[], { fields }: Grounding): readonly Chunk[] {
  const promised = fields.ofConcept('promised').flatMap(({ field, score }) => (score >= 0.6 ? [field] : []));
  return chunks.map((chunk, at) => {
    const { date } = chunk;
    if (!date?.rough || date.yearless || !date.rolled) return chunk;
    const clause = clauseAround(chunks, at);
    const places = clause.flatMap((other, place) => (isField(other) && other !== chunk ? [place] : []));
    const ofDays = places.flatMap(
      place => clause[place]?.fields.filter(({ field }) => isDateField(field)).slice(0, 1) ?? [],
    );
    const over = clause.some(other => has(other, 'expired', 'inPast', 'since', 'last') && !says(other, 'toCome'));
    const due = places.some(place => [place - 1, place + 1].some(beside => says(clause[beside], 'yetToBe')));
    const done = clause.some(other => mentions(other, 'past', 'perfect', 'happened', 'participle'));
    const coming = !done && clause.some(other => other !== chunk && mentions(other, 'toCome'));
    if (!over && (due || coming || promised.some(field => field === ofDays[0]?.field)))
      return { ...chunk, date: { ...date.rolled, to: date.to } };
    const told = done || ofDays.some(({ field }) => liesAhead(field));
    const { rough: _rough, ...sure } = date;
    return told || over ? { ...chunk, date: sure } : chunk;
  });
}

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
