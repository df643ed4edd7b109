import type { ActionContext, FoundAction } from './action-text';
import { readNewValue, setTo } from './new-value';
import { ownerOf } from './stated-value';
import { has } from '../cursor';
import { mentions } from '../saying';
import { looseKey } from '../../grounding/loose-key';
import type { Grounding } from '../../grounding/link-words';

/** A label that holds the word for a state says one of records. */
const STATE = 0.5;

/**
 * "mark them as cancelled", "márcalos como cancelados" where a status may be "cancelled" and nothing is tagged so: what they
 * are to count as from now on is their status. A tag that records carry, one between quotes and what is called a tag stay tags.
 */
export function markedAs(
  found: FoundAction | undefined,
  context: ActionContext,
  at: number,
  grounding: Grounding,
): FoundAction | undefined {
  const [action, ...others] = found?.actions ?? [];
  if (!found || action?.type !== 'addTag' || others.length > 0) return found;
  const { chunks, tags } = context;
  if (!mentions(chunks[at], 'marksAs')) return found;
  // What stands between the verb and "as" says which records.
  const from = found.inner?.[1] ?? at + 1;
  const within = chunks.slice(from, found.to);
  if (within.some(chunk => has(chunk, 'tagNoun') && chunk.quote === undefined)) return found;
  const said = within.findIndex(chunk => chunk.quote === undefined && chunk.text === action.value);
  const value = within[said];
  const field = said >= 0 ? ownerOf(value, tags) : undefined;
  const isState = grounding.fields.ofConcept('status').some(link => link.field === field && link.score >= STATE);
  const stored = grounding.values.valuesOf(tags).some(tag => looseKey(tag) === looseKey(action.value));
  if (!field || !isState || stored) return found;
  const read = readNewValue({ ...context, chunks: chunks.slice(0, from + said + 1) }, from + said, field, grounding);
  return read ? { ...found, actions: [setTo(field, read.value)] } : found;
}
