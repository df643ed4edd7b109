import type { JsonLogic, Token } from '../api/contracts';
import { below, isUnder } from './pointer';

export type TreeNode =
  | { readonly kind: 'all' | 'any' | 'not'; readonly at: string; readonly children: readonly TreeNode[] }
  | { readonly kind: 'clause'; readonly at: string; readonly logic: JsonLogic };

/** A condition as people draw it: groups with clauses in them, guards against empty values folded away. */
export function conditionTree(logic: JsonLogic, at = '/condition'): TreeNode {
  const node = operation(logic);
  if (node?.name === 'and' || node?.name === 'or') {
    const kept =
      node.name === 'and' ? withoutGuards(node.operands) : node.operands.map((operand, index) => ({ operand, index }));
    const only = kept.length === 1 ? kept[0] : undefined;
    // A guarded comparison is one clause, and its place is the group's, guard included.
    if (only && node.operands.length > 1) return { kind: 'clause', at, logic };
    return {
      kind: node.name === 'and' ? 'all' : 'any',
      at,
      children: kept.map(({ operand, index }) => conditionTree(operand, below(at, node.name, index))),
    };
  }
  if (node?.name === '!' && node.operands.length === 1) {
    const operand = node.operands[0] ?? null;
    const inner = operation(operand);
    const isGroup = inner !== undefined && ['and', 'or', '!'].includes(inner.name);
    const isList = typeof logic === 'object' && logic !== null && Array.isArray((logic as { '!': JsonLogic })['!']);
    if (isGroup) {
      const child = conditionTree(operand, isList ? below(at, '!', 0) : below(at, '!'));
      // A negated comparison is told as one clause ("is not more than"), its guard included.
      return child.kind === 'clause' ? { kind: 'clause', at, logic } : { kind: 'not', at, children: [child] };
    }
  }
  return { kind: 'clause', at, logic };
}

/** The words of an explanation that speak of one place: all from the first to the last of them. */
export function tokensUnder(tokens: readonly Token[], at: string): readonly Token[] {
  const speaks = (token: Token): boolean => token.at !== undefined && isUnder(token.at, at);
  const first = tokens.findIndex(speaks);
  if (first < 0) return [];
  return tokens.slice(first, tokens.findLastIndex(speaks) + 1);
}

/** The clause or action a place belongs to: what lights up together when one of its words is looked at. */
export function clauseAt(condition: JsonLogic, at: string): string {
  const action = /^\/actions\/\d+/.exec(at)?.[0];
  if (action) return action;
  const leaves = (node: TreeNode): readonly string[] =>
    node.kind === 'clause' ? [node.at] : node.children.flatMap(leaves);
  return leaves(conditionTree(condition)).find(leaf => isUnder(at, leaf)) ?? at;
}

interface Operation {
  readonly name: string;
  readonly operands: readonly JsonLogic[];
}

function operation(logic: JsonLogic): Operation | undefined {
  if (typeof logic !== 'object' || logic === null || Array.isArray(logic)) return undefined;
  const entries = Object.entries(logic as { readonly [key: string]: JsonLogic });
  const entry = entries[0];
  if (entries.length !== 1 || !entry) return undefined;
  const [name, operands] = entry;
  return { name, operands: Array.isArray(operands) ? (operands as readonly JsonLogic[]) : [operands] };
}

function withoutGuards(
  operands: readonly JsonLogic[],
): readonly { readonly operand: JsonLogic; readonly index: number }[] {
  return operands
    .map((operand, index) => ({ operand, index }))
    .filter(({ operand, index }) => !isGuardOfLater(operand, operands, index));
}

/** `x is filled`, standing before a comparison that reads x, is there for the engine, not for the reader. */
function isGuardOfLater(operand: JsonLogic, operands: readonly JsonLogic[], index: number): boolean {
  const field = guardedField(operand);
  return (
    field !== undefined &&
    operands
      .slice(index + 1)
      .some(later => guardedField(later) === undefined && isOrdering(later) && reads(later, field))
  );
}

function guardedField(logic: JsonLogic): string | undefined {
  const node = operation(logic);
  if (node?.name === '!!' && node.operands.length === 1) return variable(node.operands[0]);
  if (node?.name === '!=' && node.operands.length === 2 && node.operands[1] === null) return variable(node.operands[0]);
  return undefined;
}

function isOrdering(logic: JsonLogic): boolean {
  return ['<', '<=', '>', '>=', '==', '!='].includes(operation(logic)?.name ?? '');
}

function variable(logic: JsonLogic | undefined): string | undefined {
  const node = logic === undefined ? undefined : operation(logic);
  const name = node?.name === 'var' ? node.operands[0] : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** Whether an expression reads a field anywhere inside. */
export function reads(logic: JsonLogic, field: string): boolean {
  return fieldsOf(logic).includes(field);
}

/** The fields a condition reads, in the order they appear, each once. */
export function fieldsOf(logic: JsonLogic): readonly string[] {
  const found = new Set<string>();
  const visit = (part: JsonLogic): void => {
    const name = variable(part);
    if (name !== undefined && name !== '') found.add(name);
    else if (Array.isArray(part)) part.forEach(item => visit(item as JsonLogic));
    else if (typeof part === 'object' && part !== null)
      Object.values(part as { readonly [key: string]: JsonLogic }).forEach(visit);
  };
  visit(logic);
  return [...found];
}
