import { has } from '../cursor';
import { compareDate, relationOf } from './date-tests';
import { type Parsed, type ParseState, testOn } from './parse-state';
import { DATE_TYPES } from '../../grounding/date-field';

/** "contracts that end in the next three months": where a date follows the verb, it is a day of ending or of beginning. */
export function parseEndingDate(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const ends = has(chunks[at], 'endsWith');
  if (!ends && !has(chunks[at], 'startsWith')) return undefined;
  let next = at + 1;
  const relation = relationOf(chunks[next]);
  if (relation !== undefined) next++;
  if (has(chunks[next], 'det') && !chunks[next]?.date) next++;
  const date = chunks[next]?.date;
  if (!date || chunks[next]?.quote !== undefined) return undefined;
  const links = grounding.fields
    .ofConcept(ends ? 'contractend' : 'hired')
    .filter(link => DATE_TYPES.includes(link.field.type));
  if (links.length === 0) return undefined;
  const meaning = testOn(state, links, at, next + 1, field => compareDate(field, relation ?? 'on', date));
  return meaning && { meaning, to: next + 1 };
}
