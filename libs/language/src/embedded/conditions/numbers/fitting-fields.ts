import { unitOf } from './field-units';
import { unitFits } from '../operands';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Grounding } from '../../../grounding/link-words';
import type { NumberLiteral } from '../../../grounding/words/numbers';

/** No share of a whole is more. */
const WHOLE = 100;

/** Of fields that a word fits alike, those that can hold the amount said of it: all where none can. */
export function fittingFields(
  links: readonly FieldLink[],
  number: NumberLiteral,
  grounding: Grounding,
): readonly FieldLink[] {
  if (links.length < 2) return links;
  const fitting = links.filter(
    ({ field }) =>
      unitFits(field, number, grounding) !== false &&
      (unitOf(field, grounding)?.base !== '%' || Math.abs(number.value) <= WHOLE),
  );
  return fitting.length > 0 ? fitting : links;
}
