import { fittingFields } from '../conditions/fitting-fields';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { isCurrency, isTimeUnit } from '../../grounding/numbers';
import { stem } from '../../grounding/stem';
import type { Place } from './places';

/** So surely a word behind an amount names what it is an amount of. */
const NAMED = 0.6;

/** "at least 5 items", "over 100 employees": what is counted is another field than those that the rule compares. */
export function isAmountOfOther(
  chunks: readonly Chunk[],
  amount: Chunk,
  places: readonly Place[],
  grounding: Grounding,
): boolean {
  const { number } = amount;
  const behind = chunks[chunks.indexOf(amount) + 1];
  if (!number) return false;
  const key = number.unitKey;
  const counted =
    key === undefined || !number.unit || isTimeUnit(number.unit) || isCurrency(number.unit.base)
      ? []
      : [...grounding.fields.lookup(stem(key)), ...grounding.fields.lookup(key)];
  const links = [...counted, ...(behind?.values.length === 0 && behind.quote === undefined ? behind.fields : [])];
  const named = fittingFields(
    links.filter(({ field, score }) => field.type === 'number' && score >= NAMED),
    number,
    grounding,
  );
  return named.length > 0 && !named.some(({ field }) => places.some(place => place.field.name === field.name));
}
