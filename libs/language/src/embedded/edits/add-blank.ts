import { has, isBound, isFiller } from '../cursor';
import { allOf, conjunctsOf, fieldsIn } from '../meaning/logic-tree';
import { says } from '../saying';
import { writeTest } from '../meaning/write-condition';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, type ReadStep, type Segment } from './edit-step';
import { exchange, type Place, placesIn } from './places';

/** "also for blanks", "count those with no date too": the records in which nothing stands, beside one of the rule's tests. */
export const addBlank: ReadStep = segment => {
  const { chunks, rule } = segment;
  const isAbsent = (chunk: Chunk): boolean =>
    has(chunk, 'empty', 'without', 'no', 'nothing', 'never') || says(chunk, 'blanksWord');
  const isMore = (chunk: Chunk): boolean => has(chunk, 'also', 'holds', 'inclusive', 'add', 'or');
  if (!chunks.some(isAbsent) || !chunks.some(isMore)) return undefined;
  // "intet tag, …": what is not to be done is no blank.
  if (chunks.some((chunk, at) => isAbsent(chunk) && has(chunks[at + 1], 'tagNoun', 'flag'))) return undefined;
  const place = placeMeant(segment);
  if (!place) return undefined;
  const isKnown = (chunk: Chunk): boolean =>
    isAbsent(chunk) ||
    isMore(chunk) ||
    isCarrier(chunk) ||
    isFiller(chunk) ||
    isBound(chunk) ||
    has(chunk, 'does', 'may', 'give', 'year', 'month', 'day', 'on') ||
    chunk.fields.some(({ field }) => field.name === place.field.name);
  const isData = ({ values, number, date, quote }: Chunk): boolean =>
    values.length > 0 || (number ?? date ?? quote) !== undefined;
  if (!chunks.every(isKnown) || chunks.some(chunk => isData(chunk) || has(chunk, 'not', 'except', 'only', 'onlyIf')))
    return undefined;
  const part = conjunctsOf(rule.condition).find(one => exchange(one, place.test, true) !== one);
  if (part === undefined) return undefined;
  const widened = { or: [part, writeTest({ field: place.field, test: { is: 'empty' } })] };
  const parts = conjunctsOf(rule.condition).map(one => (one === part ? widened : one));
  return { rules: [{ ...rule, condition: allOf(parts) }], used: chunks };
};

/** The place whose field the words name most surely, else the only one. */
function placeMeant({ chunks, rule, grounding }: Segment): Place | undefined {
  const places = placesIn(rule.condition, grounding.recordType);
  const score = ({ field }: Place): number =>
    Math.max(
      0,
      ...chunks.flatMap(({ fields }) => fields.filter(link => link.field.name === field.name).map(link => link.score)),
    );
  const [best] = [...places].sort((a, b) => score(b) - score(a));
  if (best && score(best) > 0) return best;
  return fieldsIn(rule.condition).size === 1 ? best : undefined;
}
