import { has } from '../../cursor';
import { negate } from '../../meaning/meaning';
import { ledBy, type Parsed, type ParseState } from '../parse-state';
import { parseTest } from '../parse-test';
import { isDateField } from '../../../grounding/fields/date-field';

/** "without maintenance for over a year", "sin revisión desde hace seis meses": what has not happened for so long. */
export function parseNotLately(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  let next = at + 1;
  while (next < at + 4 && has(chunks[next], 'det', 'any', 'filler', 'of') && !isDated(state, next)) next++;
  if (!isDated(state, next)) return undefined;
  const parsed = parseTest(state, next, true);
  if (parsed?.meaning.kind !== 'test' || parsed.meaning.test.is !== 'date') return undefined;
  const meaning = ledBy(state, at, next, parsed.meaning);
  return { meaning: parsed.absorbed ? meaning : negate(meaning), to: parsed.to };
}

const isDated = ({ chunks }: ParseState, at: number): boolean =>
  chunks[at]?.fields.some(({ field, score }) => isDateField(field) && score >= 0.6) === true;
