import { fieldsIn } from '../meaning/logic-tree';
import { has, isBound, isFiller } from '../cursor';
import { mentions, says } from '../saying';
import type { Chunk } from '../../grounding/link-words';
import { changedBy } from './change-actions';
import { isDemand } from './demands';
import type { ReadStep, Segment, Step } from './edit-step';

/** "move them to Leeds", "they should go to Pending as well": an order of the records that the rule selects. */
export const orderMore: ReadStep = segment => {
  const { plain, chunks, rule } = segment;
  const orders = plain.filter(
    (chunk, at) => ordersThem(chunk, plain[at + 1]) || bringsThem(chunk) || takesTag(plain, at),
  );
  if (chunks.some(chunk => isDemand(chunk) || has(chunk, ...RESTRICTING))) return undefined;
  const given = valueGiven(segment);
  if (given) return given;
  if (orders.length === 0) return undefined;
  // "set it to Leeds" may be said of what the rule looks for.
  const whom = orders.flatMap(verb => plain[plain.indexOf(verb) + 1] ?? []);
  const all =
    whom.some(chunk => says(chunk, 'themAll') || chunk.glued) ||
    orders.some(verb => bringsThem(verb) || joinsThem(verb));
  const understood = segment.orders();
  const known = fieldsIn(rule.condition);
  const isMeant = understood.cut.actions.every(
    ({ action }) =>
      action.type !== 'addTag' &&
      (!('field' in action) ||
        !known.has(action.field) ||
        (all && 'value' in action && typeof action.value === 'string')),
  );
  const step = isMeant ? changedBy(segment, () => understood) : undefined;
  if (!step) return undefined;
  const set = understood.cut.actions.flatMap(({ action }) => ('field' in action ? [action.field] : []));
  const isSet = (chunk: Chunk): boolean =>
    chunk.values.length === 0 && chunk.fields.some(({ field, score }) => score >= 0.6 && set.includes(field.name));
  const carries = (chunk: Chunk): boolean =>
    has(chunk, 'may', 'where', 'them') || orders.some(({ start }) => start === chunk.start) || isSet(chunk);
  return { ...step, used: [...step.used, ...chunks.filter(carries)] };
};

/** "geef ze ook criticaliteit B", "dagli anche criticità B": the value that one of their fields is to have. */
function valueGiven({ chunks, rule }: Segment): Step | undefined {
  const verb = chunks.find(
    (chunk, at) => isOrder(chunk) && (mentions(chunk, 'themJoined', 'themAll') || has(chunks[at + 1], 'them')),
  );
  const [value, ...others] = chunks.filter(chunk => chunk.quote === undefined && chunk.values.length > 0);
  if (!verb || !value || others.length > 0) return undefined;
  const named = chunks.filter(chunk => chunk !== value && (chunk.fields[0]?.score ?? 0) >= 0.6);
  const link = value.values.find(
    ({ field }) => field.type === 'text' && named.some(({ fields }) => fields[0]?.field.name === field.name),
  );
  const [text, ...more] = link?.stored ?? [];
  const isKnown = (chunk: Chunk): boolean =>
    chunk === verb ||
    chunk === value ||
    named.includes(chunk) ||
    isFiller(chunk) ||
    has(chunk, 'and', 'also', 'them', 'to');
  if (named.length !== 1 || !link || text === undefined || more.length > 0 || !chunks.every(isKnown)) return undefined;
  const actions = rule.actions.filter(action => !(action.type === 'setValue' && action.field === link.field.name));
  return {
    rules: [{ ...rule, actions: [...actions, { type: 'setValue', field: link.field.name, value: text }] }],
    used: chunks,
  };
}

const RESTRICTING = ['only', 'not', 'drop', 'except', 'unless'] as const;

const isOrder = (verb: Chunk): boolean =>
  verb.quote === undefined &&
  (has(verb, 'setTo', 'add', 'move', 'fill', 'remove', 'clear', 'unsupported') || says(verb, 'grants', 'bringsTo')) &&
  !has(verb, 'have', 'tag', 'tagNoun');

const joinsThem = (verb: Chunk): boolean => isOrder(verb) && says(verb, 'themJoined');

/** "move them", "give them", "ponlos": a verb of setting or giving and the records. */
const ordersThem = (verb: Chunk, whom: Chunk | undefined): boolean =>
  joinsThem(verb) ||
  (isOrder(verb) && ((has(whom, 'them') && !says(whom, 'itWord')) || (says(whom, 'themAll') && !has(whom, 'noun'))));

/** "去掉标签X": a tag that is taken off. */
const takesTag = (plain: readonly Chunk[], at: number): boolean =>
  has(plain[at], 'remove') &&
  plain[at]?.quote === undefined &&
  has(plain[at + 1], 'tagNoun') &&
  !isBound(plain[at + 2]) &&
  !has(plain[at], 'tagNoun');

/** "they should go to …", "the team becomes …" */
const bringsThem = (chunk: Chunk): boolean =>
  chunk.quote === undefined && has(chunk, 'give') && says(chunk, 'becoming', 'goesAlong', 'comesToBe');
