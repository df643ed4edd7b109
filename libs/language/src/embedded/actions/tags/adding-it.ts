import type { ActionContext, FoundAction } from '../action-text';
import { startsClause } from '../clause-start';
import { tagSpokenOf } from './tag-actions';
import { has, isBound } from '../../cursor';
import type { Chunk } from '../../../grounding/link-words';

/** "… but the tag insured is missing: add it", "aggiungilo": the tag that was said not to be there. */
export function parseAddingIt(context: ActionContext, at: number, said: readonly Chunk[]): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  if (!verb || !has(verb, 'add') || verb.quote !== undefined || !startsClause(chunks, at)) return undefined;
  let next = at + 1;
  while (has(chunks[next], 'them') && next < at + 3) next++;
  const after = chunks[next];
  const ends = !after || isBound(after) || has(after, 'then', 'signOff');
  const missing = said.some(chunk => has(chunk, 'empty', 'without', 'not', 'no') && chunk.quote === undefined);
  const spoken = ends && missing ? tagSpokenOf(said) : undefined;
  return spoken === undefined ? undefined : { actions: [{ type: 'addTag', value: spoken }], to: next };
}
