import { has } from '../../cursor';
import { saidTo } from '../../saying';
import { comparatorOf, readSuffix } from '../operands';
import { type Parsed, type ParseState, tested } from '../parse-state';
import { fieldSays } from '../../../grounding/fields/field-senses';

const PARTS = [
  ['partTime', '<', 1],
  ['halfTime', '==', 0.5],
  ['fullTime', '>=', 1],
] as const;

/** "part-timers", "half-time staff", "less than half time", "half time or more": where records keep how much of a whole job somebody works, and no value says so. */
export function parseWorkingTime(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  if (chunks[at]?.quote !== undefined) return undefined;
  const compared = comparatorOf(chunks[at]);
  const from = compared === undefined ? at : has(chunks[at + 1], 'det') ? at + 2 : at + 1;
  for (const [sense, plain, whole] of PARTS) {
    const named = saidTo(chunks, at, sense) ?? (sense === 'partTime' ? undefined : saidTo(chunks, from, sense));
    if (named === undefined) continue;
    const bound = sense === 'partTime' || compared !== undefined ? undefined : readSuffix(chunks, named);
    const to = bound?.to ?? named;
    const operator = bound?.operator ?? (saidTo(chunks, at, sense) === undefined ? compared : undefined) ?? plain;
    const other = chunks
      .slice(at, to)
      .some(
        ({ values, fields }) => values.length > 0 || (fields[0]?.field.type === 'boolean' && fields[0].score >= 0.8),
      );
    const field = other ? undefined : grounding.columns.numbers.find(candidate => fieldSays(candidate, 'ofWholeJob'));
    if (!field) return undefined;
    const [, most = 1] = grounding.columns.factsOf(field).range ?? [];
    const value = most > 2 ? whole * 100 : whole;
    return tested(state, field, { is: 'compare', operator, value }, at, to);
  }
  return undefined;
}
