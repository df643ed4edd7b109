import type { Field } from '@lib/rules';
import type { CompiledLexicon } from '../compiled-lexicon';
import { type DateLiteral, type DatePoint, readDate } from './dates';
import { Reader } from '../reader';
import { segment } from '../words/segment';

/** Stretches of time that move with the day are read the same at whatever time. */
const ANY_TIME = { now: '2000-01-01T00:00:00.000Z', timeZone: 'UTC' };

const known = new WeakMap<CompiledLexicon, WeakMap<Field, ReadonlySet<string>>>();

/** Whether a number is kept for this stretch of time: "Faults this month", described as "Errors in the last 30 days". */
export const isKeptFor = (field: Field, period: DateLiteral, lexicons: readonly CompiledLexicon[]): boolean => {
  const said = spanOf(period);
  return said !== undefined && lexicons.some(lexicon => periodsOf(field, lexicon).has(said));
};

function periodsOf(field: Field, lexicon: CompiledLexicon): ReadonlySet<string> {
  let byField = known.get(lexicon);
  if (!byField) known.set(lexicon, (byField = new WeakMap()));
  let periods = byField.get(field);
  if (!periods) {
    const texts = [field.label, field.description ?? ''];
    byField.set(field, (periods = new Set(texts.flatMap(text => periodsIn(text, lexicon)))));
  }
  return periods;
}

function periodsIn(text: string, lexicon: CompiledLexicon): readonly string[] {
  const reader = new Reader(segment(text, lexicon.verbLast).tokens, lexicon, ANY_TIME);
  return reader.tokens.flatMap((_, at) => {
    const date = readDate(reader, at);
    const span = date && spanOf(date);
    return span === undefined ? [] : [span];
  });
}

/** How far back from now it reaches, and whether up to now; a year is twelve months, a month thirty days. */
function spanOf({ start, window, grain }: DateLiteral): string | undefined {
  if ('iso' in start || window === 'future' || (window === undefined && grain === 'day')) return undefined;
  const back = monthsOf(start);
  // "in the last year": the one that is over, or up to now.
  return window === 'past' || back !== 0 ? `back ${back}` : `this ${grain}`;
}

function monthsOf({ offset = '' }: Exclude<DatePoint, { readonly iso: string }>): number {
  const [, amount, unit] = /^-P(\d+)([DWMY])$/.exec(offset) ?? [];
  const length = unit === 'Y' ? 12 : unit === 'M' ? 1 : unit === 'W' ? 7 / 30 : 1 / 30;
  return Math.round(Number(amount ?? 0) * length * 100) / 100;
}
