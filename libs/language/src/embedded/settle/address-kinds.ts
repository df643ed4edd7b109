import { says } from '../saying';
import { fieldSays } from '../../grounding/fields/field-senses';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { Sense } from '../../grounding/senses';

const KINDS: readonly Sense[] = ['billed', 'destination'];
/** A part of a field's name. */
const PART = 0.77;

/** "invoice address in Germany", "delivery address France": which of the addresses, and nothing else that is called so. */
export function withAddressKinds(chunks: readonly Chunk[], { recordType }: Grounding): readonly Chunk[] {
  if (!chunks.some((chunk, at) => at > 0 && says(chunk, 'addressWord'))) return chunks;
  return chunks.map((chunk, at) => {
    const kind = says(chunks[at + 1], 'addressWord') ? KINDS.find(sense => says(chunk, sense)) : undefined;
    if (!kind || (chunk.fields[0]?.score ?? 0) >= 0.98) return chunk;
    const fields = recordType.fields.filter(field => field.type === 'text' && fieldSays(field, kind));
    if (fields.length === 0) return chunk;
    return { ...chunk, roles: [], values: [], fields: fields.map(field => ({ field, score: PART })) };
  });
}
