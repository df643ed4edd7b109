import type { Field } from '@lib/rules';
import { has, isFiller } from '../../cursor';
import { liesAhead } from './date-tests';
import { type Parsed, type ParseState, tested } from '../parse-state';
import { saidTo } from '../../saying';
import { isDateField } from '../../../grounding/fields/date-field';
import type { Chunk } from '../../../grounding/link-words';

/** Words for too late or in time, and how the day of a deed then lies to the one that was promised. */
const TIMES = [
  ['tooLate', '>'],
  ['inTime', '<='],
] as const;
/** So many little words stand between what was done and how. */
const BETWEEN = 2;
const DEEDS = ['shipped', 'delivered'] as const;

/** "delivered late", "verspätet geliefert", "entregados a tiempo": where records keep the day that was promised, and the one it was. */
export function parseLateDeed(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  for (const [sense, operator] of TIMES) {
    const before = saidTo(chunks, at, sense);
    let how = at + 1;
    while (how <= at + BETWEEN && isFiller(chunks[how]) && saidTo(chunks, how, sense) === undefined) how++;
    const to = before === undefined ? saidTo(chunks, how, sense) : before + 1;
    const deed = to === undefined ? undefined : deedAt(state, before ?? at);
    // "delivered more than a week late": how late no test tells.
    const measured = [chunks[at - 1], chunks[to ?? at]].some(chunk => chunk?.duration && !chunk.date);
    if (!deed || to === undefined || measured || isOfDays(chunks, to)) continue;
    const promised = state.grounding.fields
      .ofConcept('promised')
      .find(({ field, score }) => score >= 0.6 && isDateField(field) && field.name !== deed.name);
    if (promised) return tested(state, deed, { is: 'field', operator, other: promised.field }, at, to);
  }
  return undefined;
}

/** What is promised is sent or handed over: no other deed can be late for it. */
function deedAt({ chunks, grounding }: ParseState, at: number): Field | undefined {
  const deeds = DEEDS.flatMap(concept => grounding.fields.ofConcept(concept)).filter(({ score }) => score >= 0.6);
  const isDeed = (field: Field): boolean =>
    isDateField(field) && !liesAhead(field) && deeds.some(deed => deed.field === field);
  return chunks[at]?.fields.find(({ field, score }) => score >= 0.6 && isDeed(field))?.field;
}

/** "late in December", "late on Friday": at the end of those days. */
const isOfDays = (chunks: readonly Chunk[], to: number): boolean =>
  has(chunks[to], 'in', 'on') &&
  chunks[has(chunks[to + 1], 'det') && !chunks[to + 1]?.date ? to + 2 : to + 1]?.date !== undefined;

/** "paid on time", where no record tells so: of little words that say how it was done together, none is passed over. */
export const untimed = (chunks: readonly Chunk[], owned: (chunk: Chunk) => boolean): readonly Chunk[] =>
  chunks.flatMap((_, at) =>
    TIMES.flatMap(([sense]) => {
      const words = chunks.slice(at, saidTo(chunks, at, sense) ?? at);
      return words.every(isFiller) && !words.slice(-1).some(owned) ? words : [];
    }),
  );
