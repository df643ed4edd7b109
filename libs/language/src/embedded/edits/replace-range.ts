import { has, isBound, isFiller } from '../cursor';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, isPointing, type ReadStep, type Segment } from './edit-step';
import { exchange, type Place, placesIn } from './places';
import { names, valueFor } from './replace-limit';
import { sidesOf } from './replace-value';

/** "500 to 1500 now", "between 5 and 10 instead": both ends of the one stretch of amounts that a rule has. */
export const replaceRange: ReadStep = segment => {
  const { chunks, rule, grounding } = segment;
  const numbers = chunks.filter(isAmount);
  if (numbers.length < 2 || numbers.length > 4) return undefined;
  const sides = sidesOf(chunks);
  const ends = endsOf(segment);
  const [low, high] = ends;
  if (!low || !high || ends.length > 2) return undefined;
  // "改为500到1500" is no change from 500.
  const gone = sides && (numbers.length > 2 || sides.from.some(isEndOf(segment, ends))) ? sides.from : [];
  const said = numbers.filter(chunk => !gone.includes(chunk));
  const [first, last, ...more] = said;
  if (!first || !last || more.length > 0 || !isStretch(chunks, chunks.indexOf(first), chunks.indexOf(last)))
    return undefined;
  if (chunks.some(chunk => has(chunk, 'also', 'or', 'drop') && !has(chunk, 'and', 'instead', 'insteadOf')))
    return undefined;
  const known = (chunk: Chunk, at: number): boolean =>
    said.includes(chunk) ||
    gone.includes(chunk) ||
    isCarrier(chunk) ||
    isFiller(chunk) ||
    isBound(chunk) ||
    isJoint(chunk) ||
    isPointing(chunk, grounding) ||
    has(chunk, 'between', 'from', 'since', 'rangeNoun', 'insteadOf', 'setTo', 'replace', 'inclusive') ||
    (has(chunk, 'not', 'notBut') && (has(chunk, 'insteadOf') || has(chunks[at - 1], 'comma'))) ||
    names(chunk, low.field.name);
  if (!chunks.every(known)) return undefined;
  const values = [first, last].map(chunk => valueFor(segment, low, chunk)).filter(value => typeof value === 'number');
  const [least, most] = [...values].sort((a, b) => a - b);
  if (least === undefined || most === undefined) return undefined;
  // Both ends of one test: the one made first is where the other is put.
  if (low.test === high.test) {
    const raised = placesIn(low.put(least, low.operator), grounding.recordType)[1];
    const test = raised?.put(most, raised.operator);
    return test === undefined
      ? undefined
      : { rules: [{ ...rule, condition: exchange(rule.condition, low.test, test) }], used: chunks };
  }
  const moved = exchange(rule.condition, low.test, low.put(least, low.operator));
  return {
    rules: [{ ...rule, condition: exchange(moved, high.test, high.put(most, high.operator)) }],
    used: chunks,
  };
};

const isAmount = (chunk: Chunk): boolean =>
  chunk.number !== undefined && chunk.quote === undefined && chunk.values.length === 0 && /\d/.test(chunk.text);

const isJoint = (chunk: Chunk): boolean =>
  chunk.quote === undefined && (has(chunk, 'to', 'until', 'dash', 'and') || says(chunk, 'upTo'));

const isEndOf =
  (segment: Segment, ends: readonly Place[]) =>
  (chunk: Chunk): boolean =>
    chunk.number !== undefined && ends.some(end => valueFor(segment, end, chunk) === end.value);

/** "500 to 1500", "between 500 and 1500": nothing but what joins them stands between. */
const isStretch = (chunks: readonly Chunk[], from: number, to: number): boolean => {
  const joint = chunks[from + 1];
  if (to !== from + 2 || !joint || !isJoint(joint)) return false;
  return !has(joint, 'and') || has(chunks[from - 1], 'between') || has(joint, 'to', 'until');
};

/** The lower and the upper end of the stretches that a rule has, of the field that is named, else of the only one. */
function endsOf({ chunks, rule, grounding }: Segment): readonly Place[] {
  const limits = placesIn(rule.condition, grounding.recordType).filter(
    ({ value, bound }) => typeof value === 'number' && bound !== undefined,
  );
  const fields = [...new Set(limits.map(({ field }) => field.name))].filter(
    name => limits.filter(({ field }) => field.name === name).length === 2,
  );
  const named = fields.filter(name => chunks.some(chunk => names(chunk, name)));
  const meant = named.length > 0 ? named : fields;
  return limits
    .filter(({ field }) => meant.includes(field.name))
    .sort((a, b) => (a.value as number) - (b.value as number));
}
