import { has, isBound, isFiller } from '../cursor';
import { says } from '../saying';
import { comparatorOf, inUnitOf } from '../conditions/operands';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, type ReadStep, type Segment } from './edit-step';
import { exchange, type Place, placesIn } from './places';

const TAKEN_IN: { readonly [operator: string]: string } = { '>': '>=', '<': '<=' };
const LEFT_OUT: { readonly [operator: string]: string } = { '>=': '>', '<=': '<' };

/** "80 itself should count too", "the 80 not included": the limit a rule has, taken in or left out, and no other one said. */
export const includeLimit: ReadStep = segment => {
  const { chunks, rule, grounding } = segment;
  const said = chunks.filter(chunk => (chunk.number ?? chunk.date) !== undefined && !isBound(chunk));
  const [limit] = said;
  if (!limit || said.length > 1 || limit.quote !== undefined) return undefined;
  const isCount = (chunk: Chunk): boolean =>
    has(chunk, 'inclusive', 'also', 'exactly', 'holds', 'add') || says(chunk, 'itself');
  const isDenied = (chunk: Chunk): boolean => has(chunk, 'not', 'drop', 'without', 'except', 'exclusive');
  const isKnown = (chunk: Chunk): boolean =>
    chunk === limit ||
    isCount(chunk) ||
    isDenied(chunk) ||
    isCarrier(chunk) ||
    isFiller(chunk) ||
    has(chunk, 'does', 'may', 'give', 'enough');
  const counts = chunks.some(isCount) || (chunks.some(isDenied) && chunks.some(chunk => has(chunk, 'inclusive')));
  const places = placesIn(rule.condition, grounding.recordType).filter(place => isLimit(place, limit, segment));
  const [place] = places;
  // Of a range only one end is meant.
  const isRange = Object.values(place?.test ?? {}).some(operands => Array.isArray(operands) && operands.length > 2);
  if (!place || isRange || places.length > 1 || !counts || chunks.some(chunk => chunk !== limit && comparatorOf(chunk)))
    return undefined;
  const isSaid = (chunk: Chunk): boolean => chunk.fields.some(({ field }) => field.name === place.field.name);
  if (!chunks.every(chunk => isKnown(chunk) || isSaid(chunk))) return undefined;
  const operator = (chunks.some(isDenied) ? LEFT_OUT : TAKEN_IN)[place.operator];
  if (operator === undefined) return undefined;
  const condition = exchange(rule.condition, place.test, place.put(place.value, operator));
  return { rules: [{ ...rule, condition }], used: chunks };
};

/** Whether a number or a day is the very one that a place compares with. */
function isLimit(place: Place, { number, date }: Chunk, { grounding }: Segment): boolean {
  const { value, field } = place;
  if (typeof value === 'number' && number) return [number.value, inUnitOf(field, number, grounding)].includes(value);
  return typeof value === 'string' && date !== undefined && 'iso' in date.start && value.startsWith(date.start.iso);
}
