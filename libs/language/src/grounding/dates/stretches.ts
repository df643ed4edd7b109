import { type DateLiteral, isoDate, isYear, ordinalAt, yearAt } from './date-reader';
import type { Reader } from '../reader';
import { onceOf } from '../words/once';

const span = (year: number, month: number, months: number, grain: DateLiteral['grain'], to: number): DateLiteral => ({
  start: { iso: isoDate(year, month, 1) },
  end: { iso: isoDate(year, month + months, 1) },
  grain,
  to,
});

/** `second half of 2023`, `H1 2024`. */
function readHalf(reader: Reader, at: number): DateLiteral | undefined {
  const { tokens } = reader;
  const short = /^h([12])$/.exec(tokens[at]?.fold ?? '');
  const count = short ? { value: Number(short[1]), to: at + 1 } : ordinalAt(reader, at);
  const named =
    count && (reader.roleAt(count.to, 'half') ?? (reader.says(count.to, 'halfYear') ? count.to + 1 : undefined));
  const noun = short ? at + 1 : named;
  if (!count || noun === undefined || count.value < 1 || count.value > 2) return undefined;
  const said = yearAt(reader, noun);
  return said && span(said.year, count.value * 6 - 5, 6, 'quarter', said.to);
}

/** `2024-03`, `03/2024`, `the year 2020`. */
function readMonthOrYear(reader: Reader, at: number): DateLiteral | undefined {
  const { tokens } = reader;
  const [token, slash, year] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const iso = token?.kind === 'date' ? /^(\d{4})-(\d{2})$/.exec(token.text) : null;
  if (iso) return span(Number(iso[1]), Number(iso[2]), 1, 'month', at + 1);
  if (token?.kind === 'number' && /^(0?[1-9]|1[0-2])$/.test(token.text) && slash?.fold === '/' && slash.glued)
    return isYear(year) && year?.glued ? span(Number(year.text), Number(token.text), 1, 'month', at + 3) : undefined;
  const named = reader.roleAt(at, 'year');
  return named !== undefined && isYear(tokens[named])
    ? span(Number(tokens[named]?.text), 1, 12, 'year', named + 1)
    : undefined;
}

const DIGITS = /(?<!\d)(1[89]|20)?(\d0)(?!\d)/;
const LONGEST_DECADE = 5;

/** For each place whether figures that may be tens stand in the words of a decade that begins there. */
const tensWithin = onceOf(({ tokens }: Reader): readonly boolean[] => {
  const tens = tokens.map(({ fold }) => /\d0/.test(fold));
  return tens.map((_, at) => tens.slice(at, at + LONGEST_DECADE).includes(true));
});

/** `the 1980s`, `80s`, `den 80ern`, `jaren '80`, `80-talet`: where the figures and what goes with them end. */
function decadeInFigures(
  reader: Reader,
  at: number,
): { readonly digits: RegExpExecArray; readonly to: number } | undefined {
  const { tokens, lexicon } = reader;
  if (!tensWithin(reader)[at]) return undefined;
  for (let to = Math.min(at + LONGEST_DECADE, tokens.length); to > at; to--) {
    const said = reader.key(at, to);
    const digits = DIGITS.exec(said);
    const shape = said.replace(DIGITS, '#');
    if (digits && (shape === '#s' || lexicon.decadeFigures.has(shape))) return { digits, to };
  }
  return undefined;
}

/** Ten years of a century: in figures, or in a word (`the eighties`). */
function readDecade(reader: Reader, at: number): DateLiteral | undefined {
  const token = reader.tokens[at];
  const figures = decadeInFigures(reader, at);
  const word = figures ? undefined : reader.longest(at, reader.lexicon.decades);
  const decade = figures ? Number(figures.digits[2]) : word?.value;
  if (decade === undefined || !token) return undefined;
  const century = figures?.digits[1] !== undefined ? Number(figures.digits[1]) : decade < 30 ? 20 : 19;
  return { ...span(century * 100 + decade, 1, 120, 'year', figures?.to ?? word?.to ?? at + 1), decade };
}

/** Months, half years, years and decades of the calendar. */
export function readStretch(reader: Reader, at: number): DateLiteral | undefined {
  return readDecade(reader, at) ?? readMonthOrYear(reader, at) ?? readHalf(reader, at);
}
