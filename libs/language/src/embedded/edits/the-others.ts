import { has, isBound, isFiller } from '../cursor';
import { allOf, conjunctsOf, fieldsIn, literalsIn } from '../meaning/logic-tree';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, type ReadStep } from './edit-step';
import { opposite } from './invert';

/**
 * "not in those states", "everything apart from these two", "all the other providers", "those that don't match": the
 * records that the rule leaves, or those that one of its clauses does. Said behind "the other way round" it is what was
 * meant by that.
 */
export const theOthers: ReadStep = ({ chunks, rule, wasInverted }) => {
  const denials = chunks.filter(isDenial);
  const [denial] = denials;
  const behind = denial ? chunks.slice(chunks.indexOf(denial) + 1) : [];
  const isDenied = denials.length === 1 && behind.some(chunk => pointsBack(chunk) || says(chunk, 'matchesIt'));
  const others = denials.length === 0 && chunks.some(isOther);
  if (!(isDenied || others) || chunks.some(chunk => has(chunk, ...OPPOSED))) return undefined;
  const parts = conjunctsOf(rule.condition);
  const about = chunks.flatMap(chunk => {
    if (chunk.values.length > 0 || chunk.quote !== undefined || isDenial(chunk)) return [];
    const part = parts.find(one =>
      chunk.fields.some(({ field, score }) => score >= 0.5 && fieldsIn(one).has(field.name)),
    );
    return part === undefined ? [] : [{ chunk, part }];
  });
  const [first] = about;
  const turned = first?.part ?? rule.condition;
  const counted = [literalsIn(turned).length, parts.length];
  const isKnown = (chunk: Chunk): boolean =>
    chunk === denial ||
    (chunk.number !== undefined && counted.includes(chunk.number.value)) ||
    about.some(one => one.chunk === chunk) ||
    (chunk.values.length === 0 &&
      chunk.quote === undefined &&
      chunk.number === undefined &&
      (isCarrier(chunk) ||
        isFiller(chunk) ||
        isBound(chunk) ||
        isOther(chunk) ||
        pointsBack(chunk) ||
        says(chunk, 'matchesIt') ||
        has(chunk, 'allTags', 'does', 'noun', 'ones', 'wish', 'without')));
  if (!chunks.every(isKnown)) return undefined;
  if (wasInverted) return { rules: [rule], used: chunks };
  const condition = first
    ? allOf(parts.map(part => (part === first.part ? opposite(part) : part)))
    : opposite(rule.condition);
  return { rules: [{ ...rule, condition }], used: chunks };
};

/** Words that take more in, leave something out or undo it: with one of them nothing is turned round. */
const OPPOSED = ['also', 'drop', 'invert', 'holds', 'enough', 'or', 'conditionWord', 'tag', 'tagNoun', 'flag'] as const;

const isDenial = (chunk: Chunk): boolean =>
  chunk.quote === undefined && chunk.values.length === 0 && has(chunk, 'not', 'except', 'outside', 'neq');

const pointsBack = (chunk: Chunk): boolean =>
  chunk.quote === undefined && chunk.values.length === 0 && says(chunk, 'such', 'there');

const isOther = (chunk: Chunk): boolean =>
  chunk.quote === undefined && chunk.values.length === 0 && says(chunk, 'otherOnes');
