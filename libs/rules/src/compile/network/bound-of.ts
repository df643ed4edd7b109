import type { Condition, OperationNode } from '../../model/condition';
import { findOperator } from '../../model/operator-table';
import { compilePattern } from '../../model/pattern';
import { PERIODS, readDuration } from '../../model/today';
import { LONGEST_ELEMENT, LONGEST_LIST, LONGEST_TEXT } from './columns';

/** The most that judging some logic can take of a budget, and the longest text its value can be. */
export interface Bound {
  readonly steps: number;
  readonly output: number;
  readonly length: number;
}

const SHORT = 32;
const LIST_STEPS = LONGEST_LIST * (1 + (LONGEST_ELEMENT >>> 6));

/**
 * An upper bound for logic that cannot fail on fields that hold texts up to the longest, numbers, booleans or nothing;
 * `undefined` where it may fail, or nothing is known. Logic with a bound may be judged in any order, or not at all.
 */
export function boundOf(node: Condition): Bound | undefined {
  switch (node.kind) {
    case 'literal':
      return isScalar(node.value) ? { steps: 0, output: 0, length: lengthOf(node.value) } : undefined;
    case 'field':
      if (node.fallback !== undefined && !isScalar(node.fallback)) return undefined;
      return { steps: 0, output: 0, length: Math.max(LONGEST_TEXT, lengthOf(node.fallback)) };
    case 'operation':
      return boundOfOperation(node);
    case 'list':
    case 'logic':
      return undefined;
  }
}

function boundOfOperation(node: OperationNode): Bound | undefined {
  const row = findOperator(node.operator);
  if (!row || node.operands.length < row.arity.min || node.operands.length > row.arity.max) return undefined;
  let [steps, output, longest, all, looking] = [0, 0, 0, 0, 0];
  for (const [i, operand] of node.operands.entries()) {
    const bound = node.operator === 'in' && i === 1 && isListLiteral(operand) ? listBound(operand) : boundOf(operand);
    if (!bound) return undefined;
    steps += bound.steps;
    output += bound.output;
    longest = Math.max(longest, bound.length);
    all += bound.length + 1;
    looking += 1 + (bound.length >>> 6);
  }
  switch (node.operator) {
    case 'and':
    case 'or':
      return { steps, output, length: longest };
    case 'in':
    case 'contains':
      return { steps: steps + looking + all + LIST_STEPS, output, length: SHORT };
    case 'startsWith':
    case 'endsWith':
    case 'length':
      return { steps: steps + looking, output, length: SHORT };
    case 'lower':
      // Some capitals become up to three units in lower case.
      return { steps: steps + looking, output, length: all * 3 };
    case 'matches':
      return usablePattern(node.operands[1]) ? { steps: steps + looking, output, length: SHORT } : undefined;
    case 'cat':
      return { steps, output: output + all, length: all };
    case 'substr':
      return { steps, output: output + all, length: longest };
    case 'today':
      return usableDay(node.operands) ? { steps, output, length: SHORT } : undefined;
    default:
      return BOUNDED.has(node.operator) ? { steps: steps + looking, output, length: SHORT } : undefined;
  }
}

/** Operators whose value is a number or a truth, and that look at their operands once. What is not named here may do anything. */
const BOUNDED: ReadonlySet<string> = new Set([
  '!',
  '!!',
  '==',
  '!=',
  '===',
  '!==',
  '<',
  '<=',
  '>',
  '>=',
  '+',
  '-',
  '*',
  '/',
  '%',
  'min',
  'max',
]);

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : SHORT;
}

function isListLiteral(node: Condition): boolean {
  return node.kind === 'literal' && Array.isArray(node.value);
}

function listBound(node: Condition): Bound {
  return { steps: 0, output: 0, length: node.kind === 'literal' ? (node.value as readonly unknown[]).length : 0 };
}

function usablePattern(node: Condition | undefined): boolean {
  if (node?.kind !== 'literal') return false;
  return node.value === null || (typeof node.value === 'string' && compilePattern(node.value).ok);
}

function usableDay([offset, period]: readonly Condition[]): boolean {
  if (offset && (offset.kind !== 'literal' || typeof offset.value !== 'string')) return false;
  if (offset?.kind === 'literal' && offset.value !== '' && !readDuration(offset.value as string)) return false;
  if (!period) return true;
  return period.kind === 'literal' && (PERIODS as readonly unknown[]).includes(period.value);
}
