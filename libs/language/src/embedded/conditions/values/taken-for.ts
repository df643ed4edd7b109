import type { Field } from '@lib/rules';
import type { ParseState } from '../parse-state';
import { say } from '../../../grounding/messages';
import type { Chunk } from '../../../grounding/link-words';
import type { ValueLink } from '../../../grounding/values/value-index';

/** How sure a value is that a word was put right for. */
const RIGHTED = 0.8;

/** How surely the words say the value: one slip away from it, they may be another name. */
export const surenessOf = ({ score }: ValueLink, { righted }: Chunk): number =>
  righted ? Math.min(RIGHTED, score) : score;

/** What a value was taken for that is not written as it is stored, for people to see. */
export function takenFor(
  state: ParseState,
  field: Field,
  link: ValueLink,
  { text: said, righted }: Chunk,
): string | undefined {
  const language = state.grounding.lexicons[0]?.language;
  const stored = link.stored[0] ?? '';
  if (link.stored.length > 1)
    return say(language, 'sameSpelling', field.label, link.stored.map(text => `"${text}"`).join(', '));
  if (righted || link.via === 'typo' || link.via === 'part' || link.via === 'word')
    return say(language, 'takenAs', said, `${field.label} ${stored}`);
  return undefined;
}
