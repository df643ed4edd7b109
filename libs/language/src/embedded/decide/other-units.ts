import { unitFits } from '../conditions/operands';
import type { TestMeaning } from '../meaning/meaning';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { say } from '../../grounding/messages';

/** "above 100,000 dollars" of a salary kept in euros: what is kept in another unit is compared as it stands, and that is said. */
export function sayOtherUnits(
  { field, test, spans }: TestMeaning,
  chunks: readonly Chunk[],
  grounding: Grounding,
  language: string | undefined,
): readonly string[] {
  if (test.is !== 'compare' && test.is !== 'range') return [];
  return chunks.flatMap(({ number, start, text }) => {
    const said = number?.unit !== undefined && spans.some(([from, to]) => from <= start && start < to);
    if (!said || unitFits(field, number, grounding) !== false) return [];
    return [
      say(
        language,
        'otherUnit',
        text,
        field.unit === undefined || field.label.includes(field.unit) ? field.label : `${field.label} (${field.unit})`,
      ),
    ];
  });
}
