import { findField, type JsonLogic, type RecordType } from '@lib/rules';

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
const OPPOSITE: { readonly [operator: string]: string } = { '==': '!=', '!=': '==', '===': '!==', '!==': '===' };
const ARITHMETIC = new Set(['+', '-', '*', '/', '%', 'min', 'max']);

/** What an operation is made of; a lone operand may stand without brackets. */
function taken(logic: JsonLogic): readonly [string, readonly JsonLogic[]] | undefined {
  if (logic === null || typeof logic !== 'object' || Array.isArray(logic)) return undefined;
  const [entry, ...others] = Object.entries(logic as { readonly [key: string]: JsonLogic });
  if (!entry || others.length > 0) return undefined;
  return [entry[0], Array.isArray(entry[1]) ? (entry[1] as readonly JsonLogic[]) : [entry[1]]];
}

/**
 * The one way to write all conditions that are the same rule: frames around one part and double negations go, guards that
 * a comparison has all of fold into it, the field stands first, a truth is written as what it asks, an opposite has its
 * own operator where there is one, and no distance from today is none.
 */
export function canonicalCondition(logic: JsonLogic, recordType: RecordType): JsonLogic {
  const operation = taken(logic);
  if (!operation) return logic;
  const [operator, operands] = operation;
  const again = (part: JsonLogic): JsonLogic => canonicalCondition(part, recordType);
  const [first = null] = operands;
  switch (operator) {
    case 'and': {
      const parts = withoutGuards(operands);
      return parts.length === 1 ? again(parts[0] as JsonLogic) : { and: parts.map(again) };
    }
    case 'or':
      return operands.length === 1 ? again(first) : { or: operands.map(again) };
    case 'var':
      return truth(logic, recordType);
    case '!!':
      return taken(first)?.[0] === 'var' ? truth(first, recordType) : again(first);
    case '!':
      return opposite(again(first));
    case '==':
    case '!=':
    case '===':
    case '!==':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return operands.length === 2
        ? comparison(operator, operands, recordType)
        : { [operator]: operands.map(canonicalOperand) };
    default:
      return { [operator]: operands.map(canonicalOperand) };
  }
}

function opposite(inner: JsonLogic): JsonLogic {
  const [operator = '', operands = []] = taken(inner) ?? [];
  if (operator === '!') return operands[0] as JsonLogic;
  const turned = OPPOSITE[operator];
  return turned ? { [turned]: operands } : { '!': [inner] };
}

/** A field by itself: of texts, lists and days, whether it is filled; of flags, whether it is true; of numbers, more than filled. */
function truth(field: JsonLogic, recordType: RecordType): JsonLogic {
  const path = taken(field)?.[1][0];
  const type = typeof path === 'string' ? findField(recordType, path)?.type : undefined;
  if (type === 'boolean') return { '==': [field, true] };
  return type === 'date' || type === 'datetime' ? { '!=': [field, null] } : { '!!': [field] };
}

function comparison(operator: string, operands: readonly JsonLogic[], recordType: RecordType): JsonLogic {
  const [left = null, right = null] = operands.map(canonicalOperand);
  const isLiteral = (operand: JsonLogic): boolean => taken(operand) === undefined;
  const isToday = (operand: JsonLogic): boolean => taken(operand)?.[0] === 'today';
  const turn = (isLiteral(left) && !isLiteral(right)) || (isToday(left) && !isToday(right));
  const [subject, object] = turn ? [right, left] : [left, right];
  const path = taken(subject)?.[1][0];
  const type = typeof path === 'string' ? findField(recordType, path)?.type : undefined;
  if (type === 'boolean' && object === true && operator === '!=') return { '!=': [subject, true] };
  return { [turn ? (MIRROR[operator] ?? operator) : operator]: [subject, object] };
}

function canonicalOperand(logic: JsonLogic): JsonLogic {
  const operation = taken(logic);
  if (!operation) return logic;
  const [operator, operands] = operation;
  if (operator === 'var') return operands.length === 1 ? { var: operands[0] as JsonLogic } : logic;
  if (operator !== 'today') return { [operator]: operands.map(canonicalOperand) };
  const [offset = '', ...period] = operands;
  const isMoved = typeof offset === 'string' && /[1-9]/.test(offset);
  return { today: period.length > 0 ? [isMoved ? offset : '', ...period] : isMoved ? [offset] : [] };
}

/** The parts of an `and` but for the null guards of comparisons that have all theirs. */
function withoutGuards(parts: readonly JsonLogic[]): readonly JsonLogic[] {
  const guarded = new Map(parts.flatMap(part => [[guardOf(part), part] as const]));
  const needed = new Set(
    parts.flatMap(part => {
      const paths = needsGuards(part) ? [...new Set(pathsIn(part))] : [];
      return paths.every(path => guarded.has(path)) ? paths : [];
    }),
  );
  return parts.filter(part => !needed.has(guardOf(part) ?? ''));
}

function guardOf(part: JsonLogic): string | undefined {
  const [operator, [left = null, right = 0] = []] = taken(part) ?? [];
  const path = taken(left)?.[0] === 'var' ? taken(left)?.[1][0] : undefined;
  return operator === '!=' && right === null && typeof path === 'string' ? path : undefined;
}

function needsGuards(part: JsonLogic): boolean {
  const [operator = '', operands = []] = taken(part) ?? [];
  if (['<', '<=', '>', '>='].includes(operator)) return true;
  const isComputed = operands.some(operand => ARITHMETIC.has(taken(operand)?.[0] ?? ''));
  return ['==', '!=', '===', '!=='].includes(operator) && isComputed;
}

function pathsIn(logic: JsonLogic): readonly string[] {
  return [...JSON.stringify(logic).matchAll(/\{"var":"([^"]+)"\}/g)].map(([, path]) => path ?? '');
}
