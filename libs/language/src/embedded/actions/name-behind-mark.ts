import type { ActionContext, FoundAction } from './action-text';
import { capitalNameAt, setsField } from './capital-names';
import { has, holdsData } from '../cursor';

/** Nothing but the name is left to be done: no other order stands before or behind. */
const isOnlyOrder = ({ chunks, listed }: ActionContext, at: number): boolean =>
  listed === undefined &&
  !chunks.slice(0, at).some(chunk => has(chunk, 'tagNoun', 'ask', 'arrow') && !has(chunk, 'filler', 'where'));

/**
 * "waiting time of three weeks or more: Long Waiting", "Rabatt über 20 % → Rabatt prüfen": behind the arrow, or the colon,
 * that ends what says which records, words that begin with a capital and order nothing are the tag they get, whatever else
 * they could mean.
 */
export function parseNameBehindMark(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, conditionBefore } = context;
  const mark = chunks[at - 1];
  const colon = has(mark, 'colon') && mark?.quote === undefined;
  if (!conditionBefore || !(colon || has(mark, 'arrow'))) return undefined;
  if (colon && (!isOnlyOrder(context, at) || setsField(chunks, at - 2) || !chunks.slice(0, at).some(holdsData)))
    return undefined;
  const name = capitalNameAt(context, at);
  return name && { actions: [{ type: 'addTag', value: name.value }], to: name.to };
}
