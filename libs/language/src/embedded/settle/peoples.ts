import type { Field } from '@lib/rules';
import { has } from '../cursor';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { ValueLink } from '../../grounding/values/value-index';

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

const standsForRecords = (chunk: Chunk | undefined, lists: (field: Field) => boolean): boolean =>
  has(chunk, 'people') ||
  (has(chunk, 'noun') && !has(chunk, 'ones', 'where')) ||
  (chunk?.values.some(({ field }) => field.type === 'text' && !lists(field)) ?? false);

/** "Spanish colleagues", "German clinics": before the records themselves it is where they are from, though a list holds the language of the name. */
export const withPeoples = (chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] =>
  chunks.map((chunk, at) => {
    const { values: held } = grounding;
    const lists = ({ type, name }: Field): boolean => type === 'list' || held.holdsSeveral(name);
    const listed = chunk.values.length > 0 && chunk.values.every(({ field }) => lists(field));
    const named =
      chunks[at - 1]?.fields.some(({ field }) => chunk.values.some(value => value.field === field)) ?? false;
    const spoken = named || has(chunks[at - 1], 'have', 'with');
    if (!listed || spoken || !standsForRecords(chunks[at + 1], lists)) return chunk;
    const values = countriesOf(chunk, grounding);
    return values.length > 0 ? { ...chunk, values } : chunk;
  });
