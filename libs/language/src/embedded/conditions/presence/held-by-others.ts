import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/**
 * "without a manager": who is had is another person; that somebody is one is said by being, or by what they have as one
 * ("without management responsibility").
 */
export function othersFirst(
  links: readonly FieldLink[],
  word: Chunk | undefined,
  { fields, lexicons }: Grounding,
): readonly FieldLink[] {
  const [first] = links;
  const said = lexicons[0]?.concepts.get(word?.key ?? '') ?? [];
  if (first?.field.type !== 'boolean' || (said.length > 0 && !said.includes('manager'))) return links;
  const managers = fields.ofConcept('manager').filter(({ field }) => field.type === 'text');
  const other = links.find(({ field, score }) => score >= 0.6 && managers.some(link => link.field === field));
  return other ? [{ ...other, score: first.score }, ...links.filter(link => link !== other && link !== first)] : links;
}
