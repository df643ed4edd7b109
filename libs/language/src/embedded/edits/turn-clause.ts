import { has, isFiller } from '../cursor';
import { allOf, conjunctsOf } from '../meaning/logic-tree';
import { writeCondition } from '../meaning/write-condition';
import { isAll, type ReadStep } from './edit-step';
import { contraryOf } from './except';

/** "I meant not idle", "juist niet die van Fanuc": of what a rule says of a field the contrary, in its place. */
export const turnClause: ReadStep = ({ chunks, rule, request, understood }) => {
  const denies = chunks.some(chunk => has(chunk, 'not', 'neq'));
  if (!denies || chunks.some(chunk => has(chunk, 'also', 'or', 'only', 'enough', 'drop', 'conditionWord')))
    return undefined;
  const said = understood();
  const { meaning, cut, issues, unknown, strange } = said;
  const isCarried = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    chunks.some(
      part => part.start <= start && end <= part.end && has(part, 'correction', 'make', 'exactly', 'instead'),
    );
  if (!meaning || !isAll(said) || cut.actions.length + issues.length > 0) return undefined;
  if ([...unknown, ...strange].some(chunk => !isFiller(chunk) && !isCarried(chunk))) return undefined;
  const added = writeCondition(meaning);
  const same = contraryOf(rule.condition, added, request);
  if (same === undefined) return undefined;
  const condition = allOf(conjunctsOf(rule.condition).map(part => (part === same ? added : part)));
  return { rules: [{ ...rule, condition }], used: chunks };
};
