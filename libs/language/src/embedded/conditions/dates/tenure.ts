import { has, isFiller } from '../../cursor';
import { opensSaying, saidTo } from '../../saying';
import { type LengthComparator, spanTest } from './date-tests';
import { comparatorOf, readSuffix } from '../operands';
import { type Parsed, type ParseState, testOn } from '../parse-state';
import { isDateField } from '../../../grounding/fields/date-field';
import type { Chunk } from '../../../grounding/link-words';

/** So many little words stand before the length of time, and behind it. */
const NEAR = 2;

/** "less than two years here", "plus de 10 ans d'ancienneté": how long somebody has been there, told from the day they came. */
export function parseTenure(state: ParseState, at: number, negated: boolean): Parsed | undefined {
  const { chunks, grounding } = state;
  const opener = chunks[at];
  const compared = comparatorOf(opener) ?? (has(opener, 'older') ? '>' : has(opener, 'newer') ? '<' : undefined);
  const said = opener?.duration ? undefined : compared;
  if (said === '!=' || (said === undefined && !opener?.duration && !opener?.number)) return undefined;
  let next = said === undefined ? at : at + 1;
  while (next <= at + NEAR && has(chunks[next], 'det', 'filler') && !chunks[next]?.duration) next++;
  const span = chunks[next];
  if (!span || span.date || span.quote !== undefined) return undefined;
  const links = grounding.fields.ofConcept('hired').filter(({ field, score }) => isDateField(field) && score >= 0.6);
  const test = (end: number, iso: string, operator: LengthComparator): Parsed | undefined => {
    const meaning = testOn(state, links.slice(0, 1), at, end, field => spanTest(field, opener, iso, negated, operator));
    return meaning && { meaning, to: end };
  };
  const suffix = readSuffix(chunks, next + 1);
  let to = suffix?.to ?? next + 1;
  // "ten years of service": where the day they came is called so itself.
  if (isYears(span, chunks[to])) return test(to + 1, `P${span.number?.value ?? 0}Y`, suffix?.operator ?? said ?? '>=');
  if (!span.duration) return undefined;
  const last = to + NEAR;
  while (to < last && saidTo(chunks, to, 'ofTenure') === undefined && isFiller(chunks[to])) to++;
  const end = saidTo(chunks, to, 'ofTenure');
  const named = chunks.slice(next + 1, to).some(({ fields }) => (fields[0]?.score ?? 0) >= 0.6);
  if (end === undefined || named || links.length === 0) return undefined;
  return test(end, span.duration.iso, suffix?.operator ?? said ?? '>=');
}

const isYears = ({ number, duration }: Chunk, behind: Chunk | undefined): boolean =>
  number !== undefined &&
  duration === undefined &&
  Number.isInteger(number.value) &&
  opensSaying(behind, 'ofYear') &&
  behind?.fields.some(({ field, score }) => isDateField(field) && score >= 0.8) === true;
