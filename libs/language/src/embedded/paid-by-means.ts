import { has } from './cursor';
import { says } from './saying';
import type { Chunk, Grounding } from '../grounding/link-words';

/** Little words between what is paid with and the paying: "paid with a credit card", "用信用卡付款", "PayPalで支払われた". */
const MOST_BETWEEN = 2;

/**
 * "orders paid by invoice", "用发票支付的订单", "kunder som betalar mot faktura": where it is said what is paid with, the verb
 * says no more than that; whether the money has come in is another matter, and another field.
 */
export function withPaidByMeans(chunks: readonly Chunk[], { fields, lexicons }: Grounding): readonly Chunk[] {
  const paid = fields.ofConcept('paid').find(({ field }) => field.type === 'boolean')?.field;
  const means = paid && fields.ofConcept('paymethod')[0]?.field;
  if (!means) return chunks;
  const isMeans = (chunk: Chunk | undefined): boolean => chunk?.values.some(({ field }) => field === means) === true;
  return chunks.map((chunk, at) => {
    const pays = chunk.quote === undefined && chunk.values.length === 0 && chunk.fields[0]?.field === paid;
    if (!pays || chunk.opposite || isDenied(chunk)) return chunk;
    // Where the verb comes last, what follows it is another matter, and one word says that it has been done: "已付款的信用卡订单".
    const last = lexicons[0]?.verbLast === true;
    if (last && says(chunk, 'paidWord')) return chunk;
    return (!last && isMeans(chunks[nextTo(chunks, at, 1)])) || isMeans(chunks[nextTo(chunks, at, -1)])
      ? { ...chunk, roles: ['filler'], fields: [] }
      : chunk;
  });
}

/** "unpaid", "まだ支払われていない" in one word. */
const isDenied = (chunk: Chunk): boolean => has(chunk, 'not', 'notYet', 'without', 'empty');

/** The place of what stands beside the verb, past little words. */
function nextTo(chunks: readonly Chunk[], from: number, step: 1 | -1): number {
  let at = from + step;
  while (
    Math.abs(at - from) <= MOST_BETWEEN &&
    has(chunks[at], 'with', 'as', 'in', 'of', 'into', 'det', 'filler', 'on', 'for', 'to') &&
    (has(chunks[at], 'with') || !has(chunks[at], 'not', 'noun', 'and', 'or', 'comma')) &&
    chunks[at]?.values.length === 0
  )
    at += step;
  return at;
}
