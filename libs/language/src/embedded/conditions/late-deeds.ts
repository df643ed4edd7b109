import type { Field } from '@lib/rules';
import { isFiller } from '../cursor';
import { liesAhead } from './date-tests';
import { type Parsed, type ParseState, tested } from './parse-state';
import { saidTo } from '../saying';
import { isDateField } from '../../grounding/date-field';

/** Words for too late or in time, and how the day of a deed then lies to the one that was promised. */
const TIMES = [
  ['tooLate', '>'],
  ['inTime', '<='],
] as const;
/** So many little words stand between what was done and how. */
const BETWEEN = 2;

/** "delivered late", "verspätet geliefert", "entregados a tiempo": where records keep the day that was promised, and the one it was. */
export function parseLateDeed(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  for (const [sense, operator] of TIMES) {
    const before = saidTo(chunks, at, sense);
    const deed = deedAt(state, before ?? at);
    let how = at + 1;
    while (how <= at + BETWEEN && isFiller(chunks[how]) && saidTo(chunks, how, sense) === undefined) how++;
    const to = before === undefined ? saidTo(chunks, how, sense) : before + 1;
    // "delivered more than a week late": how late no test tells.
    const measured = [chunks[at - 1], chunks[to ?? at]].some(chunk => chunk?.duration && !chunk.date);
    if (!deed || to === undefined || measured) continue;
    const promised = state.grounding.fields
      .ofConcept('promised')
      .find(({ field, score }) => score >= 0.6 && isDateField(field) && field.name !== deed.name);
    if (promised) return tested(state, deed, { is: 'field', operator, other: promised.field }, at, to);
  }
  return undefined;
}

const deedAt = ({ chunks }: ParseState, at: number): Field | undefined =>
  chunks[at]?.fields.find(({ field, score }) => isDateField(field) && !liesAhead(field) && score >= 0.6)?.field;
