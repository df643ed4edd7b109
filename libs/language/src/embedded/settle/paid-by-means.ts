import { has } from '../cursor';
import { isDoneByMeans } from './means-of-deeds';
import { says } from '../saying';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** Little words between what is paid with and the paying: "paid with a credit card", "用信用卡付款", "PayPalで支払われた". */
const MOST_BETWEEN = 2;

/**
 * "orders paid by invoice", "用发票支付的订单", "kunder som betalar mot faktura": where it is said what is paid with, the verb
 * says no more than that; whether the money has come in is another matter, and another field.
 */
export function withPaidByMeans(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  const { fields, lexicons } = grounding;
  const paid = fields.ofConcept('paid').find(({ field }) => field.type === 'boolean')?.field;
  const means = paid && fields.ofConcept('paymethod')[0]?.field;
  if (!means) return chunks;
  const isMeans = (chunk: Chunk | undefined): boolean => chunk?.values.some(({ field }) => field === means) === true;
  return chunks.map((chunk, at) => {
    const pays = chunk.quote === undefined && chunk.values.length === 0 && chunk.fields[0]?.field === paid;
    if (!pays || chunk.opposite || isDenied(chunk) || isDeniedBefore(chunks, at)) return chunk;
    // Where the verb comes last, what follows it is another matter, and one word says that it has been done: "已付款的信用卡订单".
    const last = lexicons[0]?.verbLast === true;
    if (last && says(chunk, 'paidWord')) return chunk;
    return (last ? isMeans(chunks[nextTo(chunks, at)]) : isDoneByMeans(chunks, at, 'paymethod', grounding))
      ? { ...chunk, roles: ['filler'], fields: [] }
      : chunk;
  });
}

/** "unpaid", "まだ支払われていない" in one word. */
const isDenied = (chunk: Chunk): boolean => has(chunk, 'not', 'notYet', 'without', 'empty');

/** "not yet paid by invoice": what is denied is the payment, whatever it was to be made with. */
function isDeniedBefore(chunks: readonly Chunk[], at: number): boolean {
  let before = at - 1;
  while (before > at - 3 && has(chunks[before], 'be', 'have') && !has(chunks[before], 'notYet', 'never')) before--;
  return has(chunks[before], 'notYet', 'never');
}

/** The place of what stands before the verb, past little words. */
function nextTo(chunks: readonly Chunk[], from: number): number {
  let at = from - 1;
  while (
    from - at <= MOST_BETWEEN &&
    has(chunks[at], 'with', 'as', 'in', 'of', 'into', 'det', 'filler', 'on', 'for', 'to') &&
    (has(chunks[at], 'with') || !has(chunks[at], 'not', 'noun', 'and', 'or', 'comma')) &&
    chunks[at]?.values.length === 0
  )
    at--;
  return at;
}
