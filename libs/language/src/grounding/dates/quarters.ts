import { type DateLiteral, isoDate, isYear, ordinalAt, yearAt } from './date-reader';
import type { Reader } from '../reader';
import type { Token } from '../words/segment';

/** `Q4 2025`, `2025 Q4`, `fourth quarter of 2025`. */
export function readQuarter(reader: Reader, at: number): DateLiteral | undefined {
  const { tokens } = reader;
  const make = (quarter: number, year: number, to: number): DateLiteral => ({
    start: { iso: isoDate(year, quarter * 3 - 2, 1) },
    end: { iso: isoDate(year, quarter * 3 + 1, 1) },
    grain: 'quarter',
    to,
  });
  const quarter = /^q([1-4])$/.exec(tokens[at]?.fold ?? '');
  if (quarter) {
    const skip = tokens[at + 1] && /^(of|in|\/|-)$/.test(tokens[at + 1]?.fold ?? '') ? 1 : 0;
    const year = tokens[at + 1 + skip];
    if (isYear(year)) return make(Number(quarter[1]), Number(year?.text), at + 2 + skip);
    const said = yearAt(reader, at + 1);
    if (said) return make(Number(quarter[1]), said.year, said.to);
    return make(Number(quarter[1]), Number(reader.clock.now.slice(0, 4)), at + 1);
  }
  const after = /^[qt]([1-4])$/.exec(tokens[at + 1]?.fold ?? '');
  if (isYear(tokens[at]) && after) return make(Number(after[1]), Number(tokens[at]?.text), at + 2);
  const named = readNamedQuarter(reader, at);
  return named && make(named.quarter, named.year ?? Number(reader.clock.now.slice(0, 4)), named.to);
}

/** `third quarter of 2025`, `3. Quartal 2025`, `trimestre 3 de 2025`, `T3 2025`, `2025年第三季度`. */
function readNamedQuarter(
  reader: Reader,
  at: number,
): { readonly quarter: number; readonly year?: number; readonly to: number } | undefined {
  const { tokens } = reader;
  const year = (token: Token | undefined): number | undefined => (isYear(token) ? Number(token?.text) : undefined);
  const early = year(tokens[at]);
  const from = early === undefined ? at : reader.roleAt(at + 1, 'year') === at + 2 ? at + 2 : at + 1;
  const short = /^t([1-4])$/.exec(tokens[from]?.fold ?? '');
  const count = short ? { value: Number(short[1]), to: from + 1 } : ordinalAt(reader, from);
  const noun = short ? from + 1 : count && reader.roleAt(count.to, 'quarter');
  const named = count && noun !== undefined ? { quarter: count.value, to: noun } : quarterThenNumber(reader, from);
  if (!named || named.quarter < 1 || named.quarter > 4) return undefined;
  if (early !== undefined) return { ...named, year: early };
  const late = yearAt(reader, named.to);
  if (!late) return short ? undefined : named;
  return { quarter: named.quarter, year: late.year, to: late.to };
}

function quarterThenNumber(reader: Reader, at: number): { readonly quarter: number; readonly to: number } | undefined {
  const noun = reader.roleAt(at, 'quarter');
  const number = noun === undefined ? undefined : reader.tokens[noun];
  return noun !== undefined && number && /^[1-4]$/.test(number.text)
    ? { quarter: Number(number.text), to: noun + 1 }
    : undefined;
}
