import { has, isBound } from '../../cursor';
import { compareDate, relationOf } from './date-tests';
import { type Parsed, type ParseState, testOn } from '../parse-state';
import { DATE_TYPES, isDateField } from '../../../grounding/fields/date-field';

/** "contracts that end in the next three months": where a date follows the verb, it is a day of ending or of beginning. */
export function parseEndingDate(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const early = parseEarly(state, at);
  if (early) return early;
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

/** "die nächsten Monat enden", "die am 31.12. auslaufen": the day stands before the verb that ends its clause. */
function parseEarly(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const relation = chunks[at]?.date ? undefined : relationOf(chunks[at]);
  const led = chunks[at]?.date
    ? at
    : relation !== undefined || has(chunks[at], 'in', 'on', 'within')
      ? at + 1
      : undefined;
  const day = led !== undefined && has(chunks[led], 'det') && !chunks[led]?.date ? led + 1 : led;
  const date = day === undefined ? undefined : chunks[day]?.date;
  if (day === undefined || !date || chunks[day]?.quote !== undefined || chunks[day]?.fields.length) return undefined;
  const verb = chunks[day + 1];
  const ends = has(verb, 'endsWith');
  if (!(ends || has(verb, 'startsWith')) || verb?.quote !== undefined) return undefined;
  if (chunks[day + 2] && !isBound(chunks[day + 2]) && !has(chunks[day + 2], 'and', 'or')) return undefined;
  const links = grounding.fields
    .ofConcept(ends ? 'contractend' : 'hired')
    .filter(link => DATE_TYPES.includes(link.field.type));
  if (links.length === 0 || (state.lastField && isDateField(state.lastField))) return undefined;
  const meaning = testOn(state, links, at, day + 2, field => compareDate(field, relation ?? 'on', date));
  return meaning && { meaning, to: day + 2 };
}
