import type { ActionContext, FoundAction } from './action-text';
import { readNewValue, setTo } from './new-value';
import { stateOf } from '../conditions/owner-of';
import { has } from '../cursor';
import { mentions } from '../saying';
import type { Grounding } from '../../grounding/link-words';

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
  const field = said >= 0 ? stateOf(value, tags, grounding) : undefined;
  if (!field) return found;
  const read = readNewValue({ ...context, chunks: chunks.slice(0, from + said + 1) }, from + said, field, grounding);
  return read ? { ...found, actions: [setTo(field, read.value)] } : found;
}
