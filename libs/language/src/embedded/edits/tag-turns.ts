import type { Action } from '@lib/rules';
import { has, isBound, isFiller, isUnknown } from '../cursor';
import { literalsIn } from '../meaning/logic-tree';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, isTagging, type ReadStep, sameText } from './edit-step';
import { sidesOf } from './replace-value';

const takesOff = (chunk: Chunk): boolean => has(chunk, 'remove', 'drop') && !has(chunk, 'tagNoun');

const putsOn = (chunk: Chunk): boolean =>
  (has(chunk, 'add', 'setTo', 'tag') || says(chunk, 'putsOn')) && !has(chunk, 'tagNoun') && !takesOff(chunk);

const carries = (chunk: Chunk): boolean =>
  isCarrier(chunk) ||
  isFiller(chunk) ||
  isBound(chunk) ||
  has(chunk, 'tagNoun', 'tag', 'off', 'give', 'may', 'them', 'be', 'outWord', 'because', 'allTags');

const saysData = (chunk: Chunk): boolean =>
  chunk.quote !== undefined || chunk.number !== undefined || (chunk.values.length > 0 && !takesOff(chunk));

/** "remove that tag instead of adding it", "the tag should be removed, not added": the tag that a rule gives, taken off. */
export const turnTag: ReadStep = ({ chunks, rule }) => {
  const [tagging, ...others] = rule.actions.filter(isTagging);
  const sides = sidesOf(chunks);
  if (!sides || !tagging || others.length > 0 || !chunks.some(chunk => has(chunk, 'tagNoun', 'tag', 'them')))
    return undefined;
  const [off, on] = [sides.to.some(takesOff), sides.to.some(putsOn)];
  const [wasOff, wasOn] = [sides.from.some(takesOff), sides.from.some(putsOn)];
  const type = off && !wasOff && wasOn ? 'removeTag' : on && !off && wasOff ? 'addTag' : undefined;
  const isKnown = (chunk: Chunk): boolean =>
    takesOff(chunk) || putsOn(chunk) || carries(chunk) || has(chunk, 'insteadOf', 'instead', 'not', 'notBut', 'does');
  if (type === undefined || type === tagging.type || chunks.some(saysData) || !chunks.every(isKnown)) return undefined;
  const turned: Action = type === 'addTag' ? { type, value: tagging.value } : { type, value: tagging.value };
  const actions = rule.actions.map(action => (action === tagging ? turned : action));
  return { rules: [{ ...rule, actions }], used: chunks };
};

/** "remove the Mentor tag instead", "remove Mentor as well": a tag that the rule looks for, taken off the records it finds. */
export const untagInstead: ReadStep = ({ chunks, rule, before, isFirst }) => {
  const [named, ...more] = chunks.filter(({ values }) => values.some(({ field }) => field.type === 'list'));
  const tag = named?.values.find(({ field }) => field.type === 'list')?.stored[0];
  if (tag === undefined || more.length > 0 || !literalsIn(rule.condition).some(one => sameText(one, tag)))
    return undefined;
  // "don't add Coach, remove Mentor"
  const ended = !isFirst && before.actions.length > rule.actions.length;
  const instead = ended || chunks.some(chunk => has(chunk, 'instead'));
  const saysTag = instead || chunks.some(chunk => has(chunk, 'also', 'tagNoun'));
  const isKnown = (chunk: Chunk): boolean => chunk === named || takesOff(chunk) || carries(chunk);
  if (!saysTag || !chunks.some(takesOff) || chunks.some(isOfClause) || !chunks.every(isKnown)) return undefined;
  const kept = instead ? rule.actions.filter(action => !isTagging(action)) : rule.actions;
  return { rules: [{ ...rule, actions: [...kept, { type: 'removeTag', value: tag }] }], used: chunks };
};

const isOfClause = (chunk: Chunk): boolean => has(chunk, 'conditionWord', 'not', 'insteadOf', 'only', 'outWord');

/** "take the Urgent tag off as well": a tag that the rule does not give is to be taken off the records besides. */
export const untagToo: ReadStep = ({ chunks, rule }) => {
  if (!chunks.some(chunk => has(chunk, 'also')) || !chunks.some(chunk => has(chunk, 'tagNoun'))) return undefined;
  if (!chunks.some(takesOff) || chunks.some(chunk => has(chunk, 'conditionWord', 'not', 'insteadOf'))) return undefined;
  const held = literalsIn(rule.condition);
  const [named, ...more] = chunks.filter(
    chunk =>
      chunk.quote !== undefined ||
      chunk.values.some(({ field }) => field.type === 'list') ||
      (isUnknown(chunk) && held.some(literal => sameText(literal, chunk.text))),
  );
  const isKnown = (chunk: Chunk): boolean => chunk === named || takesOff(chunk) || carries(chunk);
  const name = named?.quote ?? named?.values.find(({ field }) => field.type === 'list')?.stored[0] ?? named?.text;
  if (name === undefined || more.length > 0 || !chunks.every(isKnown)) return undefined;
  if (rule.actions.some(action => isTagging(action) && sameText(action.value, name))) return undefined;
  return { rules: [{ ...rule, actions: [...rule.actions, { type: 'removeTag', value: name }] }], used: chunks };
};
