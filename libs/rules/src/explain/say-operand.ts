import type { Condition, OperationNode } from '../model/condition';
import type { JsonValue } from '../model/json';
import { pointerTo } from '../model/pointer';
import { findField, type Field } from '../model/record-type';
import { PERIODS } from '../model/today';
import { writeCondition } from '../json-logic/write-condition';
import type { DayOffset } from './lexicon';
import { sayDay } from './say-day';
import { sayField, type Saying } from './saying';
import { sayValue } from './say-value';
import { joinTokens, token, type Token } from './token';

/** An operand in words; `beside` is the field it is compared with, which decides how values are written. */
export function sayOperand(saying: Saying, node: Condition, at: string, beside?: Field): readonly Token[] {
  switch (node.kind) {
    case 'field':
      return node.fallback === undefined ? [sayField(saying, node.path, at)] : [sayCode(node, at)];
    case 'literal':
      return sayValue(saying, node.value, at, beside);
    case 'operation':
      return sayOperation(saying, node, at, beside) ?? [sayCode(node, at)];
    case 'list':
    case 'logic':
      return [sayCode(node, at)];
  }
}

/** The pointer of an operation's operand. */
export function operandAt(node: OperationNode, at: string, index: number): string {
  const place = pointerTo(at, node.operator);
  return node.short ? place : pointerTo(place, index);
}

/** What has no words is shown as it is written. */
export function sayCode(node: Condition, at: string): Token {
  return token('value', JSON.stringify(writeCondition(node)), at);
}

/** The field that an operand is, or is made of, where its values look like the field's. */
export function fieldOf(saying: Saying, node: Condition): Field | undefined {
  if (node.kind === 'field') return findField(saying.recordType, node.path);
  const [only] = node.kind === 'operation' && node.operator === 'lower' ? node.operands : [];
  return only && fieldOf(saying, only);
}

/** The values a list is looked for in; a list without any is shown as it is written. */
export function sayList(
  saying: Saying,
  values: readonly JsonValue[],
  at: string,
  beside: Field | undefined,
): readonly Token[] {
  if (values.length === 0) return [token('value', '[]', at)];
  const said = values.map((value, i) => sayValue(saying, value, pointerTo(at, i), beside));
  return joinTokens(said, saying.lexicon.comma, saying.lexicon.or);
}

function sayOperation(saying: Saying, node: OperationNode, at: string, beside?: Field): readonly Token[] | undefined {
  const { lexicon } = saying;
  const [first] = node.operands;
  const operands = (): readonly (readonly Token[])[] =>
    node.operands.map((operand, i) => bracketed(operand, sayOperand(saying, operand, operandAt(node, at, i))));
  switch (node.operator) {
    case 'today':
      return sayToday(saying, node, at);
    case 'lower':
      return (
        first && [...sayOperand(saying, first, operandAt(node, at, 0), beside), token('operator', lexicon.anyCase, at)]
      );
    case 'length':
      return first && [token('operator', lexicon.lengthOf, at), ...sayOperand(saying, first, operandAt(node, at, 0))];
    case '-':
      if (node.operands.length === 1) return [token('operator', '−', at), ...operands().flat()];
      return joinTokens(operands(), ` ${lexicon.arithmetic['-']} `);
    case '+':
    case '*':
    case '/':
    case '%':
      return node.operands.length > 1 ? joinTokens(operands(), ` ${lexicon.arithmetic[node.operator]} `) : undefined;
    case 'min':
    case 'max':
      return [
        token('operator', `${lexicon.arithmetic[node.operator]} `, at),
        ...joinTokens(operands(), lexicon.comma, lexicon.and),
      ];
    default:
      return undefined;
  }
}

function bracketed(node: Condition, said: readonly Token[]): readonly Token[] {
  const nested = node.kind === 'operation' && ['+', '-', '*', '/', '%', 'min', 'max'].includes(node.operator);
  return nested ? [token('group', '('), ...said, token('group', ')')] : said;
}

function sayToday({ lexicon }: Saying, node: OperationNode, at: string): readonly Token[] | undefined {
  const [offset, period] = node.operands.map(operand => (operand.kind === 'literal' ? operand.value : undefined));
  const back = PERIODS.find(known => known === period);
  if (period !== undefined && !back) return undefined;
  if (!offset) return [token('value', sayDay(lexicon.days, undefined, back), at)];
  const distance = typeof offset === 'string' ? offsetOf(offset) : undefined;
  return distance && [token('value', sayDay(lexicon.days, distance, back), at)];
}

function offsetOf(duration: string): DayOffset | undefined {
  const parts = /^([+-]?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration);
  if (!parts) return undefined;
  const sign = parts[1] === '-' ? -1 : 1;
  const [years, months, weeks, days] = [2, 3, 4, 5].map(i => sign * Number(parts[i] ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return { years, months, weeks, days };
}
