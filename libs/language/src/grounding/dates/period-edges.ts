import type { DateLiteral } from './date-reader';
import { LETTERS, periodAt, wholePeriod } from './periods';
import type { Reader } from '../reader';

/** So many words at most say which edge it is ("the very last day of"). */
const LONGEST = 6;

/**
 * "the end of the year", "the beginning of next month", "year end": a period with the edge of it that is meant. "the
 * year" alone is none; behind such words, and behind "by the end of" too, it is this one.
 */
export function readEdge(
  reader: Reader,
  at: number,
  dateAt: (at: number) => DateLiteral | undefined,
): DateLiteral | undefined {
  const { lexicon } = reader;
  if (lexicon.periodEdges.size === 0) return undefined;
  const said = reader.longest(at, lexicon.periodEdges, LONGEST);
  if (said?.value.grain) {
    const { grain, edge } = said.value;
    return { ...wholePeriod(grain, LETTERS.get(grain) ?? 'Y', 0, said.to), edge };
  }
  if (said) {
    const period = currentPeriod(reader, said.to) ?? dateAt(said.to);
    return period && period.grain !== 'day' && !period.window
      ? { ...period, bareYear: false, edge: said.value.edge }
      : undefined;
  }
  return isBehindEdge(reader, at) ? currentPeriod(reader, at) : undefined;
}

function currentPeriod(reader: Reader, at: number): DateLiteral | undefined {
  const period = periodAt(reader, reader.roleAt(at, 'det') ?? at);
  return period && period.grain !== 'day' ? wholePeriod(period.grain, period.letter, 0, period.to) : undefined;
}

function isBehindEdge(reader: Reader, at: number): boolean {
  for (let from = Math.max(0, at - LONGEST); from < at; from++) {
    const said = reader.longest(from, reader.lexicon.periodEdges, at - from);
    if (said?.to === at && !said.value.grain) return true;
  }
  return false;
}
