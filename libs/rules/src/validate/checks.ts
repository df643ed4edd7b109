import type { Check } from './check';
import { knownField } from './checks/known-field';
import { knownName } from './checks/known-name';
import { knownOperator } from './checks/known-operator';
import { knownSpan } from './checks/known-span';
import { lowerCaseValue } from './checks/lower-case-value';
import { noConflict } from './checks/no-conflict';
import { operandCount } from './checks/operand-count';
import { operandType } from './checks/operand-type';
import { prototypeName } from './checks/prototype-name';
import { readableFormat } from './checks/readable-format';
import { readableTag } from './checks/readable-tag';
import { replacementPattern } from './checks/replacement-pattern';
import { saysSomething } from './checks/says-something';
import { shownAsCode } from './checks/shown-as-code';
import { singleKey } from './checks/single-key';
import { usablePattern } from './checks/usable-pattern';
import { writableTarget } from './checks/writable-target';

/** Every law a rule is held to, in the order its problems are told. */
export const CHECKS: readonly Check[] = [
  knownOperator,
  operandCount,
  singleKey,
  prototypeName,
  knownField,
  operandType,
  knownName,
  lowerCaseValue,
  usablePattern,
  replacementPattern,
  readableFormat,
  readableTag,
  knownSpan,
  writableTarget,
  noConflict,
  saysSomething,
  shownAsCode,
];
