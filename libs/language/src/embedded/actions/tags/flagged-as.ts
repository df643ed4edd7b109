import type { ActionContext, FoundAction } from '../action-text';
import { has } from '../../cursor';
import { says } from '../../saying';
import { looseKey } from '../../../grounding/values/loose-key';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** "High Risk": every word with a capital is the name of a tag. */
const isName = (words: readonly string[]): boolean => words.every(word => /^[\p{Lu}\p{N}]/u.test(word));

/** "as", the comma of "flag it, …", or the verb that has it with it: "sinalizar como". */
const leads = (chunk: Chunk | undefined, isVerb: boolean): boolean =>
  has(chunk, 'as', 'named', 'comma') || (isVerb && /\s/.test(chunk?.text ?? ''));

/**
 * "flag … as far too busy": several words that are no name and no tag of any record say why. A tag that records carry, one
 * word (put together or not) and a name in capitals stay tags.
 */
export function flaggedAs(
  found: FoundAction | undefined,
  { chunks, tags }: ActionContext,
  at: number,
  grounding: Grounding,
): FoundAction | undefined {
  const [action, ...others] = found?.actions ?? [];
  if (!found || action?.type !== 'addTag' || others.length > 0) return found;
  const words = action.value.trim().split(/\s+/);
  const stored = grounding.values.valuesOf(tags).some(tag => looseKey(tag) === looseKey(action.value));
  if (words.length < 2 || isName(words) || stored) return found;
  const within = chunks.slice(at, found.to);
  const first = within.findIndex(
    (chunk, i) =>
      i > 0 && (chunk.quote ?? action.value).startsWith(chunk.quote ?? chunk.text) && leads(within[i - 1], i === 1),
  );
  const named = within.some(chunk => has(chunk, 'tagNoun') && !has(chunk, 'flag') && chunk.quote === undefined);
  const flags = within.some(
    (chunk, i) => i !== first && has(chunk, 'flag') && !says(chunk, 'marking') && chunk.quote === undefined,
  );
  return first > 0 && flags && !named ? { ...found, actions: [{ type: 'flag', reason: action.value }] } : found;
}
