import { ACTING_VERBS, has, isBound } from '../cursor';
import { comparatorOf } from '../conditions/operands';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** So far the records stand from how many of them are meant: "half of all our active customers". */
const NEAR = 4;

/**
 * "half of the customers in Germany", "20% of the orders", "some customers", "tag one customer": a rule looks at one
 * record at a time, and which of those alike are meant it cannot tell. Returned is what says how many.
 */
export function shareOfRecords(chunks: readonly Chunk[]): Chunk | undefined {
  return chunks.find((chunk, at) => {
    if (chunk.quote !== undefined || chunk.values.length > 0) return false;
    if (isShare(chunk)) return !isCompared(chunks, at) && (opensRecords(chunks, at) || closesRecords(chunks, at));
    const acted = isActing(chunks[at - 1]);
    // "a discount of 5% for the orders" is of them, "tag 5% of the orders" is some of them.
    if (isPercent(chunk)) return (acted || at === 0) && opensRecords(chunks, at);
    if (says(chunk, 'someOf')) return (acted || has(chunks[at - 1], 'for')) && opensRecords(chunks, at);
    if (!acted || opensName(chunks, at)) return false;
    return (isCount(chunk) || says(chunk, 'oneOf')) && isRecords(chunks[at + 1]);
  });
}

/** "half of", "a third of". */
const isShare = (chunk: Chunk): boolean =>
  has(chunk, 'half', 'third', 'fourth', 'threeQuarters') || says(chunk, 'share');

/** "to be flagged Two Person Lift": in capitals it is what the tag is called. */
const opensName = (chunks: readonly Chunk[], at: number): boolean =>
  at > 1 && [chunks[at], chunks[at + 1]].every(chunk => /^\p{Lu}/u.test(chunk?.text ?? ''));

const isPercent = ({ number }: Chunk): boolean => number?.unit?.base === '%';

/** "one", "20": how many, with nothing measured by it. */
const isCount = ({ number, date, duration, fields }: Chunk): boolean =>
  number !== undefined && !number.unit && !date && !duration && fields.length === 0;

const isActing = (chunk: Chunk | undefined): boolean =>
  has(chunk, ...ACTING_VERBS, 'give') && chunk?.quote === undefined;

/** The records' own noun, and no field or value that is called so. */
const isRecords = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'noun', 'ones') && !has(chunk, 'det') && chunk?.values.length === 0 && (chunk.fields[0]?.score ?? 0) < 0.6;

/** "fewer than half of the employees": an amount to compare with. */
const isCompared = (chunks: readonly Chunk[], at: number): boolean =>
  [chunks[at - 1], chunks[at - 2]].some(before => comparatorOf(before) !== undefined);

/** "half of our German customers", `一半德国客户`. */
function opensRecords(chunks: readonly Chunk[], at: number): boolean {
  for (let next = at + 1; next <= at + NEAR; next++) {
    const chunk = chunks[next];
    if (isRecords(chunk)) return true;
    const described = has(chunk, 'det', 'of', 'them') || (chunk?.values.length ?? 0) > 0 || isYesNo(chunk);
    if (isBound(chunk) || !described) return false;
  }
  return false;
}

const isYesNo = (chunk: Chunk | undefined): boolean => chunk?.fields[0]?.field.type === 'boolean';

/** `德国客户中的一半`, `顧客の半分`: the share behind the records it is of. */
const closesRecords = (chunks: readonly Chunk[], at: number): boolean =>
  says(chunks[at], 'share') && has(chunks[at - 1], 'of') && isRecords(chunks[at - 2]);
