import type { Field } from '@lib/rules';
import { isAgeOfOther } from './age-of-other';
import { has, isStranger, WEAK } from '../../cursor';
import {
  ageRelation,
  backOf,
  compareDate,
  fromTo,
  isMoving,
  liesAhead,
  openEnd,
  relationOf,
  spanTest,
} from './date-tests';
import { byConcepts, fieldBehind } from '../numbers/number-target';
import { comparatorOf } from '../operands';
import { dateFields, ownDate, type Parsed, type ParseState, testOn } from '../parse-state';
import { yearComparator } from '../numbers/said-numbers';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';
import { fieldSays } from '../../../grounding/fields/field-senses';
import { yearFields } from '../../../grounding/fields/year-fields';
import { DATE_TYPES, isDateField } from '../../../grounding/fields/date-field';

/** "before 1997", "from 2020 onwards" where years are kept as numbers in one field, and no day of the records is of such a year. */
export function parseBareYear(state: ParseState, at: number, next: number): Parsed | undefined {
  const chunk = state.chunks[at];
  const year = state.chunks[next];
  if (!year?.date?.bareYear || !year.number || year.quote !== undefined || state.lastField?.type === 'number')
    return undefined;
  const { columns } = state.grounding;
  const value = year.number.value;
  const holds = (range: readonly [number, number] | undefined): boolean =>
    range === undefined || (range[0] <= value && value <= range[1]);
  const leansOnDay = state.lastField !== undefined && isDateField(state.lastField);
  if (leansOnDay || dateFields(state).some(field => holds(columns.factsOf(field).years))) return undefined;
  if (fieldBehind(state, next + 1)) return undefined;
  const open = has(state.chunks[next + 1], 'orMore') ? '>=' : has(state.chunks[next + 1], 'orLess') ? '<=' : undefined;
  const opened = has(chunk, 'in', 'on', 'of', 'from')
    ? (open ?? (has(chunk, 'in', 'on') ? '==' : undefined))
    : undefined;
  const operator = yearComparator(chunk, year) ?? comparatorOf(chunk) ?? opened;
  const [only, ...others] = yearFields(state.grounding);
  if (!operator || !only || others.length > 0) return undefined;
  if (dateFields(state).length > 0 && !holds(columns.factsOf(only).range)) return undefined;
  const to = open && opened === open ? next + 2 : next + 1;
  const test = testOn(state, [{ field: only, score: 0.8 }], at, to, () => ({ is: 'compare', operator, value }));
  return test && { meaning: test, to };
}

/** "más de 50 años de edad": the unit is an age. */
function saysAge({ grounding }: ParseState, chunk: Chunk | undefined): boolean {
  const key = chunk?.number?.unitKey;
  return key !== undefined && grounding.lexicons[0]?.concepts.get(key)?.includes('age') === true;
}

/** "ouvertes depuis plus de 10 jours", "abiertos desde hace 10 días": how long a state has lasted. */
const lasts = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'since') || (has(chunks[at], 'gt', 'gte', 'older') && has(chunks[at - 1], 'since', 'agoBefore'));

/** "commandes de moins d'une semaine": how long there have been such records; "offline for 10 days" is how long they are so. */
function isAgeOfRecords(chunks: readonly Chunk[], at: number, next: number): boolean {
  let before = has(chunks[at - 1], 'of', 'with') && !has(chunks[at - 1], 'noun') ? at - 2 : at - 1;
  // "máquinas de Bosch con más de 5 años"
  if ((chunks[before]?.values.length ?? 0) > 0) {
    if (!has(chunks[before - 1], 'of', 'from', 'in') || has(chunks[at - 1], 'for', 'since')) return false;
    before -= 2;
  }
  const noun = chunks[before];
  const plain = has(noun, 'noun') && !has(noun, 'people') && noun?.fields.length === 0;
  // "mit weniger als 5 Jahren Erfahrung": what is counted so is named.
  return plain && has(chunks[at], 'gt', 'gte', 'lt', 'lte') && (chunks[next + 1]?.fields.length ?? 0) === 0;
}

const RELATING = ['before', 'after', 'since', 'until'] as const;

/** "with 2010 units", "a total of 2010": what is counted or kept as a number stands beside it. */
function isAmount(state: ParseState, at: number, number: number): boolean {
  const { chunks } = state;
  // "pedidos de 2025" is of a year, "con 2010 unidades" of an amount.
  const counts = has(chunks[at], 'with', 'have') && !has(chunks[at], 'of');
  if (counts || !chunks.slice(at + 1, number).every(chunk => has(chunk, 'det'))) return true;
  // "constructed from 1960 through 1979": the year only opens a range.
  if (chunks[number + 2]?.date && !has(chunks[number + 1], 'comma', 'and', 'or')) return true;
  if (fieldBehind(state, number + 1) || isStranger(chunks[number + 1]) || chunks[number]?.values[0]) return true;
  return [chunks[at - 1], chunks[at - 2]].some(before => before?.fields[0]?.field.type === 'number');
}

/** "older than 2 years", "before 2020", "in Q3 2025": a date that no field stands before. */
export function parseBareDate(state: ParseState, at: number, next: number, negated: boolean): Parsed | undefined {
  const { chunks } = state;
  const chunk = chunks[at];
  const date = chunks[next]?.date;
  const duration = chunks[next]?.duration;
  const concepts = chunk?.dimensioned?.concepts ?? (saysAge(state, chunks[next]) ? ['age', 'birth'] : undefined);
  const aged = duration !== undefined && isAgeOfRecords(chunks, at, next);
  const lean = (): readonly FieldLink[] => {
    if (state.lastField && isDateField(state.lastField)) return [{ field: state.lastField, score: 0.9 }];
    const named = concepts ? byConcepts(state, concepts).filter(link => DATE_TYPES.includes(link.field.type)) : [];
    if (named[0]) return named.slice(0, 1);
    // "dated before May": a word that hints at several dates leaves open which of them.
    const hinted = chunks[at - 1]?.fields.filter(link => isDateField(link.field) && link.score < WEAK) ?? [];
    if (hinted.length > 1) return hinted.map(({ field }) => ({ field, score: 0.6 }));
    const every = dateFields(state);
    // How old a thing is counts from when it began, not from when it was last seen or will end.
    const begun =
      aged || has(chunk, 'older', 'newer')
        ? every.filter(field => !liesAhead(field) && !fieldSays(field, 'passed'))
        : [];
    const own = every.length > 1 && !isStranger(chunks[at - 1]) ? ownDate(state) : undefined;
    const all = begun.length === 1 ? begun : own ? [own] : every;
    return all.map((field: Field) => ({ field, score: all.length === 1 ? 0.75 : 0.6 }));
  };
  // "med mindst 15 års erfaring": a number field named behind is what is counted so.
  const counted = chunks[next + 1]?.fields[0];
  if (duration && !date && counted?.field.type === 'number' && counted.score >= 0.85) return undefined;
  const lasting = aged || (duration !== undefined && lasts(chunks, at));
  const than = comparatorOf(chunk) ?? (has(chunk, 'older') ? '>' : lasting ? '>=' : undefined);
  if (
    duration &&
    !date &&
    chunk &&
    (concepts || lasting || has(chunk, 'older', 'newer')) &&
    than !== undefined &&
    than !== '!='
  ) {
    // An age in years is a number where the records have one.
    const ages = concepts
      ? byConcepts(state, concepts).filter(link => link.field.type === 'number' && link.score >= WEAK)
      : [];
    const links = lean();
    const dateless = !ownDate(state) && !(aged && links.length === 1);
    const numeric = concepts ? ages.length > 0 && !isAgeOfOther(state, at, ages[0]?.field) : dateless;
    if (numeric) return undefined;
    const test = testOn(state, links, at, next + 1, field => spanTest(field, chunk, duration.iso, negated, than));
    return test && { meaning: test, to: next + 1 };
  }
  // "orders from 2025 onwards"
  const open = openEnd(date, chunks[next + 1]);
  const leads = has(chunk, 'in', 'on', 'of', 'from', 'within');
  const said = ageRelation(chunk) ?? relationOf(chunk) ?? (leads ? open : undefined);
  const relation = said ?? (date && leads && !(date.bareYear && isAmount(state, at, next)) ? 'on' : undefined);
  if (!date || !relation || (date.bareYear && said !== undefined && !open && !has(chunk, ...RELATING)))
    return undefined;
  if (date.bareYear && state.lastField?.type === 'number') return undefined;
  const links = lean();
  // Without a word for before or after only the one date there is can be meant.
  if (said === undefined && (links.length !== 1 || !ownDate(state))) return undefined;
  const operator = has(chunk, ...RELATING) ? undefined : comparatorOf(chunk);
  const back = isMoving(date) && operator !== undefined ? backOf(operator) : relation;
  const to = open && said !== 'before' && said !== 'after' ? next + 2 : next + 1;
  // "de diciembre a febrero": up to the end of the second.
  const last = relation === 'on' && has(chunks[to], 'to', 'until', 'dash') ? chunks[to + 1]?.date : undefined;
  const range = last && testOn(state, links, at, to + 2, field => fromTo(field, date, last));
  if (range) return { meaning: range, to: to + 2 };
  const test = testOn(state, links, at, to, field => compareDate(field, back, date));
  if (!test || relation !== 'on') return test && { meaning: test, to };
  // "from yesterday and today": no record is of both.
  const other = has(chunks[to], 'and', 'or') && !chunks[to + 1]?.date?.bareYear ? chunks[to + 1]?.date : undefined;
  const second = other && testOn(state, links, to + 1, to + 2, field => compareDate(field, 'on', other));
  return second ? { meaning: { kind: 'or', items: [test, second], closed: true }, to: to + 2 } : { meaning: test, to };
}
