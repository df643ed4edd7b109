import { mentions } from '../../saying';
import { fieldSays } from '../../../grounding/fields/field-senses';
import type { Chunk, Grounding } from '../../../grounding/link-words';
import type { ValueLink } from '../../../grounding/values/value-index';

/** "people in Paris": where they work, rather than where they live or were born, unless words beside it say so. */
export function workplacesAmong(
  links: readonly ValueLink[],
  beside: readonly Chunk[],
  { fields }: Grounding,
): readonly ValueLink[] {
  const dwellings = links.filter(({ field }) => fieldSays(field, 'dwelling'));
  if (dwellings.length === 0 || beside.some(chunk => mentions(chunk, 'dwelling'))) return dwellings;
  const offices = fields.ofConcept('office').filter(({ score }) => score >= 0.9);
  return links.filter(link => offices.some(({ field }) => field === link.field) && !dwellings.includes(link));
}
