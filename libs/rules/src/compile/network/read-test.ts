import { hasOneSpelling, isComposedValue } from './spelling';
import type { Condition, OperationNode } from '../../model/condition';
import type { JsonValue } from '../../model/json';
import { isTruthy } from '../../model/coercion';
import { visitCondition } from '../../json-logic/visit-condition';
import { compileNode, type Dates } from '../compile-logic';
import type { Columns } from './columns';
import { mergeRanges } from './merge-ranges';
import { type OrderSign, type Predicate, readsAsNumber, type Test } from './predicate';

/** What turns conditions of one record type into tests over the columns of one rule set. */
export interface Reader {
  readonly columns: Columns;
  readonly dates: Dates;
}

/** A condition as a test of the same truth. The condition must have a bound: what it cannot take apart becomes opaque. */
export function readTest(node: Condition, reader: Reader, negated = false): Test {
  if (node.kind === 'literal') return { kind: 'constant', value: isTruthy(node.value) !== negated };
  if (node.kind === 'operation') {
    const { operator, operands } = node;
    if (operator === 'and' || operator === 'or') {
      const tests = operands.map(operand => readTest(operand, reader, negated));
      return (operator === 'and') !== negated ? all(tests) : { kind: 'any', tests: flat('any', tests) };
    }
    const only = operands[0];
    if ((operator === '!' || operator === '!!') && only) return readTest(only, reader, negated !== (operator === '!'));
    if (operator === '!=' || operator === '!==') {
      return readTest({ ...node, operator: operator === '!=' ? '==' : '===' }, reader, !negated);
    }
  }
  const found = readPredicate(node, reader);
  if (typeof found === 'boolean') return { kind: 'constant', value: found !== negated };
  if ('tests' in found) return negated ? reader.columns.leaves.of(opaque(node, reader), true) : all(found.tests);
  return reader.columns.leaves.of(found, negated);
}

/** All of some tests: one list of them, in which two ends of a range have become one predicate. */
export function all(tests: readonly Test[]): Test {
  return { kind: 'all', tests: mergeRanges(flat('all', tests)) };
}

function flat(kind: 'all' | 'any', tests: readonly Test[]): readonly Test[] {
  for (let i = 0; i < tests.length; i++) {
    if ((tests[i] as Test).kind === kind) return tests.flatMap(test => (test.kind === kind ? test.tests : [test]));
  }
  return tests;
}

type Found = Predicate | boolean | { readonly tests: readonly Test[] };

function readPredicate(node: Condition, reader: Reader): Found {
  if (node.kind === 'field' && node.fallback === undefined) {
    const column = reader.columns.column(node.path, 'any');
    return { kind: 'true', column, seenBy: undefined };
  }
  return (node.kind === 'operation' ? readComparison(node, reader) : undefined) ?? opaque(node, reader);
}

function readComparison(node: OperationNode, reader: Reader): Found | undefined {
  // All rules are read before any of this is compiled: what is taken apart by pattern is gone through step by step until then.
  const a = node.operands[0];
  const b = node.operands[1];
  if (!a || !b) return undefined;
  switch (node.operator) {
    case '==':
    case '===':
      return readEquality(node.operator, a, b, reader) ?? readEquality(node.operator, b, a, reader);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return readOrder(node.operator, node.operands, reader);
    case 'in':
      return readMembership(a, b, reader);
    case 'contains':
      return readMention(a, b, reader);
    case 'startsWith':
      return readPrefix(a, b, true, reader);
    default:
      return undefined;
  }
}

function readEquality(operator: string, a: Condition, b: Condition, reader: Reader): Found | undefined {
  if (b.kind !== 'literal' || !isComposedValue(b.value)) return undefined;
  const { value } = b;
  if (isField(a)) {
    if (value === null) {
      const column = reader.columns.column(a.path, 'any');
      return { kind: 'null', column, seenBy: undefined };
    }
    if (typeof value === 'object') return undefined;
    const column = reader.columns.column(a.path, 'scalar');
    if (!hasOneSpelling(value)) reader.columns.needComposed(column);
    if (operator === '===') return { kind: 'same', column, value, seenBy: undefined };
    if (typeof value !== 'string' || readsAsNumber(value)) reader.columns.needNumber(column);
    return { kind: 'equal', column, value, seenBy: undefined };
  }
  if (typeof value !== 'string' || a.kind !== 'operation') return undefined;
  const source = a.operands[0];
  if (!source || !isField(source)) return undefined;
  if (a.operator === 'lower') return foldedOneOf(source.path, [value], reader);
  const size = a.operands[2];
  const wholePrefix =
    a.operator === 'substr' && a.operands.length === 3 && isZero(a.operands[1]) && size?.kind === 'literal';
  return wholePrefix && size.value === value.length ? readPrefix(source, b, false, reader) : undefined;
}

function readOrder(sign: OrderSign, operands: readonly Condition[], reader: Reader): Found | undefined {
  const a = operands[0] as Condition;
  const b = operands[1] as Condition;
  const c = operands[2];
  if (c) {
    // Only `<` and `<=` take a third operand; the others pass it over.
    if (sign !== '<' && sign !== '<=') return readOrder(sign, [a, b], reader);
    const low = readOrder(sign, [a, b], reader);
    const high = readOrder(sign, [b, c], reader);
    if (typeof low !== 'object' || typeof high !== 'object' || 'tests' in low || 'tests' in high) return undefined;
    return { tests: [reader.columns.leaves.of(low, false), reader.columns.leaves.of(high, false)] };
  }
  if (isField(a) && isBound(b)) return order(a.path, sign, b.value, reader);
  if (isBound(a) && isField(b)) return order(b.path, FLIPPED[sign], a.value, reader);
  return undefined;
}

const FLIPPED: { readonly [sign in OrderSign]: OrderSign } = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function order(path: string, sign: OrderSign, bound: number | string, { columns, dates }: Reader): Predicate {
  const column = columns.column(path, dates.has(path) ? 'dated' : 'scalar');
  if (typeof bound === 'number') columns.needNumber(column);
  return { kind: 'order', column, sign, bound, seenBy: undefined };
}

function readMembership(needle: Condition, haystack: Condition, reader: Reader): Found | undefined {
  const { columns } = reader;
  if (haystack.kind === 'literal' && Array.isArray(haystack.value)) {
    const values = haystack.value as readonly JsonValue[];
    if (!values.every(isComposedValue)) return undefined;
    if (isField(needle)) {
      const column = columns.column(needle.path, 'scalar');
      if (!values.every(hasOneSpelling)) columns.needComposed(column);
      return { kind: 'one-of', column, values, seenBy: undefined };
    }
    const [source] = needle.kind === 'operation' && needle.operator === 'lower' ? needle.operands : [];
    if (!source || !isField(source) || values.includes(null)) return undefined;
    return foldedOneOf(source.path, values.filter(isText), reader);
  }
  if (!isField(haystack) || needle.kind !== 'literal') return undefined;
  const { value } = needle;
  if (value === null || typeof value === 'object' || value === '' || !isComposedValue(value)) return undefined;
  const column = columns.column(haystack.path, 'any');
  columns.needComposed(column, !hasOneSpelling(value));
  return { kind: 'holds', column, needle: value, seenBy: undefined };
}

function readMention(haystack: Condition, needle: Condition, { columns }: Reader): Found | undefined {
  if (!isField(haystack) || needle.kind !== 'literal' || !isText(needle.value) || needle.value === '') return undefined;
  if (!isComposedValue(needle.value)) return undefined;
  const column = columns.column(haystack.path, 'any');
  columns.needLower(column);
  columns.needComposed(column, true);
  const text = needle.value.toLowerCase();
  return {
    kind: 'mentions',
    column,
    needle: text,
    seenBy: undefined,
  };
}

function readPrefix(field: Condition, prefix: Condition, folded: boolean, { columns }: Reader): Found | undefined {
  if (!isField(field) || prefix.kind !== 'literal' || !isText(prefix.value) || prefix.value === '') return undefined;
  if (!isComposedValue(prefix.value)) return undefined;
  const column = columns.column(field.path, 'scalar');
  columns.needComposed(column);
  if (folded) columns.needLower(column);
  const text = folded ? prefix.value.toLowerCase() : prefix.value;
  return {
    kind: 'prefix',
    column,
    folded,
    text,
    seenBy: undefined,
  };
}

function foldedOneOf(path: string, texts: readonly string[], { columns }: Reader): Found {
  const column = columns.column(path, 'scalar');
  columns.needLower(column);
  columns.needComposed(column);
  return { kind: 'folded-one-of', column, texts, seenBy: undefined };
}

function opaque(node: Condition, { columns, dates }: Reader): Predicate {
  const read = new Set<number>();
  for (const { node: part } of visitCondition(node, '')) {
    if (part.kind === 'field') read.add(columns.column(part.path, 'scalar'));
  }
  const [column = columns.column('', 'any')] = read;
  const evaluate = compileNode(node, '/condition', dates);
  return {
    kind: 'opaque',
    logic: JSON.stringify(node),
    column,
    columns: [...read],
    evaluate,
    seenBy: undefined,
  };
}

function isField(node: Condition): node is Extract<Condition, { kind: 'field' }> {
  return node.kind === 'field' && node.fallback === undefined;
}

/** A number, or a text that no number is comparable with, so that only texts compare with it. */
function isBound(node: Condition): node is { readonly kind: 'literal'; readonly value: number | string } {
  if (node.kind !== 'literal') return false;
  return typeof node.value === 'number' || (typeof node.value === 'string' && !readsAsNumber(node.value));
}

function isZero(node: Condition | undefined): boolean {
  return node?.kind === 'literal' && node.value === 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
