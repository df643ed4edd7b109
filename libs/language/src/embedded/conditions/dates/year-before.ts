import { has } from '../../cursor';
import type { NumberOperand } from '../operands';
import type { ParseState } from '../parse-state';
import type { FieldLink } from '../../../grounding/fields/field-index';
import { yearFields } from '../../../grounding/fields/year-fields';

/** "in 2006" is the year, whatever number field is named next, where one field holds years and that one does not. */
export function yearBefore(
  { chunks, grounding }: ParseState,
  at: number,
  { number, high }: NumberOperand,
): { readonly links: readonly FieldLink[]; readonly to: number } | undefined {
  const year = chunks[at]?.date !== undefined && !number.unit && !number.scaled && !high;
  if (!year || !has(chunks[at - 1], 'in')) return undefined;
  const holding = yearFields(grounding);
  const field = holding.length === 1 ? holding[0] : undefined;
  return field && { links: [{ field, score: 0.9 }], to: at + 1 };
}
