import type { Period } from '../model/today';
import type { DayOffset, DayWords } from './lexicon';

/** The units of a distance, longest first: so they are said, and so they are read. */
export const DAY_UNITS = ['years', 'months', 'weeks', 'days'] as const;

/** Today, a day a way from it, or the start of the week, month, quarter or year such a day lies in. */
export function sayDay(words: DayWords, offset: DayOffset | undefined, period: Period | undefined): string {
  const isMoved = offset !== undefined && DAY_UNITS.some(unit => offset[unit] !== 0);
  if (!period) return isMoved ? distance(words, offset) : words.today;
  const [current, last, next, far] = words.periods[period];
  const steps = isMoved ? stepsOf(offset, period) : 0;
  const near = steps === 0 ? current : steps === -1 ? last : steps === 1 ? next : undefined;
  return words.start.replace('…', near ?? far.replace('…', isMoved ? distance(words, offset) : ''));
}

function distance(words: DayWords, offset: DayOffset): string {
  const parts = DAY_UNITS.filter(unit => offset[unit] !== 0).map(unit => {
    const count = Math.abs(offset[unit]);
    return words.units[unit][count === 1 ? 0 : 1].replace('#', String(count));
  });
  const back = DAY_UNITS.some(unit => offset[unit] < 0);
  return (back ? words.ago : words.ahead).replace('…', parts.join(words.and));
}

/** How many whole periods the offset moves, where it is written in them. */
function stepsOf({ years, months, weeks, days }: DayOffset, period: Period): number | undefined {
  const all = Math.abs(years) + Math.abs(months) + Math.abs(weeks) + Math.abs(days);
  switch (period) {
    case 'year':
      return all === Math.abs(years) ? years : undefined;
    case 'quarter':
      return all === Math.abs(months) && months % 3 === 0 ? months / 3 : undefined;
    case 'month':
      return all === Math.abs(months) ? months : undefined;
    case 'week':
      return all === Math.abs(weeks) ? weeks : undefined;
  }
}
