import { has } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/** A word that names a field, and one that is no more than a part of another's name. */
const NAMED = 0.6;
const PART = 0.3;

/**
 * "contrato de prácticas", "contrat de stage": a noun before "of" and a value is the name of the field that holds the value,
 * where it is a word of that name, however surely it names the day such a thing ends elsewhere.
 */
export function withNounsOfValues(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    const [best] = chunk.fields;
    if (!best || best.score < NAMED || chunk.values.length > 0 || chunk.quote !== undefined) return chunk;
    const values =
      has(chunks[at + 1], 'of') && chunks[at + 1]?.quote === undefined ? chunks[at + 2]?.values : undefined;
    if (!values?.length || values.some(({ field }) => field === best.field)) return chunk;
    const owner = chunk.fields.find(
      ({ field, score }) => score >= PART && values.some(value => value.field === field && value.via !== 'part'),
    );
    return owner ? { ...chunk, fields: [{ ...owner, score: 0.9 }] } : chunk;
  });
}
