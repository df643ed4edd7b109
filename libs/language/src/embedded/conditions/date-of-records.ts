import { isBound, isDateField } from '../cursor';
import { compareDate } from './date-tests';
import { ownDate, type Parsed, type ParseState, testOn } from './parse-state';
import { closesSaying } from '../saying';

/** How far behind a date the noun stands that it belongs to. */
const NEAR = 4;

/** "yesterday's web orders", "last month's hires": a date that the records belong to, on the day they are about. */
export function parseDateOfRecords(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const chunk = chunks[at];
  const date = chunk?.quote === undefined ? chunk?.date : undefined;
  if (!date || !closesSaying(chunk, 'genitive')) return undefined;
  let next = at + 1;
  while (next < at + NEAR && chunks[next] && !isBound(chunks[next])) {
    const named = chunks[next]?.fields.filter(({ field, score }) => isDateField(field) && score >= 0.6) ?? [];
    if (named.length > 0) {
      const meaning = testOn(state, named, at, at + 1, field => compareDate(field, 'on', date));
      return meaning && { meaning, to: at + 1 };
    }
    next++;
  }
  const own = ownDate(state);
  const meaning =
    own && testOn(state, [{ field: own, score: 0.85 }], at, at + 1, field => compareDate(field, 'on', date));
  return meaning && { meaning, to: at + 1 };
}
