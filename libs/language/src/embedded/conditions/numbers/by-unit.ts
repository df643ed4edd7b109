import { fittingFields } from './fitting-fields';
import { isMeasuredAs, type NumberOperand } from '../operands';
import type { ParseState } from '../parse-state';
import type { FieldLink } from '../../../grounding/fields/field-index';
import { MOST_FIELDS } from '../../../grounding/fields/field-names';
import { wordsOf } from '../../../grounding/words/fold';
import { stem } from '../../../grounding/words/stem';

/** The fields that are kept in the unit of a number. */
export function byUnit(state: ParseState, operand: NumberOperand): readonly FieldLink[] {
  const { grounding } = state;
  return grounding.columns.numbers
    .filter(field => isMeasuredAs(field, operand.high?.unit ? operand.high : operand.number, grounding))
    .slice(0, MOST_FIELDS)
    .map(field => ({ field, score: 0.7 }));
}

/** "10 units", "3 points": the unit is the name of the field. */
export function byUnitWord(state: ParseState, operand: NumberOperand): readonly FieldLink[] {
  const key = operand.high?.unitKey ?? operand.number.unitKey;
  if (key === undefined) return [];
  const { fields } = state.grounding;
  const links = [...fields.lookup(stem(key)), ...fields.lookup(key)];
  const named = links.filter(link => link.field.type === 'number' && link.score >= 0.6).slice(0, MOST_FIELDS);
  if (named.length > 0) return fittingFields(named, operand.high ?? operand.number, state.grounding);
  return byMeasure(state, stem(key));
}

/** "120k tons" of a tonnage, "40,000 miles" of a mileage: the one field named after how much there is of the unit. */
function byMeasure({ grounding }: ParseState, unit: string): readonly FieldLink[] {
  const endings = grounding.lexicons[0]?.senses;
  if (unit.length < 3 || !endings) return [];
  const fields = grounding.columns.numbers.filter(({ label }) =>
    wordsOf(label).some(word => word.startsWith(unit) && endings.of(word).includes('measure')),
  );
  const [only, ...others] = fields;
  return only && others.length === 0 ? [{ field: only, score: 0.8 }] : [];
}
