import { inUnitOf } from '../conditions/operands';
import type { Chunk } from '../../grounding/link-words';
import { countedIn, liesAway, timeOf } from './days-away';
import type { Segment } from './edit-step';
import type { Place } from './places';

/** Whether it is the old limit that stands at a place. */
export function holds(
  place: Place,
  old: Chunk,
  { grounding, request }: Pick<Segment, 'grounding' | 'request'>,
): boolean {
  const { number } = old;
  if (typeof place.value === 'number')
    return number !== undefined && [number.value, inUnitOf(place.field, number, grounding)].includes(place.value);
  const counted = countedIn(place, request.clock);
  const time = timeOf(old) ?? (number && counted !== undefined ? `P${number.value}${counted}` : undefined);
  return time !== undefined && liesAway(place, time, request.clock);
}
