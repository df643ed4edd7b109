import type { Reader } from '../reader';
import { onceOf } from '../words/once';
import type { Token } from '../words/segment';

/** A day that is fixed, or that moves with the clock (`today` moved by an ISO duration, taken back to the start of a period). */
export type DatePoint = { readonly iso: string } | { readonly offset?: string; readonly period?: Period };
export type Period = 'week' | 'month' | 'quarter' | 'year';

/** A stretch of days, from `start` up to but not including `end`. */
export interface DateLiteral {
  readonly start: DatePoint;
  readonly end: DatePoint;
  readonly grain: 'day' | Period;
  /** A window that leads up to or away from today ("last 30 days"): the side that is today stays open. */
  readonly window?: 'past' | 'future';
  /** No word says on which side of now the stretch lies: "90日以内". */
  readonly eitherWay?: true;
  /** The text could be read with day and month exchanged. */
  readonly unsure?: string;
  /** Only a bare number that may be a year, or may be none. */
  readonly bareYear?: boolean;
  /** Ten years, said by their first ("the eighties"): it may be the age of somebody as well. */
  readonly decade?: number;
  /** That long ago or longer: "30 or more days ago". */
  readonly orMore?: true;
  /** Only this edge of the period is meant: "the end of the year". */
  readonly edge?: 'start' | 'end';
  /** A month whose year was not said: that of this year. */
  readonly yearless?: boolean;
  /** The same of next year where it is over, or of last year where it has not begun, if its year was not said. */
  readonly rolled?: DateLiteral;
  /** When it begins and ends is not the same for everybody ("the summer"), or nothing tells which one it is ("Friday"). */
  readonly rough?: true;
  readonly to: number;
}

/** A number with the zeros of its width. */
export const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** The ISO date of a day; month and day may run over. */
export function isoDate(year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

/** `1º`, `3e`: figures with the letters that make them count. */
export const COUNTED = /^(\d{1,2})(?:st|nd|rd|th|o|a|er|e|eme|ere|ste|de)$/;
export const AFTER_COUNT = /^(st|nd|rd|th|\.|º|°|er|e|o|a|eme|ste|de)$/;

/** The year that stands here: `2025`, `of 2025`, `dieses Jahres`, `of last year`. */
export function yearAt(reader: Reader, at: number): { readonly year: number; readonly to: number } | undefined {
  const { tokens, lexicon, clock } = reader;
  const from = reader.roleAt(at, 'of');
  const said = from === undefined || isYear(tokens[at]) ? undefined : yearAt(reader, from);
  if (said) return said;
  if (isYear(tokens[at])) return { year: Number(tokens[at]?.text), to: at + 1 };
  const short = shortYear(tokens, at);
  if (short) return short;
  const now = Number(clock.now.slice(0, 4));
  const word = reader.longest(at, lexicon.calendarWords, 6);
  if (word?.value.grain === 'year') return { year: now + word.value.from, to: word.to };
  for (const [role, ahead] of RELATIVE_YEARS) {
    const behind = reader.roleAt(at, role);
    const to = behind === undefined ? undefined : reader.roleAt(behind, 'year');
    if (to !== undefined) return { year: now + ahead, to };
  }
  return undefined;
}

/** `'23`: with a mark for the century left out. */
function shortYear(tokens: readonly Token[], at: number): { readonly year: number; readonly to: number } | undefined {
  const [mark, figures] = [tokens[at], tokens[at + 1]];
  if (!/^['’‘`´]$/.test(mark?.text ?? '') || !figures?.glued || !/^\d\d$/.test(figures.text)) return undefined;
  const year = Number(figures.text);
  return { year: (year > 70 ? 1900 : 2000) + year, to: at + 2 };
}

const RELATIVE_YEARS = [
  ['this', 0],
  ['last', -1],
  ['next', 1],
] as const;

export const isYear = (token: Token | undefined): boolean =>
  token?.kind === 'number' && /^(1[89]|20|21)\d\d$/.test(token.text);

/** `3.`, `3º`, `3e`, `third`: what counts, in figures or words. */
export function ordinalAt(reader: Reader, at: number): { readonly value: number; readonly to: number } | undefined {
  const { tokens, lexicon } = reader;
  const word = reader.longest(at, lexicon.ordinals);
  if (word) return word;
  const written = COUNTED.exec(tokens[at]?.fold ?? '');
  if (written) return { value: Number(written[1]), to: at + 1 };
  if (tokens[at]?.kind !== 'number' || !/^\d{1,2}$/.test(tokens[at]?.text ?? '')) return undefined;
  const glued = tokens[at + 1]?.glued === true && AFTER_COUNT.test(tokens[at + 1]?.fold ?? '');
  return { value: Number(tokens[at]?.text), to: glued ? at + 2 : at + 1 };
}

/** The places of words for what is left of a period: "later this month". */
export const laterWords = onceOf(
  (reader: Reader): ReadonlySet<number> =>
    new Set(reader.tokens.flatMap(({ kind }, i) => (kind === 'word' && reader.says(i, 'laterWord') ? [i] : []))),
);
