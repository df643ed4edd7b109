import { has, isBound, isFiller } from '../../cursor';
import { asDate, compareDate, relationOf } from './date-tests';
import { byConcepts } from '../numbers/number-target';
import { dateFields, type Parsed, type ParseState, testOn } from '../parse-state';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';
import { stem } from '../../../grounding/words/stem';
import { isDateField } from '../../../grounding/fields/date-field';

/** A deed and its day are not further apart than a list of places. */
const REACH = 8;
/** Below this a name only hints at a field. */
const NAMED = 0.6;

/** "shipped to", "consegnato a": what was done, before the word for where; the field that says when it was. */
function deedOf(state: ParseState, chunk: Chunk): readonly FieldLink[] {
  const named = chunk.fields.filter(link => isDateField(link.field) && link.score >= NAMED);
  if (named.length > 0) return named;
  const said = chunk.key.split(' ').slice(0, -1);
  const done = state.grounding.lexicons.flatMap(({ language, concepts, wordings }) =>
    said.flatMap(word => {
      const key = language === 'en' ? stem(word) : word;
      return [...(concepts.get(key) ?? []), ...(wordings.get(key) ?? [])];
    }),
  );
  return byConcepts(state, done).filter(link => isDateField(link.field) && link.score >= NAMED);
}

/** "shipped to Spain last month", "consegnato a Milano negli ultimi 60 giorni": the day of what was done there. */
export function parseDeedDate(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const opener = chunks[at];
  if (!opener || opener.quote !== undefined || opener.fields.length > 0 || dateFields(state).length < 2)
    return undefined;
  const relation = relationOf(opener);
  if (!opener.date && relation === undefined && !has(opener, 'in', 'on', 'within', 'of')) return undefined;
  let next = opener.date ? at : at + 1;
  while (!opener.date && next < at + 3 && has(chunks[next], 'det', 'filler') && !asDate(chunks[next])) next++;
  const date = asDate(chunks[next]);
  if (!date || (date.bareYear && relation === undefined && !has(opener, 'in', 'on'))) return undefined;
  for (let before = at - 1; before >= Math.max(0, at - REACH); before--) {
    const chunk = chunks[before];
    if (!chunk || isBound(chunk) || chunk.date || (chunk.number && !chunk.values.length)) return undefined;
    const deed = deedOf(state, chunk);
    // Right behind the field itself there is nothing to be found out.
    if (deed.length > 0 && chunks.slice(before + 1, at).every(isFiller)) return undefined;
    if (deed.length === 0) continue;
    const how = (opener.date ? undefined : relation) ?? 'on';
    const test = testOn(state, deed.slice(0, 1), at, next + 1, field => compareDate(field, how, date));
    return test && { meaning: test, to: next + 1 };
  }
  return undefined;
}
