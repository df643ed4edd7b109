import { readDuration } from '@lib/rules';
import type { DatePoint } from '../../grounding/dates/dates';
import type { Meaning, TestMeaning } from './meaning';

function valuesOf({ field, test }: TestMeaning): ReadonlySet<string> | undefined {
  if (test.is === 'boolean') return new Set([String(test.value)]);
  return test.is === 'oneOf' && field.type !== 'list'
    ? new Set(test.values.flat().map(text => text.toLowerCase()))
    : undefined;
}

const areOfOneField = (one: TestMeaning, other: TestMeaning): boolean => one.field.name === other.field.name;

/** Whether two tests of one field name values of it, and none that both do. */
function areOtherValues(one: TestMeaning, other: TestMeaning): boolean {
  const [values, others] = [valuesOf(one), valuesOf(other)];
  return areOfOneField(one, other) && !!values && !!others && ![...others].some(text => values.has(text));
}

/** Whether no record can be both: other values of one field, or amounts of it that do not meet. */
export function excludes(one: Meaning, other: Meaning): boolean {
  if (one.kind !== 'test' || other.kind !== 'test' || !areOfOneField(one, other)) return false;
  if (areOtherValues(one, other)) return true;
  return (['iso', 'offset'] as const).some(kind => {
    const [span, beside] = [spanOf(one, kind), spanOf(other, kind)];
    return span !== undefined && beside !== undefined && (isBelow(span, beside) || isBelow(beside, span));
  });
}

/** "above 100 and not above 100": bounds on both sides of the very same number, of which one is the denial of the other. */
export const meetAtLimit = (one: Meaning, other: Meaning): boolean =>
  one.kind === 'test' &&
  other.kind === 'test' &&
  one.test.is === 'compare' &&
  other.test.is === 'compare' &&
  one.test.value === other.test.value &&
  excludes(one, other);

/** "over 1000 and under 500": where nothing but bounds is said, that other records are meant is a guess. */
export const guessedBound = (meaning: Meaning): Meaning =>
  meaning.kind === 'test' && meaning.test.is === 'compare' ? { ...meaning, score: meaning.score * 0.94 } : meaning;

/** A day as a number: those written as such, or those so far from today. */
function daysOf(point: DatePoint, kind: 'iso' | 'offset'): number | undefined {
  if ('iso' in point) return kind === 'iso' ? Date.parse(point.iso) / 86_400_000 : undefined;
  if (kind === 'iso' || point.period !== undefined) return undefined;
  const distance = readDuration(point.offset ?? 'P0D');
  return distance && distance.months * 30.4 + distance.days;
}

/** From where to where something lies, and whether it may be just there. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly opens?: boolean;
  readonly ends?: boolean;
}

/** Whether one ends before the other begins; where both may be at the end at which they meet, they do meet. */
const isBelow = (one: Span, other: Span): boolean =>
  one.to < other.from || (one.to === other.from && !(one.ends && other.opens));

/** From where to where an amount lies, or a day, where all that is said of it is counted alike. */
function spanOf({ test }: TestMeaning, kind: 'iso' | 'offset'): Span | undefined {
  if (test.is === 'date') {
    const [from, to] = [test.from ? daysOf(test.from, kind) : -Infinity, test.to ? daysOf(test.to, kind) : Infinity];
    return from === undefined || to === undefined ? undefined : { from, to };
  }
  if (test.is === 'range')
    return test.outside
      ? undefined
      : { from: test.low, to: test.high, opens: test.exclusive !== true, ends: !test.exclusive };
  if (test.is !== 'compare' || test.operator === '==' || test.operator === '!=') return undefined;
  const met = test.operator.endsWith('=');
  return test.operator.startsWith('>')
    ? { from: test.value, to: Infinity, opens: met }
    : { from: -Infinity, to: test.value, ends: met };
}

/** Whether one says that nothing stands in a field, and the other what stands there. */
function isEmptyAndNot(one: TestMeaning, other: TestMeaning): boolean {
  if (!areOfOneField(one, other) || (one.test.is !== 'empty' && other.test.is !== 'empty')) return false;
  const beside = one.test.is === 'empty' ? other.test : one.test;
  return beside.is === 'filled' || beside.is === 'oneOf' || beside.is === 'date' || beside.is === 'range';
}

const areApart = (one: TestMeaning, other: TestMeaning): boolean => excludes(one, other) || isEmptyAndNot(one, other);

/** Two things said of one field that no record can be at once: words were then taken for values that are none. */
export function contradictionIn(meaning: Meaning): readonly TestMeaning[] {
  if (meaning.kind === 'not') return contradictionIn(meaning.item);
  if (meaning.kind !== 'and' && meaning.kind !== 'or') return [];
  if (meaning.kind === 'and') {
    const tests = meaning.items.filter(item => item.kind === 'test');
    for (const [i, one] of tests.entries()) {
      const other = tests.slice(i + 1).find(item => areApart(one, item));
      if (other) return [one, other];
    }
  }
  return meaning.items.flatMap(contradictionIn);
}
