import type { Field } from '@lib/rules';
import type { ActionContext, FoundAction } from '../action-text';
import { readNewValue, setTo } from '../values/new-value';
import { valueOf } from '../../conditions/operands';
import { stateOf } from '../../conditions/values/owner-of';
import { has } from '../../cursor';
import { mentions } from '../../saying';
import { looseKey } from '../../../grounding/values/loose-key';
import type { Chunk, Grounding } from '../../../grounding/link-words';
import type { ValueLink } from '../../../grounding/values/value-index';

/**
 * "mark them as cancelled", "márcalos como cancelados" where a status may be "cancelled" and nothing is tagged so: what they
 * are to count as from now on is their status. A tag that records carry, one between quotes and what is called a tag stay tags,
 * and so does a name with a capital that only means the same as a status: "als Ruhend" where "Inactive" is stored.
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
  if (!field || !value || !isAsWritten(value, valueOf(value, field))) return found;
  // "die met verlof zijn markeren als Afwezig": what the records are said to be is not set once more.
  const told = chunks.filter((_, i) => i < from || i >= found.to || (found.inner && i < found.inner[1]));
  if (told.some(chunk => sharesState(chunk, value, field))) return found;
  const read = readNewValue({ ...context, chunks: chunks.slice(0, from + said + 1) }, from + said, field, grounding);
  return read ? { ...found, actions: [setTo(field, read.value)] } : found;
}

/** The value itself, or a word for it that is no name: "als Ruhend" of "Inactive" is one, "como cancelados" of "cancelled" is none. */
const isAsWritten = (chunk: Chunk | undefined, link: ValueLink | undefined): boolean =>
  (chunk !== undefined && /^\p{Ll}/u.test(chunk.text)) ||
  link?.stored.some(stored => looseKey(stored) === looseKey(chunk?.text ?? '')) === true;

/** Whether two words say the same value of a field. */
function sharesState(one: Chunk, other: Chunk, field: Field): boolean {
  const held = valueOf(one, field)?.stored[0];
  return held !== undefined && held === valueOf(other, field)?.stored[0];
}
