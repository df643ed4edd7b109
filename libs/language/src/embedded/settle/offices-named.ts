import { has } from '../cursor';
import { fieldSays } from '../../grounding/fields/field-senses';
import type { Chunk, Grounding } from '../../grounding/link-words';

/**
 * "im Büro Berlin", "op kantoor Rotterdam": before the place it is, an office is no more than the word for where somebody
 * works, and tells nothing of who works from home.
 */
export function withOfficesNamed(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    if (!chunk.opposite || chunk.fields[0]?.field.type !== 'boolean' || chunk.values.length > 0) return chunk;
    const [named] = grounding.fields.ofConcept('office');
    const next = chunks[has(chunks[at + 1], 'in') && !chunks[at + 1]?.values.length ? at + 2 : at + 1];
    const place = next?.values.some(
      ({ field, via }) => via === undefined && (field === named?.field || fieldSays(field, 'placeWord')),
    );
    const office = isOffice(chunk, grounding);
    return place && office ? { ...chunk, roles: ['in'], fields: [], opposite: false } : chunk;
  });
}

/** Whether a word of the piece, or all of it, is said of offices. */
const isOffice = ({ key }: Chunk, { lexicons: [own] }: Grounding): boolean =>
  [key, ...key.split(' ')].some(word => own?.concepts.get(word)?.includes('office') === true);
