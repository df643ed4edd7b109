import { type ActionContext, endsOrder, type FoundAction } from './action-text';
import { has, isBound } from '../cursor';
import { readTags } from './tag-text';

/** Tags to be added, named from here on; a verb that ends the clause belongs to it. */
export function tagged(context: ActionContext, at: number): FoundAction {
  const read = readTags(context, at);
  if (!read) return { actions: [], to: at, issues: [{ kind: 'missing-tag' }] };
  let { to } = read;
  while (has(context.chunks[to], 'add', 'then') && !isBound(context.chunks[to]) && endsOrder(context.chunks[to + 1]))
    to++;
  return { actions: read.tags.map(value => ({ type: 'addTag', value })), to };
}
