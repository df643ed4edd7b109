import type { JsonLogic } from '@lib/rules';
import { has } from '../cursor';
import { sameRows, selectedRows } from '../rows';
import { fieldsIn, operationOf } from '../logic-tree';
import { writeCondition } from '../write-condition';
import { isCarrier, type ReadStep } from './edit-step';

/** "the other way round", "everything this rule does not match". */
export const invert: ReadStep = ({ chunks, rule }) => {
  if (!chunks.some(chunk => has(chunk, 'invert'))) return undefined;
  const operation = operationOf(rule.condition);
  const [inner] = operation?.operator === '!' ? operation.operands : [];
  const condition: JsonLogic = inner ?? { '!': [rule.condition] };
  return {
    rules: [{ ...rule, condition }],
    used: chunks.filter(chunk => has(chunk, 'invert')),
  };
};

/** What is said besides of the fields the rule is about, after a change: which records are meant by now, all of them. */
export const restate: ReadStep = ({ chunks, rule, isFirst, wasInverted, understood, request }) => {
  if (isFirst) return undefined;
  if (chunks.every(chunk => isCarrier(chunk) || has(chunk, 'drop'))) return { rules: [rule], used: chunks };
  const { meaning, cut, issues, strange } = understood();
  if (!meaning || cut.actions.length > 0 || issues.length > 0 || strange.length > 0) return undefined;
  const said = writeCondition(meaning);
  const isSame = sameRows(selectedRows(said, request), selectedRows(rule.condition, request));
  if (isSame) return { rules: [rule], used: chunks };
  const [before, now] = [fieldsIn(rule.condition), fieldsIn(said)];
  const isWhole = wasInverted && now.size === before.size && [...now].every(field => before.has(field));
  return isWhole ? { rules: [{ ...rule, condition: said }], used: chunks } : undefined;
};
