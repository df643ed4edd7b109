import type { Action, Field } from '@lib/rules';
import type { ActionContext, FoundAction } from '../action-text';
import { has, isSmall } from '../../cursor';
import { closesSaying, opensSaying, says } from '../../saying';
import { valueOf } from '../../conditions/operands';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** A score of the very name of a field, and of one in another language or with a general word ("customer name"). */
const OWN_NAME = 1;
const NAMED = 0.9;

/**
 * "set coupon to the customer", "fill empty coupon with the customer": what is to be written is called exactly like another
 * field, stands without quotes and is held by no record, so that it is what that field holds.
 */
export function copyingField(
  found: FoundAction,
  { chunks, tags, text }: ActionContext,
  at: number,
  grounding: Grounding,
): FoundAction {
  const [action] = found.actions;
  if (found.actions.length !== 1 || (action?.type !== 'setValue' && action?.type !== 'fillEmpty')) return found;
  const into = grounding.recordType.fields.find(({ name }) => name === action.field);
  if (!into || typeof action.value !== 'string') return found;
  for (let i = at; i < found.to; i++) {
    // "to the buyer | name": that it is a name says nothing more.
    const to = says(chunks[i + 1], 'naming') && i + 1 < found.to ? i + 1 : i;
    const whole = text.slice(chunks[i]?.start, chunks[to]?.end) === action.value;
    const from = whole ? sourceAt(chunks, i, into, grounding) : undefined;
    if (!from || from.name === tags || inside(chunks, i)) continue;
    const copy: Action = { type: 'copyValue', from: from.name, to: into.name };
    if (action.type === 'setValue') return { ...found, actions: [copy] };
    const empty = chunks.findIndex((chunk, n) => n > at && n < i && has(chunk, 'empty', 'without'));
    if (empty < 0) return { ...found, actions: [copy] };
    // "fill empty coupon | with": that it is empty is said with the order.
    const joint = chunks.findLastIndex((chunk, n) => n > empty && n < i && has(chunk, 'with', 'to', 'into', 'as'));
    if (joint > empty) return { ...found, actions: [copy], inner: [at + 1, joint] };
  }
  return found;
}

/** The other field that a chunk is the name of: of a text by its own name, of anything behind an article. */
function sourceAt(chunks: readonly Chunk[], at: number, into: Field, { lexicons }: Grounding): Field | undefined {
  const chunk = chunks[at];
  const [link] = chunk?.fields ?? [];
  if (!chunk || !link || chunk.quote !== undefined || link.field === into || valueOf(chunk, into)) return undefined;
  const pointed = closesSaying(chunks[at - 1], 'article') || has(chunks[at - 1], 'det');
  if (pointed) return link.score >= NAMED && link.field.type !== 'list' ? link.field : undefined;
  // "set the role to Manager": with a capital it is a name, but where every noun has one.
  const plain = isSmall(chunk) || lexicons[0]?.capitalNouns === true;
  const named = link.score >= OWN_NAME || (link.score >= NAMED && chunk.key.includes(' '));
  return plain && named && link.field.type === 'text' ? link.field : undefined;
}

/** "put the customer in the coupon": what leads into a field tells where something is put, not what. */
const inside = (chunks: readonly Chunk[], at: number): boolean =>
  [chunks[at - 1], chunks[at - 2]].some(
    chunk => opensSaying(chunk, 'inside') && !opensSaying(chunk, 'towards') && chunk?.quote === undefined,
  );
