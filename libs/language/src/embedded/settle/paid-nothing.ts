import { has } from '../cursor';
import type { Chunk, Grounding } from '../../grounding/link-words';

const NAMED = 0.5;

/**
 * "who pay no freight", "no delivery fee was paid": what nothing is paid for costs nothing; whether the order itself is
 * paid is not spoken of, nor whether it was shipped.
 */
export function withPaidNothing(chunks: readonly Chunk[], { fields }: Grounding): readonly Chunk[] {
  const paid = fields.ofConcept('paid').find(({ field }) => field.type === 'boolean')?.field;
  if (!paid || !chunks.some(chunk => has(chunk, 'no', 'zero'))) return chunks;
  const pays = (chunk: Chunk | undefined): boolean =>
    chunk?.quote === undefined && chunk?.fields[0]?.field === paid && !has(chunk, 'not', 'without');
  const told = new Map<Chunk, Chunk>();
  chunks.forEach((none, at) => {
    const cost = chunks[at + 1];
    const link =
      cost?.quote === undefined && cost?.fields.find(({ field, score }) => field.type === 'number' && score >= NAMED);
    if (!has(none, 'no', 'zero') || !cost || !link) return;
    const [before, behind] = [chunks[at - 1], chunks[has(chunks[at + 2], 'be') ? at + 3 : at + 2]];
    const verb = pays(before) ? before : has(chunks[at + 2], 'be') && pays(behind) ? behind : undefined;
    if (!verb) return;
    told.set(verb, { ...verb, roles: [verb === before ? 'have' : 'filler'], fields: [], values: [] });
    told.set(cost, { ...cost, fields: [link], values: [] });
  });
  return told.size === 0 ? chunks : chunks.map(chunk => told.get(chunk) ?? chunk);
}
