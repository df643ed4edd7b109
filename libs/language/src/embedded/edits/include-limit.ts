import { has, isBound, isFiller } from '../cursor';
import { says } from '../saying';
import { comparatorOf, inUnitOf } from '../conditions/operands';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, type ReadStep, type Segment } from './edit-step';
import { exchange, type Place, placesIn } from './places';

const TAKEN_IN: { readonly [operator: string]: string } = { '>': '>=', '<': '<=' };
const LEFT_OUT: { readonly [operator: string]: string } = { '>=': '>', '<=': '<' };

/**
 * "80 itself should count too", "5 is enough", "10 is still fine, only above": the limit a rule has, taken in or left out,
 * and no other one said.
 */
export const includeLimit: ReadStep = segment => {
  const { chunks, rule, grounding } = segment;
  const said = chunks.filter(chunk => (chunk.number ?? chunk.date) !== undefined && !isBound(chunk));
  const [limit, again] = said;
  if (!limit || limit.quote !== undefined || said.some(chunk => !sameAmount(chunk, limit))) return undefined;
  const isCount = (chunk: Chunk): boolean =>
    has(chunk, 'inclusive', 'also', 'exactly', 'holds', 'add', 'enough') || says(chunk, 'itself', 'countsAs');
  const isDenied = (chunk: Chunk): boolean => has(chunk, 'not', 'drop', 'without', 'except', 'exclusive');
  const isKnown = (chunk: Chunk): boolean =>
    said.includes(chunk) ||
    beyondOf(chunk) !== undefined ||
    isCount(chunk) ||
    isDenied(chunk) ||
    isCarrier(chunk) ||
    isFiller(chunk) ||
    has(chunk, 'does', 'may', 'give', 'kept', 'be');
  const counts =
    chunks.some(isCount) || (chunks.some(isDenied) && chunks.some(chunk => has(chunk, 'inclusive', 'excepted')));
  const places = placesIn(rule.condition, grounding.recordType).filter(place => isLimit(place, limit, segment));
  const [place] = places;
  // Of a range only one end is meant.
  const isRange = Object.values(place?.test ?? {}).some(operands => Array.isArray(operands) && operands.length > 2);
  if (!place || isRange || places.length > 1) return undefined;
  const beyond = chunks.filter(chunk => !said.includes(chunk) && beyondOf(chunk) !== undefined);
  const isOnly =
    beyond.length > 0 ? meansBeyond(chunks, beyond, place) : again === undefined && counts ? 'no' : undefined;
  if (isOnly === undefined) return undefined;
  const isSaid = (chunk: Chunk): boolean => chunk.fields.some(({ field }) => field.name === place.field.name);
  if (!chunks.every(chunk => isKnown(chunk) || isSaid(chunk))) return undefined;
  const leavesOut = beyond.length > 0 ? isOnly === 'yes' : chunks.some(isDenied);
  const operator = (leavesOut ? LEFT_OUT : TAKEN_IN)[place.operator];
  if (operator === undefined) return undefined;
  const condition = exchange(rule.condition, place.test, place.put(place.value, operator));
  return { rules: [{ ...rule, condition }], used: chunks };
};

const sameAmount = (a: Chunk, b: Chunk): boolean =>
  (a.number !== undefined && a.number.value === b.number?.value) || a.text === b.text;

/** "only above", "not just more", "erst darüber": which side of the limit is spoken of, and no other number. */
const beyondOf = (chunk: Chunk): '>' | '<' | undefined => {
  const comparator = chunk.quote === undefined ? comparatorOf(chunk) : undefined;
  if (comparator === '>' || says(chunk, 'aboveIt')) return '>';
  return comparator === '<' || says(chunk, 'belowIt') ? '<' : undefined;
};

/** Whether only what lies beyond the limit is meant ("only above"), or not only that ("not just more"). */
function meansBeyond(
  chunks: readonly Chunk[],
  beyond: readonly Chunk[],
  { operator }: Place,
): 'yes' | 'no' | undefined {
  const [first, ...others] = beyond;
  if (!first || others.length > 0 || !operator.startsWith(beyondOf(first) ?? '-')) return undefined;
  const at = chunks.indexOf(first);
  const end = chunks.findIndex((chunk, i) => i > at && isBound(chunk));
  const from = chunks.slice(0, at).findLastIndex(isBound) + 1;
  if (chunks.slice(from, at).some(chunk => has(chunk, 'not'))) return 'no';
  const clause = chunks.slice(from, end < 0 ? undefined : end);
  return clause.some(chunk => has(chunk, 'only', 'make', 'then')) ? 'yes' : undefined;
}

/** Whether a number or a day is the very one that a place compares with. */
function isLimit(place: Place, { number, date }: Chunk, { grounding }: Segment): boolean {
  const { value, field } = place;
  if (typeof value === 'number' && number) return [number.value, inUnitOf(field, number, grounding)].includes(value);
  return typeof value === 'string' && date !== undefined && 'iso' in date.start && value.startsWith(date.start.iso);
}
