import { has, isFiller } from '../cursor';
import { says } from '../saying';
import { allOf, conjunctsOf } from '../meaning/logic-tree';
import { type ReadStep } from './edit-step';

/**
 * "remove all conditions", "without any condition", "drop the filter": those of the rule, whatever field is akin to the
 * word. Of several it is asked which one is meant, unless all of them are.
 */
export const dropConditions: ReadStep = ({ chunks, rule }) => {
  const word = chunks.find(chunk => has(chunk, 'conditionWord') && chunk.fields.length + chunk.values.length === 0);
  const goes = chunks.some(chunk => chunk !== word && has(chunk, 'drop', 'without', 'no'));
  const isBare = chunks.every(
    chunk =>
      chunk === word ||
      ((chunk.number ?? chunk.date ?? chunk.quote) === undefined &&
        chunk.fields.length + chunk.values.length === 0 &&
        !says(chunk, 'dateWord', 'timeWord') &&
        (isFiller(chunk) || has(chunk, 'drop', 'without', 'no', 'allTags', 'allOf', 'any', 'everyone', 'greeting'))),
  );
  if (!word || !goes || !isBare) return undefined;
  const parts = conjunctsOf(rule.condition);
  const all =
    says(word, 'several') || chunks.some(chunk => has(chunk, 'allTags', 'allOf', 'any', 'without', 'no', 'everyone'));
  const left =
    all || parts.length === 1 ? [undefined] : parts.map(part => allOf(parts.filter(other => other !== part)));
  return { rules: left.map(condition => ({ ...rule, condition })), used: chunks };
};
