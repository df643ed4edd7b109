import type { JsonLogic } from '@lib/rules';
import type { Comparator } from '../conditions/operands';
import { has } from '../cursor';
import { mentions } from '../saying';
import type { Chunk } from '../../grounding/link-words';
import type { Place } from './places';

/** "the upper limit", "the floor", "at least 500": which end of what a rule has is spoken of. */
function endSaid(chunks: readonly Chunk[], operator: Comparator | undefined): Place['bound'] {
  if (chunks.some(chunk => isEndWord(chunk) && mentions(chunk, 'upperEnd'))) return 'most';
  if (chunks.some(chunk => isEndWord(chunk) && mentions(chunk, 'lowerEnd'))) return 'least';
  if (operator === undefined || !/^[<>]/.test(operator)) return undefined;
  return operator.startsWith('>') ? 'least' : 'most';
}

/** Words for an end of what a rule allows; they name nothing else. */
export const isEndWord = (chunk: Chunk): boolean =>
  chunk.quote === undefined && has(chunk, 'conditionWord') && mentions(chunk, 'upperEnd', 'lowerEnd');

/** Of several places those at the end that is spoken of. */
export function atEndSaid(
  places: readonly Place[],
  chunks: readonly Chunk[],
  operator: Comparator | undefined,
): readonly Place[] {
  const end = endSaid(chunks, operator);
  const meant = end === undefined ? [] : places.filter(({ bound }) => bound === end);
  return meant.length > 0 ? meant : places;
}

/** "raise the limit to 75" of 10 to 50: what would leave nothing between two ends is not the end that is moved. */
export function turnsOver(place: Place, value: JsonLogic | undefined, all: readonly Place[]): boolean {
  if (typeof value !== 'number' || typeof place.value !== 'number') return false;
  const isBelow = (a: number, b: number): boolean => (place.bound === 'least' ? a <= b : a >= b);
  const old = place.value;
  return all.some(
    other =>
      place.bound !== undefined &&
      other.bound !== undefined &&
      other.bound !== place.bound &&
      other.field.name === place.field.name &&
      typeof other.value === 'number' &&
      isBelow(old, other.value) &&
      !isBelow(value, other.value),
  );
}

/** A test with two ends goes by one operator, whichever of them is said anew. */
export const hasBothEnds = ({ test }: Place): boolean =>
  typeof test === 'object' &&
  test !== null &&
  Object.values(test).some(operands => Array.isArray(operands) && operands.length > 2);
