import type { DateLiteral } from './date-reader';
import { LETTERS, periodAt, wholePeriod } from './periods';
import type { Reader } from '../reader';
import { onceOf } from '../words/once';

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

const isBehindEdge = (reader: Reader, at: number): boolean => behindEdges(reader).has(at);

/** The places behind words for an edge that name no period themselves. */
const behindEdges = onceOf((reader: Reader): ReadonlySet<number> => {
  const behind = new Set<number>();
  for (let from = 0; from < reader.tokens.length; from++) {
    let said = reader.longest(from, reader.lexicon.periodEdges, LONGEST);
    while (said) {
      if (!said.value.grain) behind.add(said.to);
      const shorter = said.to - from - 1;
      said = shorter > 0 ? reader.longest(from, reader.lexicon.periodEdges, shorter) : undefined;
    }
  }
  return behind;
});
