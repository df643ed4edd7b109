import { type NumberOperand, unitFits } from '../operands';
import type { ParseState } from '../parse-state';
import { periodOf } from './rates';
import type { FieldLink } from '../../../grounding/fields/field-index';

const RATES = ['salary', 'rent', 'price', 'amount', 'cost', 'revenue'] as const;

/** "under 2.5k a month": the amount that is kept for a time. */
export function byRate({ grounding }: ParseState, { number }: NumberOperand): readonly FieldLink[] {
  const fits = ({ field }: FieldLink): boolean =>
    field.type === 'number' && periodOf(field) !== undefined && unitFits(field, number, grounding) !== false;
  const named = RATES.flatMap(concept => grounding.fields.ofConcept(concept)).find(fits);
  const lone = grounding.columns.numbers.filter(
    field => fits({ field, score: 1 }) && unitFits(field, number, grounding),
  );
  const [measured, ...rivals] = number.unit ? lone : [];
  const field =
    measured && rivals.length === 0 ? measured : (named?.field ?? (lone.length === 1 ? lone[0] : undefined));
  return field ? [{ field, score: 0.75 }] : [];
}
