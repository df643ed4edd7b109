import { isTruthy } from '../model/coercion';
import type { Condition, OperationNode } from '../model/condition';
import type { JsonValue } from '../model/json';
import { type Field, findField } from '../model/record-type';
import { inLanguage } from '../model/language';
import { findOperator } from '../model/operator-table';
import { guardablePaths, pathsOf } from '../json-logic/fold-guards';
import { compileNode } from '../compile/compile-logic';
import { guarded } from '../compile/guarded';
import type { Wording } from './lexicon';
import type { Saying } from './saying';
import { fieldOf, operandAt, sayList, sayOperand } from './say-operand';
import { token, type Token } from './token';

const MIRROR: { readonly [operator: string]: string } = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
  '===': '===',
  '!==': '!==',
};

/** A single test in words, or its opposite. Undefined for what is no test: connectives and lists. */
export function sayTest(saying: Saying, node: Condition, at: string, negated: boolean): readonly Token[] | undefined {
  if (node.kind === 'field') return sayTruth(saying, node, at, negated);
  if (node.kind !== 'operation') return undefined;
  switch (node.operator) {
    case '==':
    case '!=':
    case '===':
    case '!==':
      return sayNull(saying, node, at, negated) ?? sayComparison(saying, node, at, negated);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return node.operands.length === 3
        ? sayRange(saying, node, at, negated)
        : sayComparison(saying, node, at, negated);
    case 'in':
      return sayMembership(saying, node, at, negated);
    case 'contains':
    case 'startsWith':
    case 'endsWith':
    case 'matches':
      return sayTextTest(saying, node, at, negated);
    default:
      return sayPredicate(saying, node, at, negated);
  }
}

/** A test, and the condition that is said with its words: itself, itself behind its guards, or the opposite of either. */
export interface Held {
  readonly held: Condition;
  readonly test: Condition;
  readonly isGuarded: boolean;
}

/** What is said after a test that holds where its fields are empty, so that nobody is surprised by them. */
export function emptyNote(saying: Saying, { held, test, isGuarded }: Held, at: string): readonly Token[] {
  const fields = [...new Set(pathsOf(test))].flatMap(path => findField(saying.recordType, path) ?? []);
  const mayBeEmpty = fields.some(({ name, nullable }) => nullable !== false && !saying.filled?.has(name));
  if (!mayBeEmpty || asksForNull(test)) return [];
  const evaluate = compileNode(held, at);
  const holds = guarded({ now: '2000-01-01T00:00:00.000Z', timeZone: 'UTC' }, run => isTruthy(evaluate({}, run)));
  const isTrue = holds.ok && holds.value;
  const { emptyIsZero, emptyIncluded } = saying.lexicon;
  const needsGuard = !isGuarded && guardablePaths(test).size > 0;
  // One of two fields being empty is enough for the other to be above or below it; no day is above or below 0.
  const isBetweenFields = fields.length > 1 && fields.some(({ type }) => type !== 'date' && type !== 'datetime');
  if (needsGuard && (isBetweenFields || (isTrue && held === test))) return [token('text', emptyIsZero, at)];
  return isTrue ? [token('text', emptyIncluded, at)] : [];
}

/** Whether emptiness is what is asked for, so that nothing about it need be added. */
function asksForNull(test: Condition): boolean {
  if (test.kind !== 'operation' || findOperator(test.operator)?.family !== 'equality') return false;
  return test.operands.some(operand => operand.kind === 'literal' && operand.value === null);
}

function wordingOf(saying: Saying, operator: string, field: Field | undefined): Wording {
  const { wordings } = saying.lexicon;
  const kind = field?.type === 'datetime' ? 'date' : field?.type;
  return (
    (kind && wordings[`${operator}:${kind}`]) || (wordings[operator] ?? { plain: operator, negated: `not ${operator}` })
  );
}

function said(wording: Wording, negated: boolean, at: string): readonly Token[] {
  return [token('text', ' '), token('operator', negated ? wording.negated : wording.plain, at), token('text', ' ')];
}

/** A field by itself is its truth: filled, and neither 0 nor false. */
export function sayTruth(
  saying: Saying,
  node: Condition,
  at: string,
  negated: boolean,
  operatorAt = at,
): readonly Token[] | undefined {
  if (node.kind !== 'field' || node.fallback !== undefined) return undefined;
  const { lexicon } = saying;
  const words: Wording =
    fieldOf(saying, node)?.type === 'number'
      ? { plain: lexicon.isFilledNotZero, negated: lexicon.isEmptyOrZero }
      : fieldOf(saying, node)?.type === 'boolean'
        ? { plain: lexicon.isTrue, negated: lexicon.isNotTrue }
        : { plain: lexicon.isFilled, negated: lexicon.isEmpty };
  return [
    ...sayOperand(saying, node, at),
    token('text', ' '),
    token('operator', negated ? words.negated : words.plain, operatorAt),
  ];
}

function sayNull(saying: Saying, node: OperationNode, at: string, negated: boolean): readonly Token[] | undefined {
  if (node.operands.length !== 2 || node.operator.length > 2) return undefined;
  const index = node.operands.findIndex(operand => operand.kind !== 'literal' || operand.value !== null);
  const other = node.operands[index];
  if (!other || node.operands.every(operand => operand.kind !== 'literal' || operand.value !== null)) return undefined;
  const empty = (node.operator === '==') !== negated;
  const { isEmpty, isFilled, isNull, isNotNull } = saying.lexicon;
  // An empty text or list is not null: of those, emptiness would say too much.
  const type = fieldOf(saying, other)?.type;
  const onlyNull = type === 'text' || type === 'list';
  const words = empty ? (onlyNull ? isNull : isEmpty) : onlyNull ? isNotNull : isFilled;
  return [...sayOperand(saying, other, operandAt(node, at, index)), token('text', ' '), token('operator', words, at)];
}

function sayComparison(
  saying: Saying,
  node: OperationNode,
  at: string,
  negated: boolean,
): readonly Token[] | undefined {
  const [left, right] = node.operands;
  if (!left || !right || node.operands.length > 2) return undefined;
  // People speak of the field first, wherever it was written.
  const turn = (left.kind === 'literal' && right.kind !== 'literal') || (isToday(left) && !isToday(right));
  const [subject, object] = turn ? [right, left] : [left, right];
  const [subjectAt, objectAt] = [operandAt(node, at, turn ? 1 : 0), operandAt(node, at, turn ? 0 : 1)];
  const field = fieldOf(saying, subject);
  const operator = turn ? (MIRROR[node.operator] ?? node.operator) : node.operator;
  const asked = withoutCase(subject, subjectAt);
  return [
    ...sayOperand(saying, asked.node, asked.at),
    ...said(wordingOf(saying, operator, field), negated, at),
    ...sayObject(saying, object, objectAt, field),
    ...caseNote(saying, asked),
  ];
}

/** What is compared with; where case is dropped there, brackets keep that apart from what is said of the subject. */
function sayObject(saying: Saying, node: Condition, at: string, beside: Field | undefined): readonly Token[] {
  const words = sayOperand(saying, node, at, beside);
  return node.kind === 'operation' && node.operator === 'lower'
    ? [token('group', '('), ...words, token('group', ')')]
    : words;
}

/** A subject, and whether it is looked at in lower case: that is said at the end of the test, not in its middle. */
interface Subject {
  readonly node: Condition;
  readonly at: string;
  /** Where case is dropped. */
  readonly anyCase?: string;
}

function withoutCase(node: Condition, at: string): Subject {
  const [only] = node.kind === 'operation' && node.operator === 'lower' ? node.operands : [];
  return only && node.kind === 'operation' ? { node: only, at: operandAt(node, at, 0), anyCase: at } : { node, at };
}

function caseNote({ lexicon }: Saying, { anyCase }: Subject): readonly Token[] {
  return anyCase === undefined ? [] : [token('operator', lexicon.anyCase, anyCase)];
}

/** A predicate of the table, said as its row says it; what it is held against comes after. */
function sayPredicate(saying: Saying, node: OperationNode, at: string, negated: boolean): readonly Token[] | undefined {
  const row = findOperator(node.operator);
  const [subject, ...others] = node.operands;
  if (!row?.says || !subject || node.operands.length > row.arity.max) return undefined;
  const words = inLanguage(row.says, saying.lexicon.language);
  return [
    ...sayOperand(saying, subject, operandAt(node, at, 0)),
    token('text', ' '),
    token('operator', negated ? words.negated : words.plain, at),
    ...others.flatMap((other, i) => [token('text', ' '), ...sayOperand(saying, other, operandAt(node, at, i + 1))]),
  ];
}

function isToday(node: Condition): boolean {
  return node.kind === 'operation' && node.operator === 'today';
}

function sayRange(saying: Saying, node: OperationNode, at: string, negated: boolean): readonly Token[] | undefined {
  const [low, subject, high] = node.operands;
  if (!low || !subject || !high) return undefined;
  const field = fieldOf(saying, subject);
  const wording = node.operator === '<=' ? saying.lexicon.between : saying.lexicon.betweenExclusive;
  return [
    ...sayOperand(saying, subject, operandAt(node, at, 1)),
    ...said(wording, negated, at),
    ...sayOperand(saying, low, operandAt(node, at, 0), field),
    token('text', saying.lexicon.betweenAnd),
    ...sayOperand(saying, high, operandAt(node, at, 2), field),
  ];
}

function sayMembership(
  saying: Saying,
  node: OperationNode,
  at: string,
  negated: boolean,
): readonly Token[] | undefined {
  const [needle, haystack] = node.operands;
  if (!needle || !haystack) return undefined;
  const [needleAt, haystackAt] = [operandAt(node, at, 0), operandAt(node, at, 1)];
  const place = fieldOf(saying, haystack);
  if (haystack.kind === 'field' && needle.kind === 'literal' && (place?.type === 'list' || place?.type === 'text')) {
    return [
      ...sayOperand(saying, haystack, haystackAt),
      ...said(wordingOf(saying, 'in', place), negated, at),
      ...quoted(saying, needle, needleAt),
    ];
  }
  const isText = haystack.kind === 'literal' && !Array.isArray(haystack.value);
  if (needle.kind === 'literal' || isText) return undefined;
  const asked = withoutCase(needle, needleAt);
  return [
    ...sayOperand(saying, asked.node, asked.at),
    ...said(wordingOf(saying, 'in', undefined), negated, at),
    ...(haystack.kind === 'literal' && Array.isArray(haystack.value)
      ? sayList(saying, haystack.value as readonly JsonValue[], haystackAt, fieldOf(saying, needle))
      : sayObject(saying, haystack, haystackAt, undefined)),
    ...caseNote(saying, asked),
  ];
}

function sayTextTest(saying: Saying, node: OperationNode, at: string, negated: boolean): readonly Token[] | undefined {
  const [subject, object] = node.operands;
  if (!subject || !object) return undefined;
  return [
    ...sayOperand(saying, subject, operandAt(node, at, 0)),
    ...said(wordingOf(saying, node.operator, fieldOf(saying, subject)), negated, at),
    ...quoted(saying, object, operandAt(node, at, 1)),
  ];
}

function quoted(saying: Saying, node: Condition, at: string): readonly Token[] {
  if (node.kind === 'literal' && typeof node.value === 'string')
    return [token('value', saying.lexicon.quote(node.value), at)];
  return sayObject(saying, node, at, undefined);
}
