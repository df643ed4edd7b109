import type { Field, JsonLogic } from '@lib/rules';
import type { Meaning, Test, TestMeaning } from './meaning';
import { type DatePoint, moveDay } from '../../grounding/dates/dates';

type Writer = (at: string, meaning: TestMeaning) => void;

const variable = (field: Field): JsonLogic => ({ var: field.name });
const filledGuard = (operand: JsonLogic): JsonLogic => ({ '!=': [operand, null] });

/** An ordering comparison that an empty value never makes true. */
function guarded(operands: readonly JsonLogic[], comparison: JsonLogic): JsonLogic {
  return { and: [...operands.map(filledGuard), comparison] };
}

function writeEmpty(field: Field): JsonLogic {
  return field.type === 'number' || field.type === 'boolean'
    ? { '==': [variable(field), null] }
    : { '!': [variable(field)] };
}

function writeFilled(field: Field): JsonLogic {
  return field.type === 'number' || field.type === 'boolean'
    ? { '!=': [variable(field), null] }
    : { '!!': [variable(field)] };
}

function writeOneOf(field: Field, { values, all }: Extract<Test, { is: 'oneOf' }>): JsonLogic {
  const x = variable(field);
  if (field.type === 'list')
    return one(
      values.map(stored =>
        one(
          stored.map(text => ({ in: [text, x] })),
          'or',
        ),
      ),
      all ? 'and' : 'or',
    );
  const varied = values.some(stored => stored.length > 1);
  const texts: readonly string[] = varied
    ? [...new Set(values.flat().map(text => text.toLowerCase()))]
    : values.map(stored => stored[0] ?? '');
  const operand: JsonLogic = varied ? { lower: [x] } : x;
  return texts.length === 1 ? { '==': [operand, texts[0] ?? ''] } : { in: [operand, [...texts]] };
}

function one(items: readonly JsonLogic[], operator: 'and' | 'or'): JsonLogic {
  return items.length === 1 && items[0] !== undefined ? items[0] : { [operator]: [...items] };
}

function writePoint(point: DatePoint): JsonLogic {
  if ('iso' in point) return point.iso;
  if (point.period !== undefined) return { today: [point.offset ?? 'P0D', point.period] };
  return { today: point.offset === undefined ? [] : [point.offset] };
}

/** The day behind one that is taken in whole: times of that day are before it. */
function dayAfter(point: DatePoint): DatePoint {
  if ('iso' in point) return { iso: moveDay(point.iso, 1) };
  if (point.period !== undefined) return point;
  if (point.offset === undefined) return { offset: 'P1D' };
  const days = /^P(\d+)D$/.exec(point.offset);
  return days
    ? { offset: `P${Number(days[1]) + 1}D` }
    : /^P[^DW]+$/.test(point.offset)
      ? { offset: `${point.offset}1D` }
      : point;
}

const samePoint = (a: DatePoint, b: DatePoint): boolean =>
  JSON.stringify(writePoint(a)) === JSON.stringify(writePoint(b));
const isToday = (point: DatePoint): boolean =>
  !('iso' in point) && point.offset === undefined && point.period === undefined;

function writeDate(field: Field, test: Extract<Test, { is: 'date' }>): JsonLogic {
  const x = variable(field);
  const { from, to } = test;
  if (from && to) {
    if (samePoint(from, to)) return { '==': [x, writePoint(from)] };
    if (field.type === 'date' && 'iso' in from && 'iso' in to) {
      const lastDay = moveDay(to.iso, -1);
      return lastDay === from.iso ? { '==': [x, from.iso] } : { '<=': [from.iso, x, lastDay] };
    }
    if (field.type === 'date' && (isToday(to) || isToday(from)) && test.toIncluded)
      return { '<=': [writePoint(from), x, writePoint(to)] };
    return {
      and: [
        { '>=': [x, writePoint(from)] },
        test.toIncluded && field.type === 'date'
          ? { '<=': [x, writePoint(to)] }
          : { '<': [x, writePoint(test.toIncluded ? dayAfter(to) : to)] },
      ],
    };
  }
  if (from) {
    if (field.type === 'date' && test.toIncluded) return { '>': [x, writePoint(from)] };
    return { '>=': [x, writePoint(from)] };
  }
  if (to) return { [test.toIncluded ? '<=' : '<']: [x, writePoint(to)] };
  return writeFilled(field);
}

function writeText(field: Field, test: Extract<Test, { is: 'text' }>): JsonLogic {
  return one(
    test.texts.map(text => ({ [test.operator]: [variable(field), text] })),
    test.all ? 'and' : 'or',
  );
}

/** One test as standard JSON-Logic and the seven added operators, guarded as rules are. */
export function writeTest({ field, test }: Pick<TestMeaning, 'field' | 'test'>): JsonLogic {
  const x = variable(field);
  switch (test.is) {
    case 'compare':
      return test.operator === '==' || test.operator === '!='
        ? { [test.operator]: [x, test.value] }
        : guarded([x], { [test.operator]: [x, test.value] });
    case 'range':
      if (test.outside) return guarded([x], { or: [{ '<': [x, test.low] }, { '>': [x, test.high] }] });
      if (test.exclusive === 'high') return guarded([x], { and: [{ '>=': [x, test.low] }, { '<': [x, test.high] }] });
      return guarded([x], { [test.exclusive ? '<' : '<=']: [test.low, x, test.high] });
    case 'oneOf':
      return writeOneOf(field, test);
    case 'empty':
      return writeEmpty(field);
    case 'filled':
      return writeFilled(field);
    case 'boolean':
      return test.orEmpty ? { '!=': [x, !test.value] } : { '==': [x, test.value] };
    case 'text':
      return writeText(field, test);
    case 'length':
      return test.operator === '==' || test.operator === '!='
        ? { [test.operator]: [{ length: [x] }, test.value] }
        : guarded([x], { [test.operator]: [{ length: [x] }, test.value] });
    case 'date':
      return writeDate(field, test);
    case 'field': {
      const other: JsonLogic =
        test.factor === undefined ? variable(test.other) : { '*': [test.factor, variable(test.other)] };
      const comparison: JsonLogic = { [test.operator]: [x, other] };
      return test.operator === '==' || test.operator === '!='
        ? comparison
        : guarded([x, variable(test.other)], comparison);
    }
    case 'named':
      return test.use.condition;
    case 'computed': {
      const other = variable(test.other);
      const comparison: JsonLogic = { [test.operator]: [{ [test.sign]: [x, other] }, test.value] };
      return guarded([x, other], comparison);
    }
    case 'has': {
      const held = one(
        test.values.map(value => ({ in: [value, x] })),
        test.all ? 'and' : 'or',
      );
      return test.only ? { and: [held, { '==': [{ length: [x] }, test.values.length] }] } : held;
    }
  }
}

/** `!=` where a single value is negated, `!` of the written form elsewhere. */
function writeNot(item: Meaning, at: string, seen: Writer): JsonLogic {
  if (item.kind === 'test') {
    const written = writeTest(item);
    const equality =
      written !== null && typeof written === 'object' && !Array.isArray(written)
        ? (written as { readonly '=='?: JsonLogic })['==']
        : undefined;
    if (equality !== undefined && Array.isArray(equality) && item.test.is !== 'date' && item.test.is !== 'named') {
      seen(at, item);
      return { '!=': equality as readonly JsonLogic[] };
    }
  }
  return { '!': [write(item, `${at}/!/0`, seen)] };
}

function write(meaning: Meaning, at: string, seen: Writer): JsonLogic {
  switch (meaning.kind) {
    case 'test':
      seen(at, meaning);
      return writeTest(meaning);
    case 'not':
      return writeNot(meaning.item, at, seen);
    case 'given':
      return meaning.logic;
    case 'and':
    case 'or':
      return { [meaning.kind]: meaning.items.map((item, i) => write(item, `${at}/${meaning.kind}/${i}`, seen)) };
  }
}

/** Writes a meaning as JSON-Logic; `seen` learns where (JSON pointer) each test was put. */
export function writeCondition(meaning: Meaning, seen: Writer = () => undefined, at = '/condition'): JsonLogic {
  return write(meaning, at, seen);
}
