import { has, isFiller } from '../cursor';
import { saidTo } from '../saying';
import { spanTest } from './date-tests';
import { comparatorOf, readSuffix } from './operands';
import { type Parsed, type ParseState, testOn } from './parse-state';
import { isDateField } from '../../grounding/date-field';

/** So many little words stand before the length of time, and behind it. */
const NEAR = 2;

/** "less than two years here", "plus de 10 ans d'ancienneté": how long somebody has been there, told from the day they came. */
export function parseTenure(state: ParseState, at: number, negated: boolean): Parsed | undefined {
  const { chunks, grounding } = state;
  const opener = chunks[at];
  const compared = comparatorOf(opener) ?? (has(opener, 'older') ? '>' : has(opener, 'newer') ? '<' : undefined);
  const said = opener?.duration ? undefined : compared;
  if (said === undefined && !opener?.duration) return undefined;
  let next = said === undefined ? at : at + 1;
  while (next <= at + NEAR && has(chunks[next], 'det', 'filler') && !chunks[next]?.duration) next++;
  const span = chunks[next];
  if (!span?.duration || span.date || span.quote !== undefined) return undefined;
  const suffix = readSuffix(chunks, next + 1);
  let to = suffix?.to ?? next + 1;
  const last = to + NEAR;
  while (to < last && saidTo(chunks, to, 'ofTenure') === undefined && isFiller(chunks[to])) to++;
  const end = saidTo(chunks, to, 'ofTenure');
  const named = chunks.slice(next + 1, end).some(({ fields }) => (fields[0]?.score ?? 0) >= 0.6);
  const links = grounding.fields.ofConcept('hired').filter(({ field, score }) => isDateField(field) && score >= 0.6);
  if (end === undefined || named || links.length === 0) return undefined;
  const { iso } = span.duration;
  const operator = suffix?.operator ?? said ?? '>=';
  const test = testOn(state, links.slice(0, 1), at, end, field => spanTest(field, opener, iso, negated, operator));
  return test && { meaning: test, to: end };
}
