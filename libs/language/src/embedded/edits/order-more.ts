import { fieldsIn } from '../logic-tree';
import { has } from '../cursor';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';
import { changedBy } from './change-actions';
import { isDemand } from './demands';
import type { ReadStep } from './edit-step';

/** "move them to Leeds", "they should go to Pending as well": an order of the records that the rule selects. */
export const orderMore: ReadStep = segment => {
  const { plain, chunks, rule } = segment;
  const alone = plain.some((chunk, at) => ordersThem(chunk, plain[at + 1]) && says(plain[at + 1], 'themAlone'));
  if (!alone && !plain.some((chunk, at) => ordersThem(chunk, plain[at + 1]) || bringsThem(chunk))) return undefined;
  if (chunks.some(chunk => isDemand(chunk) || has(chunk, 'only', 'not', 'drop', 'except', 'unless'))) return undefined;
  const orders = segment.orders();
  const known = fieldsIn(rule.condition);
  const isMeant = orders.cut.actions.every(
    ({ action }) => action.type !== 'addTag' && (alone || !('field' in action && known.has(action.field))),
  );
  const step = isMeant ? changedBy(segment, () => orders) : undefined;
  if (!step) return undefined;
  const set = orders.cut.actions.flatMap(({ action }) => ('field' in action ? [action.field] : []));
  const isSet = (chunk: Chunk): boolean =>
    chunk.values.length === 0 && chunk.fields.some(({ field, score }) => score >= 0.6 && set.includes(field.name));
  return { ...step, used: [...step.used, ...chunks.filter(chunk => isSet(chunk) || has(chunk, 'may', 'where'))] };
};

/** "move them", "give them": a verb of setting or giving and the records. */
const ordersThem = (verb: Chunk, whom: Chunk | undefined): boolean =>
  verb.quote === undefined &&
  (has(verb, 'setTo', 'add', 'move', 'fill', 'remove', 'clear', 'unsupported') || says(verb, 'grants', 'bringsTo')) &&
  !has(verb, 'have', 'tag', 'tagNoun') &&
  has(whom, 'them') &&
  !says(whom, 'itWord');

/** "they should go to …", "the team becomes …" */
const bringsThem = (chunk: Chunk): boolean =>
  chunk.quote === undefined && has(chunk, 'give') && says(chunk, 'becoming', 'goesAlong', 'comesToBe');
