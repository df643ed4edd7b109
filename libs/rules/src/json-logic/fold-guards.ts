import type { Condition, OperationNode } from '../model/condition';
import { pointerTo } from '../model/pointer';
import { findOperator } from '../model/operator-table';

/** A part of an `and`, with the null guards of its siblings that were only there for its sake. */
export interface Conjunct {
  readonly node: Condition;
  readonly at: string;
  readonly guards: readonly Condition[];
}

/**
 * The parts of a condition that all must hold, null guards folded into the comparisons they guard. A condition that is no
 * `and`, or whose parts fold into one, is a single part. For words, clauses and the tree only: the rule keeps its guards.
 */
export function foldGuards(node: Condition, at: string): readonly Conjunct[] {
  if (node.kind !== 'operation' || node.operator !== 'and') return [{ node, at, guards: [] }];
  const place = pointerTo(at, 'and');
  const parts = node.operands.map((part, i) => ({ node: part, at: node.short ? place : pointerTo(place, i) }));
  const guarded = new Set(parts.map(part => guardedPath(part.node)));
  // Only a test that reads nothing unguarded takes its guards in: the others are told apart from those that do.
  const complete = parts.map(part => {
    const paths = [...guardablePaths(part.node)];
    return { part, paths: new Set(paths.every(path => guarded.has(path)) ? paths : []) };
  });
  const needed = new Set(complete.flatMap(({ paths }) => [...paths]));
  const guards = parts.filter(part => needed.has(guardedPath(part.node) ?? ''));
  if (guards.length === 0) return parts.map(part => ({ ...part, guards: [] }));
  return complete
    .filter(({ part }) => !guards.includes(part))
    .map(({ part, paths }) => ({
      ...part,
      guards: guards.flatMap(guard => (paths.has(guardedPath(guard.node) ?? '') ? [guard.node] : [])),
    }));
}

/** The field of a null guard, `{"!=":[{"var":path},null]}` or the other way round. */
export function guardedPath(node: Condition): string | undefined {
  return node.kind === 'operation' && node.operator === '!=' ? comparedWithNull(node) : undefined;
}

function comparedWithNull(node: OperationNode): string | undefined {
  if (node.operands.length !== 2) return undefined;
  const field = node.operands.find(operand => operand.kind === 'field');
  const isNull = node.operands.some(operand => operand.kind === 'literal' && operand.value === null);
  return field?.kind === 'field' && isNull ? field.path : undefined;
}

/**
 * The field a node demands to be filled: a null guard, the field by itself, `{"!!":x}`, or the denial of its opposite. Not
 * not is nothing, and neither is an `and` or `or` around one part.
 */
export function filledPath(node: Condition): string | undefined {
  return demandedPath(node, true);
}

/** The field a node demands to be empty. */
export function emptyPath(node: Condition): string | undefined {
  return demandedPath(node, false);
}

function demandedPath(node: Condition, filled: boolean): string | undefined {
  if (node.kind === 'field') return filled && node.fallback === undefined ? node.path : undefined;
  if (node.kind !== 'operation') return undefined;
  const [inner] = node.operands;
  if (inner && node.operands.length === 1) {
    if (node.operator === '!') return demandedPath(inner, !filled);
    if (node.operator === '!!' || node.operator === 'and' || node.operator === 'or') return demandedPath(inner, filled);
  }
  return node.operator === (filled ? '!=' : '==') ? comparedWithNull(node) : undefined;
}

/** The fields a comparison reads in a way that empty values need a guard. */
export function guardablePaths(node: Condition): ReadonlySet<string> {
  return isGuardable(node) ? new Set(pathsOf(node)) : new Set();
}

/** The paths of the fields a node reads empty values of: logic nodes aside, and fields that something else stands in for. */
export function pathsOf(node: Condition): readonly string[] {
  switch (node.kind) {
    case 'field':
      return node.fallback === undefined ? [node.path] : [];
    case 'list':
      return node.items.flatMap(pathsOf);
    case 'operation':
      return node.operands.flatMap(pathsOf);
    case 'literal':
    case 'logic':
      return [];
  }
}

function isGuardable(node: Condition): node is OperationNode {
  if (node.kind !== 'operation' || guardedPath(node) !== undefined) return false;
  const family = findOperator(node.operator)?.family;
  if (family === 'order') return true;
  return family === 'equality' && node.operands.some(isArithmetic);
}

function isArithmetic(node: Condition): boolean {
  return node.kind === 'operation' && findOperator(node.operator)?.family === 'arithmetic';
}
