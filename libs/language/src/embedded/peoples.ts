import { has } from './cursor';
import type { Chunk, Grounding } from '../grounding/link-words';
import type { ValueLink } from '../grounding/value-index';

/** What people from a country are called, in the fields that hold countries. */
function countriesOf(chunk: Chunk, { lexicons, values, columns }: Grounding): readonly ValueLink[] {
  const code = lexicons[0]?.regions.get(chunk.key);
  if (code === undefined) return [];
  return [...values.countryFields].flatMap(([name, regions]) => {
    const [first] = regions.get(code) ?? [];
    const field = columns.named(name);
    return first === undefined || !field ? [] : [{ field, stored: [first], score: 0.95, via: 'country' as const }];
  });
}

/** "Spanish colleagues": before the people themselves it is where they are from, though a list holds the language of the name. */
export const withPeoples = (chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] =>
  chunks.map((chunk, at) => {
    const listed = chunk.values.length > 0 && chunk.values.every(({ field }) => field.type === 'list');
    if (!listed || !has(chunks[at + 1], 'people') || has(chunks[at - 1], 'have', 'with')) return chunk;
    const values = countriesOf(chunk, grounding);
    return values.length > 0 ? { ...chunk, values } : chunk;
  });
