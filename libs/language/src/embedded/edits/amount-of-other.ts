import { fittingFields } from '../conditions/numbers/fitting-fields';
import { has } from '../cursor';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { isCurrency, isTimeUnit } from '../../grounding/words/numbers';
import { stem } from '../../grounding/words/stem';
import type { Place } from './places';

/** So surely a word behind an amount names what it is an amount of. */
const NAMED = 0.6;

/** So surely one anywhere does. */
const SURE = 0.9;

/** "at least 5 items", "a quantity over 10": what is counted is another field than those that the rule compares. */
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
  const said = chunks.flatMap(chunk =>
    chunk.values.length > 0 || chunk.quote !== undefined || has(chunk, 'conditionWord', 'fieldWord', 'valueWord')
      ? []
      : chunk.fields.filter(({ score }) => score >= SURE),
  );
  const named = fittingFields(
    [...said, ...links].filter(({ field, score }) => field.type === 'number' && score >= NAMED),
    number,
    grounding,
  );
  return named.length > 0 && !named.some(({ field }) => places.some(place => place.field.name === field.name));
}
