import type { RuleDraft } from '@lib/rules';
import { isUnknown } from '../cursor';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { sameText } from './edit-step';
import { placesIn, textsAt } from './places';

/** What the previous rule compares with is known by it, whether a record at hand has it or not. */
export function withOwnValues(
  chunks: readonly Chunk[],
  { condition }: RuleDraft,
  { recordType }: Grounding,
): readonly Chunk[] {
  const places = placesIn(condition, recordType).filter(({ field }) => field.type === 'text');
  return chunks.map(chunk => {
    if (!isUnknown(chunk) || chunk.number !== undefined || chunk.date !== undefined) return chunk;
    const links = places.flatMap(place => {
      const stored = textsAt(place).filter(
        (text): text is string => typeof text === 'string' && sameText(text, chunk.quote ?? chunk.text),
      );
      return stored.length > 0 ? [{ field: place.field, stored, score: 1 }] : [];
    });
    return links.length > 0 ? { ...chunk, values: links } : chunk;
  });
}
