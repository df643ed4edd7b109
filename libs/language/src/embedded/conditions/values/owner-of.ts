import type { Field } from '@lib/rules';
import type { Chunk, Grounding } from '../../../grounding/link-words';
import { looseKey } from '../../../grounding/values/loose-key';

/** A label that holds the word for a state says one of records. */
const STATE = 0.5;

/** The text field that a whole value of it, and nothing else, is said of. */
export function ownerOf(chunk: Chunk | undefined, tags: string): Field | undefined {
  const exact = chunk?.values.filter(
    ({ field, via }) => field.name !== tags && field.type === 'text' && via !== 'part',
  );
  const fields = new Set(exact?.map(({ field }) => field));
  return fields.size === 1 ? [...fields][0] : undefined;
}

/** The status that a word is said of as one: a value of it, where no record has a tag of that name. */
export function stateOf(chunk: Chunk | undefined, tags: string, grounding: Grounding): Field | undefined {
  const field = chunk?.quote === undefined ? ownerOf(chunk, tags) : undefined;
  const isState = grounding.fields.ofConcept('status').some(link => link.field === field && link.score >= STATE);
  const stored = grounding.values.valuesOf(tags).some(tag => looseKey(tag) === looseKey(chunk?.text ?? ''));
  return isState && !stored ? field : undefined;
}
