import type { Clock, Field } from '@lib/rules';
import { compileLexicon } from './compiled-lexicon';
import { type DateLiteral, readDate } from './dates';
import { LEXICONS } from './languages';
import { Reader } from './reader';
import { segment } from './segment';

const known = new WeakMap<Field, string | null>();

/** A moving period is the same whatever the day. */
const ANY_DAY: Clock = { now: '2000-01-01T00:00:00.000Z', timeZone: 'UTC' };

/** A year is twelve months. */
const inShort = (offset: string): string => offset.replace('P12M', 'P1Y');

/** What tells a period that moves with the clock from others: "the last 12 months" is as long as "the past year". */
export function movingPeriod({ start, window, grain }: DateLiteral): string | undefined {
  if ('iso' in start) return undefined;
  const offset = inShort(start.offset ?? '');
  return window !== undefined ? `${window} ${offset}` : `${grain} ${start.period ?? ''} ${offset}`;
}

/** The period that a field is kept for by its label, in whatever language that is: "Faults this month", "Beschwerden, letzte 12 Monate". */
export function periodOfField(field: Field): string | undefined {
  const found = known.get(field);
  if (found !== undefined) return found ?? undefined;
  const { tokens } = segment(field.label);
  for (const lexicon of LEXICONS) {
    const reader = new Reader(tokens, compileLexicon(lexicon), ANY_DAY);
    for (let at = 0; at < tokens.length; at++) {
      const date = readDate(reader, at);
      const period = date && movingPeriod(date);
      if (period !== undefined) {
        known.set(field, period);
        return period;
      }
    }
  }
  known.set(field, null);
  return undefined;
}
