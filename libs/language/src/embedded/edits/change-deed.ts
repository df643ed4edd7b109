import type { Action } from '@lib/rules';
import { has, isFiller } from '../cursor';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, isTagging, type ReadStep } from './edit-step';
import { type Sides, sidesOf } from './replace-value';

/** "a flag instead of the tag", "turn the flag into a tag": the same said of the records in another way. */
export const changeDeed: ReadStep = ({ chunks, rule }) => {
  const sides = sidesOf(chunks);
  if (!sides) return undefined;
  const turned = turnedBy(sides, rule.actions);
  if (!turned) return undefined;
  const quote = sides.to.find(chunk => chunk.quote !== undefined);
  const about = chunks.filter(
    chunk =>
      has(chunk, 'flag', 'tag', 'tagNoun', 'insteadOf', 'notBut', 'setTo', 'replace', 'add', 'be', 'reasonNoun') ||
      chunk === quote,
  );
  if (!chunks.every(chunk => about.includes(chunk) || isCarrier(chunk) || isFiller(chunk))) return undefined;
  return { rules: [{ ...rule, actions: turned(quote?.quote) }], used: chunks };
};

const flags = (part: readonly Chunk[]): boolean => part.some(chunk => has(chunk, 'flag'));
const tags = (part: readonly Chunk[]): boolean =>
  part.some(chunk => has(chunk, 'tagNoun', 'tag') && !has(chunk, 'flag'));

/** What becomes of the actions, where one side speaks of the tag that the rule gives and the other of a flag. */
function turnedBy(
  { from, to }: Sides,
  actions: readonly Action[],
): ((name: string | undefined) => readonly Action[]) | undefined {
  if (flags(to) && tags(from) && actions.some(isTagging))
    return name => actions.map(action => (isTagging(action) ? { type: 'flag', reason: name ?? action.value } : action));
  if (tags(to) && flags(from) && actions.some(({ type }) => type === 'flag'))
    return name =>
      actions.map(action => (action.type === 'flag' ? { type: 'addTag', value: name ?? action.reason } : action));
  return undefined;
}
