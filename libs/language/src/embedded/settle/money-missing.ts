import { has, isBound } from '../cursor';
import { says } from '../saying';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** So far before it stands what denies that there is money. */
const NEAR = 4;
/** So surely an amount is that paid. */
const NAMED = 0.6;
/** So surely a word is the name of a field. */
const CALLED = 0.9;

/**
 * "we have not received any money for", "without any payment": where there is no money nothing is paid, whatever the
 * currency or the means of payment.
 */
export function withMoneyMissing(chunks: readonly Chunk[], { fields }: Grounding): readonly Chunk[] {
  if (!chunks.some(chunk => says(chunk, 'moneyWord'))) return chunks;
  const paid = fields.ofConcept('paidamount').filter(({ field, score }) => field.type === 'number' && score >= NAMED);
  if (paid.length === 0) return chunks;
  const denials = new Set<Chunk>();
  const missing = new Set<Chunk>();
  const verbs = new Set<Chunk>();
  chunks.forEach((chunk, at) => {
    // "without payment", of what has a "Payment" of its own: that is named.
    const names = chunk.fields.some(({ field, score }) => score >= CALLED && paid.every(link => link.field !== field));
    const denial = isMoney(chunk) && !names ? denialOf(chunks, at) : undefined;
    if (!denial) return;
    missing.add(chunk);
    // "received any money", of what has a day that it was received: the money is spoken of.
    chunks.slice(chunks.indexOf(denial) + 1, at).forEach(word => receives(word) && verbs.add(word));
    // "we never received any": nothing that nobody wrote down.
    if (has(denial, 'empty')) denials.add(denial);
  });
  return chunks.map(chunk =>
    missing.has(chunk)
      ? { ...chunk, roles: [], fields: paid, values: [] }
      : verbs.has(chunk)
        ? { ...chunk, fields: [] }
        : denials.has(chunk)
          ? { ...chunk, roles: ['without'] }
          : chunk,
  );
}

const isMoney = (chunk: Chunk): boolean =>
  says(chunk, 'moneyWord') && chunk.quote === undefined && chunk.number === undefined;

const receives = (chunk: Chunk | undefined): boolean => says(chunk, 'brought') && chunk?.values.length === 0;

function denialOf(chunks: readonly Chunk[], at: number): Chunk | undefined {
  for (let before = at - 1; before >= Math.max(0, at - NEAR) && !isBound(chunks[before]); before--) {
    const chunk = chunks[before];
    if (has(chunk, 'not', 'no', 'without', 'never', 'notYet', 'nothing') || says(chunk, 'nobody')) return chunk;
    const named = (chunk?.fields[0]?.score ?? 0) >= NAMED && !receives(chunk);
    if (has(chunk, 'and', 'or', 'but') || chunk?.number || named) return undefined;
  }
  return undefined;
}
