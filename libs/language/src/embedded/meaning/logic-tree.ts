import type { JsonLogic } from '@lib/rules';

/** A JSON-Logic node with one operator, taken apart. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly JsonLogic[];
}

export function operationOf(node: JsonLogic | undefined): Operation | undefined {
  if (node === undefined || node === null || typeof node !== 'object' || Array.isArray(node)) return undefined;
  const [entry, ...rest] = Object.entries(node);
  if (!entry || rest.length > 0) return undefined;
  const [operator, operands] = entry;
  return { operator, operands: Array.isArray(operands) ? (operands as readonly JsonLogic[]) : [operands] };
}

const isGuard = (node: JsonLogic): boolean => {
  const operation = operationOf(node);
  return operation?.operator === '!=' && operation.operands[1] === null;
};

/** A comparison with the guards that keep empty values out is one clause. */
function isGuarded(operation: Operation): boolean {
  return (
    operation.operator === 'and' &&
    operation.operands.length > 1 &&
    operation.operands.slice(0, -1).every(isGuard) &&
    !isGuard(operation.operands[operation.operands.length - 1] ?? null)
  );
}

/** The top-level conjuncts of a condition, guards folded away. */
export function conjunctsOf(condition: JsonLogic): readonly JsonLogic[] {
  const operation = operationOf(condition);
  return operation?.operator === 'and' && !isGuarded(operation) ? operation.operands : [condition];
}

export function allOf(items: readonly JsonLogic[]): JsonLogic | undefined {
  return items.length > 1 ? { and: [...items] } : items[0];
}

/** Every field a condition reads. */
export function fieldsIn(node: JsonLogic): ReadonlySet<string> {
  const fields = new Set<string>();
  const visit = (value: JsonLogic): void => {
    const operation = operationOf(value);
    if (operation?.operator === 'var' && typeof operation.operands[0] === 'string') fields.add(operation.operands[0]);
    else if (operation) operation.operands.forEach(visit);
    else if (Array.isArray(value)) (value as readonly JsonLogic[]).forEach(visit);
  };
  visit(node);
  return fields;
}

/** Rebuilds a condition from the leaves up; `change` may replace any node. */
export function rewrite(node: JsonLogic, change: (node: JsonLogic) => JsonLogic): JsonLogic {
  const operation = operationOf(node);
  if (operation?.operator === 'var') return change(node);
  if (operation) return change({ [operation.operator]: operation.operands.map(operand => rewrite(operand, change)) });
  if (Array.isArray(node)) return change((node as readonly JsonLogic[]).map(item => rewrite(item, change)));
  return change(node);
}

/** All literals of a condition that stand beside a field. */
export function literalsIn(node: JsonLogic): readonly JsonLogic[] {
  const found: JsonLogic[] = [];
  const visit = (value: JsonLogic): void => {
    const operation = operationOf(value);
    if (operation?.operator === 'var') return;
    if (operation) operation.operands.forEach(visit);
    else if (Array.isArray(value)) (value as readonly JsonLogic[]).forEach(visit);
    else if (value !== null) found.push(value);
  };
  visit(node);
  return found;
}

const same = (a: JsonLogic, b: string): boolean => typeof a === 'string' && a.toLowerCase() === b.toLowerCase();

/** Adds a value to what a field may equal; `undefined` where the condition has no equality on it. */
export function widenEquality(condition: JsonLogic, field: string, values: readonly string[]): JsonLogic | undefined {
  let done = false;
  const widened = rewrite(condition, node => {
    const operation = operationOf(node);
    if (
      !operation ||
      done ||
      !(operation.operator === '==' || operation.operator === 'in' || operation.operator === '!=')
    )
      return node;
    const [left, right] = operation.operands;
    if (operationOf(left)?.operator !== 'var' || operationOf(left)?.operands[0] !== field || right === undefined)
      return node;
    const old: readonly JsonLogic[] = Array.isArray(right) ? (right as readonly JsonLogic[]) : [right];
    const list = [...old, ...values.filter(value => !old.some(known => same(known, value)))];
    done = true;
    const listed: JsonLogic = { in: [left as JsonLogic, list] };
    return operation.operator === '!=' ? { '!': [listed] } : listed;
  });
  return done ? widened : undefined;
}

/** Takes a value out of the lists and equalities of a condition; `undefined` where it is not there. */
export function withoutValue(
  condition: JsonLogic,
  value: string,
): { readonly condition: JsonLogic | undefined } | undefined {
  let done = false;
  const shrink = (node: JsonLogic): JsonLogic | undefined => {
    const operation = operationOf(node);
    if (!operation) return node;
    const [left, right] = operation.operands;
    if (operation.operator === 'in' && Array.isArray(right)) {
      const list = (right as readonly JsonLogic[]).filter(item => !same(item, value));
      if (list.length === (right as readonly JsonLogic[]).length) return node;
      done = true;
      if (list.length === 0) return undefined;
      return list.length === 1
        ? { '==': [left as JsonLogic, list[0] as JsonLogic] }
        : { in: [left as JsonLogic, list] };
    }
    if (
      ['==', '!=', 'contains', 'startsWith', 'endsWith', 'in'].includes(operation.operator) &&
      operation.operands.some(operand => same(operand, value))
    ) {
      done = true;
      return undefined;
    }
    if (operation.operator === 'and' || operation.operator === 'or' || operation.operator === '!') {
      const items = operation.operands.map(shrink).filter((item): item is JsonLogic => item !== undefined);
      if (items.length === 0) return undefined;
      return operation.operator === '!' || items.length > 1 ? { [operation.operator]: items } : items[0];
    }
    return node;
  };
  const left = shrink(condition);
  return done ? { condition: left } : undefined;
}

/** Takes every clause away that reads a field; `undefined` where none does. */
export function withoutField(
  condition: JsonLogic,
  field: string,
): { readonly condition: JsonLogic | undefined } | undefined {
  const drop = (node: JsonLogic): JsonLogic | undefined => {
    if (!fieldsIn(node).has(field)) return node;
    const operation = operationOf(node);
    if (!operation || isGuarded(operation) || !(operation.operator === 'and' || operation.operator === 'or'))
      return undefined;
    const items = operation.operands.map(drop).filter((item): item is JsonLogic => item !== undefined);
    return items.length > 1 ? { [operation.operator]: items } : items[0];
  };
  return fieldsIn(condition).has(field) ? { condition: drop(condition) } : undefined;
}
