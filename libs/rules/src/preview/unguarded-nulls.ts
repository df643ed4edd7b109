import { isTruthy } from '../model/coercion';
import type { Condition, OperationNode } from '../model/condition';
import type { Problem } from '../model/problem';
import type { DataRecord } from '../model/record';
import { findField } from '../model/record-type';
import type { ValidRule } from '../model/rule';
import { emptyPath, filledPath, guardablePaths } from '../json-logic/fold-guards';
import { readNode } from '../json-logic/read-condition';
import { operandAt } from '../explain/say-operand';
import { fieldWords } from '../explain/saying';
import { lexiconFor } from '../explain/lexicons';
import { compileNode, datesOf } from '../compile/compile-logic';
import { guarded } from '../compile/guarded';
import type { Judged } from './preview';
import type { Steps } from '../model/steps';

interface Unguarded {
  readonly node: OperationNode;
  readonly at: string;
  readonly paths: readonly string[];
}

/** Comparisons that an empty value can make true, each with the number of records it takes in for no other reason. */
export function* unguardedNulls(
  rule: ValidRule,
  sample: readonly DataRecord[],
  options: Judged,
): Steps<readonly Problem[]> {
  const condition = readNode(rule.condition);
  const problems: Problem[] = [];
  for (const found of findUnguarded(condition, '/condition', new Set())) {
    if (!holdsWhenEmpty(found.node, options)) continue;
    const nullable = found.paths.filter(path => findField(options.recordType, path)?.nullable !== false);
    const takenIn = yield* countTakenIn(condition, found, sample, options);
    if (nullable.length > 0 || takenIn > 0) problems.push(warning(found.at, nullable, takenIn, options));
  }
  return problems;
}

function warning(at: string, nullable: readonly string[], takenIn: number, { recordType, language }: Judged): Problem {
  const saying = { lexicon: lexiconFor(language), recordType };
  const names = nullable.map(path => fieldWords(saying, path)).join(' or ') || 'value';
  const records = takenIn === 0 ? 'No record' : takenIn === 1 ? '1 record' : `${takenIn} records`;
  const message = `An empty ${names} counts as 0 here. ${records} of the sample ${takenIn > 1 ? 'match' : 'matches'} only because of that.`;
  return { severity: 'warning', code: 'unguarded-null', at, message, hint: 'Ask for the field to be filled as well.' };
}

function findUnguarded(node: Condition, at: string, guardedPaths: ReadonlySet<string>): readonly Unguarded[] {
  if (node.kind !== 'operation') return [];
  const paths = [...guardablePaths(node)].filter(path => !guardedPaths.has(path));
  if (paths.length > 0) return [{ node, at, paths }];
  if (guardablePaths(node).size > 0) return [];
  const inside = new Set([
    ...guardedPaths,
    ...(node.operator === 'and' ? guardsOf(node) : node.operator === 'or' ? emptiesOf(node) : []),
  ]);
  return node.operands.flatMap((operand, i) => findUnguarded(operand, operandAt(node, at, i), inside));
}

function guardsOf(node: OperationNode): readonly string[] {
  return node.operands.flatMap(operand => filledPath(operand) ?? []);
}

/** In an `or`, empties are wanted where another arm asks for them. */
function emptiesOf(node: OperationNode): readonly string[] {
  return node.operands.flatMap(operand => emptyPath(operand) ?? []);
}

function holdsWhenEmpty(node: Condition, { clock }: Judged): boolean {
  const holds = compileNode(node, '');
  const result = guarded(clock, run => isTruthy(holds({}, run)));
  return !result.ok || result.value || (node.kind === 'operation' && guardablePaths(node).size > 1);
}

function* countTakenIn(
  condition: Condition,
  found: Unguarded,
  sample: readonly DataRecord[],
  { clock, judged, recordType }: Judged,
): Steps<number> {
  const holds = compileNode(replaced(condition, found), '/condition', datesOf(recordType));
  let count = 0;
  for (const [i, record] of sample.entries()) {
    if (!judged[i]) continue;
    const strict = guarded(clock, run => isTruthy(holds(record, run)));
    if (strict.ok && !strict.value) count++;
    yield;
  }
  return count;
}

/** The condition with the comparison guarded. */
function replaced(condition: Condition, { node, paths }: Unguarded): Condition {
  if (condition === node) {
    const guards = paths.map((path): Condition => ({
      kind: 'operation',
      operator: '!=',
      operands: [
        { kind: 'field', path, short: true },
        { kind: 'literal', value: null },
      ],
      short: false,
    }));
    return { kind: 'operation', operator: 'and', operands: [...guards, node], short: false };
  }
  if (condition.kind !== 'operation') return condition;
  return { ...condition, operands: condition.operands.map(operand => replaced(operand, { node, paths, at: '' })) };
}
