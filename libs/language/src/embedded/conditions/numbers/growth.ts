import type { Field } from '@lib/rules';
import { has } from '../../cursor';
import type { Ordering, Test } from '../../meaning/meaning';
import { comparatorOf, inUnitOf, readNumberOperand } from '../operands';
import { fieldMention, type Parsed, type ParseState, spanOf } from '../parse-state';
import { partAt } from './parts';
import { wordsOf } from '../../../grounding/words/fold';
import { isGeneralWord } from '../../../grounding/fields/general-words';
import { fieldSays } from '../../../grounding/fields/field-senses';
import type { Grounding } from '../../../grounding/link-words';
import { stem } from '../../../grounding/words/stem';

/** Two numbers of a record that are the same at two times: pay now and last year, the price paid and what is left of it. */
export interface Course {
  readonly before: Field;
  readonly now: Field;
}

const known = new WeakMap<Grounding, readonly Course[]>();

const wordsIn = ({ label, name }: Field): ReadonlySet<string> =>
  new Set(
    wordsOf(`${label} ${name}`)
      .filter(word => !isGeneralWord(word))
      .map(stem),
  );

/** Of these fields the one alone that shares the most words with another. */
function nearest(field: Field, others: readonly Field[]): Field | undefined {
  const own = wordsIn(field);
  const shared = others.map(other => [...wordsIn(other)].filter(word => own.has(word)).length);
  const most = Math.max(0, ...shared);
  return most > 0 && shared.filter(count => count === most).length === 1 ? others[shared.indexOf(most)] : undefined;
}

export function coursesOf(grounding: Grounding): readonly Course[] {
  const made = known.get(grounding);
  if (made) return made;
  const courses: Course[] = [];
  const { numbers } = grounding.columns;
  const later = numbers.filter(field => !fieldSays(field, 'earlier'));
  for (const before of numbers.filter(field => fieldSays(field, 'earlier'))) {
    const now = nearest(before, later);
    if (now) courses.push({ before, now });
  }
  const before = numbers.find(field => fieldSays(field, 'boughtFor'));
  const now = numbers.find(field => fieldSays(field, 'worthNow'));
  if (before && now && before !== now) courses.push({ before, now });
  known.set(grounding, courses);
  return courses;
}

const TURNED: Readonly<Record<Ordering, Ordering>> = { '>': '<', '>=': '<=', '<': '>', '<=': '>=' };

const SMALL = ['be', 'have', 'filler', 'where', 'det', 'of', 'byAmount', 'in', 'then'] as const;

/** "pay went up by more than 10 %", "got a raise of over 5k", "lost more than half of its purchase price". */
export function parseGrowth(state: ParseState, at: number): Parsed | undefined {
  const courses = coursesOf(state.grounding);
  if (courses.length === 0) return undefined;
  const { chunks } = state;
  const subject = subjectAt(state, at, courses);
  let next = subject?.to ?? at;
  while (next < at + 6 && has(chunks[next], ...SMALL) && !has(chunks[next], 'rose', 'fell')) next++;
  const fell = has(chunks[next], 'fell');
  if (!fell && !has(chunks[next], 'rose')) return undefined;
  const turn = next;
  // "depreciated to under a tenth of the price": what is left, not what it lost.
  const left = has(chunks[turn + 1], 'to');
  next++;
  while (next < at + 9 && has(chunks[next], ...SMALL) && comparatorOf(chunks[next]) === undefined) next++;
  const comparison = comparatorOf(chunks[next]);
  const operator: Ordering = comparison === undefined || comparison === '==' || comparison === '!=' ? '>=' : comparison;
  const from = comparison === undefined ? next : next + 1;
  const share = partAt(chunks, from);
  const operand = share.part === undefined ? readNumberOperand(chunks, from) : undefined;
  if (operand?.high || (left && share.part === undefined)) return undefined;
  const changed = share.part !== undefined ? share.to : operand ? operand.to : next;
  const named =
    subject?.course ?? courseNamed(state, changed, courses) ?? (courses.length === 1 ? courses[0] : undefined);
  // "never got a raise": the verb says of what.
  const whole = (chunks[turn]?.key.split(' ').length ?? 0) > 2;
  if (!named || (!subject && !operand && share.part === undefined && !whole)) return undefined;
  const to = behindTime(state, changed, named);
  return {
    meaning: {
      kind: 'test',
      ...tested(state, named, fell, operand?.operator === '>=' ? '>=' : operator, share.part, operand, left),
      score: 0.9,
      spans: spanOf(state, at, to),
    },
    to,
  };
}

function tested(
  state: ParseState,
  { now, before }: Course,
  fell: boolean,
  operator: Ordering,
  part: number | undefined,
  operand: ReturnType<typeof readNumberOperand>,
  left: boolean,
): { readonly field: Field; readonly test: Test } {
  state.lastField = now;
  if (part !== undefined && left) return { field: now, test: { is: 'field', operator, other: before, factor: part } };
  if (part !== undefined) {
    const factor = Number((fell ? 1 - part : 1 + part).toPrecision(12));
    return { field: now, test: { is: 'field', operator: fell ? TURNED[operator] : operator, other: before, factor } };
  }
  if (!operand) return { field: now, test: { is: 'field', operator: fell ? '<' : '>', other: before } };
  const [field, other] = fell ? [before, now] : [now, before];
  const value = inUnitOf(field, operand.number, state.grounding);
  return { field, test: { is: 'computed', sign: '-', other, operator, value } };
}

function subjectAt(
  state: ParseState,
  at: number,
  courses: readonly Course[],
): { readonly course: Course; readonly to: number } | undefined {
  const mention = fieldMention(state, has(state.chunks[at], 'det') ? at + 1 : at);
  const course = courses.find(({ now, before }) =>
    mention?.links.some(({ field, score }) => score >= 0.6 && (field === now || field === before)),
  );
  return mention && course && { course, to: mention.to };
}

/** "… of its purchase price": what it was before, behind how much it changed. */
function courseNamed(state: ParseState, at: number, courses: readonly Course[]): Course | undefined {
  let next = at;
  while (next < at + 3 && has(state.chunks[next], 'of', 'det', 'in', 'them')) next++;
  return subjectAt(state, next, courses)?.course;
}

/** "… since last year", "… of its purchase price": the time or the number it is measured against. */
function behindTime(state: ParseState, at: number, { now, before }: Course): number {
  const { chunks } = state;
  let next = at;
  while (
    next < at + 4 &&
    has(chunks[next], 'since', 'from', 'of', 'in', 'det', 'over', 'to', 'on', 'eq', 'filler', 'them') &&
    !chunks[next]?.date
  )
    next++;
  if (next === at) return at;
  if (chunks[next]?.date) return next + 1;
  const mention = fieldMention(state, next);
  const same = mention?.links.some(({ field, score }) => score >= 0.6 && (field === now || field === before));
  return mention && same ? mention.to : at;
}
