import type { Field } from '@lib/rules';
import { has, isBound, isDateField, isField, isFiller, NUMERIC, TEMPORAL, WEAK } from './cursor';
import { compareDate, liesAhead, relationOf, spanTest } from './date-tests';
import { comparatorOf, type NumberOperand, numberTest, readNumberOperand, readSpread, unitFits } from './operands';
import { dateFields, linksOfTypes, ownDate, type Parsed, type ParseState, raise, testOn } from './parse-state';
import { yearComparator } from './said-numbers';
import { yearBefore } from './year-before';
import type { FieldLink } from '../grounding/field-index';
import { MOST_FIELDS } from '../grounding/field-names';
import type { Chunk } from '../grounding/link-words';
import { stem } from '../grounding/stem';

/** The number field named right behind a number ("250 employees", "over 1m in revenue"), unless it has a comparison of its own. */
function fieldBehind(
  state: ParseState,
  at: number,
): { readonly links: readonly FieldLink[]; readonly to: number } | undefined {
  let next = at;
  // "1000 patients on their panel": what is counted, then where it is kept.
  const counted = state.chunks[next];
  if (
    counted &&
    isCounted(counted) &&
    has(state.chunks[next + 1], 'of', 'in') &&
    isField(nextNamed(state.chunks, next + 1))
  )
    next++;
  while (
    next < at + 4 &&
    (has(state.chunks[next], 'of', 'det', 'in', 'filler') ||
      (state.question && has(state.chunks[next], 'as', 'for'))) &&
    !linksOfTypes(state.chunks[next], NUMERIC).length
  )
    next++;
  const chunk = state.chunks[next];
  const links = linksOfTypes(chunk, NUMERIC).filter(link => link.score >= 0.6);
  if (links.length === 0 || !chunk) return undefined;
  let after = next + 1;
  while (has(state.chunks[after], 'be', 'filler') && after < next + 3 && !has(state.chunks[after], 'with')) after++;
  const own = state.chunks[after];
  if (own && (comparatorOf(own) !== undefined || has(own, 'between')) && state.chunks[after + 1]?.number)
    return undefined;
  return { links, to: next + 1 };
}

const isCounted = (chunk: Chunk): boolean =>
  (chunk.fields[0]?.score ?? 0) < 0.85 &&
  chunk.values.length === 0 &&
  !chunk.number &&
  (has(chunk, 'noun') || isPlain(chunk));

const nextNamed = (chunks: readonly Chunk[], at: number): Chunk | undefined =>
  chunks.slice(at, at + 3).find(chunk => !has(chunk, 'of', 'in', 'det', 'filler'));

/** Words right behind a number that name nothing known: "3 open support tickets". */
function strangerBehind(state: ParseState, at: number): string | undefined {
  const words: string[] = [];
  for (let next = at; next < state.chunks.length && next < at + 4; next++) {
    const chunk = state.chunks[next];
    if (!chunk || chunk.number || chunk.quote !== undefined) break;
    const unknown =
      chunk.roles.length === 0 &&
      chunk.fields.length === 0 &&
      chunk.values.length === 0 &&
      !chunk.date &&
      /\p{L}{3}/u.test(chunk.text);
    if (!unknown) break;
    words.push(chunk.text);
  }
  return words.length > 0 ? words.join(' ') : undefined;
}

/** The word before a comparison that names nothing known: "amount is more than 4". */
function strangerBefore(state: ParseState, at: number): string | undefined {
  let before = at - 1;
  while (before > at - 4 && has(state.chunks[before], 'be', 'filler') && !isPlain(state.chunks[before])) before--;
  const chunk = state.chunks[before];
  return chunk && isPlain(chunk) ? chunk.text : undefined;
}

const isPlain = (chunk: Chunk | undefined): boolean =>
  chunk?.roles.every(role => role === 'filler') === true &&
  chunk.fields.length + chunk.values.length === 0 &&
  !chunk.number &&
  !chunk.date &&
  !/\s/.test(chunk.text) &&
  /\p{L}{3}/u.test(chunk.text);

function byUnit(state: ParseState, operand: NumberOperand): readonly FieldLink[] {
  const { grounding } = state;
  return grounding.columns.measured
    .filter(field => unitFits(field, operand.high?.unit ? operand.high : operand.number, grounding) === true)
    .slice(0, MOST_FIELDS)
    .map(field => ({ field, score: 0.7 }));
}

function byConcepts(state: ParseState, concepts: readonly string[]): readonly FieldLink[] {
  const links = concepts.flatMap((concept, i) =>
    state.grounding.fields.ofConcept(concept).map(link => ({ ...link, score: link.score * (1 - 0.1 * i) })),
  );
  return links.sort((a, b) => b.score - a.score);
}

/** The field a number belongs to where none stands before it. */
function fieldForNumber(
  state: ParseState,
  at: number,
  operand: NumberOperand,
  comparing: Chunk | undefined,
): { readonly links: readonly FieldLink[]; readonly to: number } | undefined {
  const behind = fieldBehind(state, operand.to);
  if (behind) return behind;
  const concepts = comparing?.dimensioned?.concepts;
  if (concepts) {
    const links = byConcepts(state, concepts).filter(link => link.field.type === 'number');
    if (links.length > 0) return { links: links.slice(0, 1), to: operand.to };
  }
  const named = byUnitWord(state, operand);
  if (named.length > 0) return { links: named, to: operand.to };
  // "more than 5 and at most 12 days of leave": the field stands behind the second number.
  const shared = sharedField(state, operand.to);
  if (shared) return shared;
  if (strangerBehind(state, operand.to) !== undefined) return undefined;
  const last = state.lastField;
  if (last?.type === 'number' && unitFits(last, operand.number, state.grounding) !== false)
    return { links: [{ field: last, score: 0.9 }], to: operand.to };
  const unit = byUnit(state, operand);
  if (unit.length > 0) return { links: unit, to: operand.to };
  const plausible =
    operand.number.unit || !comparing || !standsAlone(state, at, operand.to) ? [] : byRange(state, operand);
  return plausible.length > 0 ? { links: plausible, to: operand.to } : undefined;
}

function sharedField(
  state: ParseState,
  at: number,
): { readonly links: readonly FieldLink[]; readonly to: number } | undefined {
  const { chunks } = state;
  if (!has(chunks[at], 'and', 'or', 'but')) return undefined;
  let next = at + 1;
  if (comparatorOf(chunks[next]) === undefined) return undefined;
  next++;
  while (has(chunks[next], 'det', 'filler') && !chunks[next]?.number && next < at + 4) next++;
  const operand = readNumberOperand(chunks, next);
  const behind = operand && fieldBehind(state, operand.to);
  return behind && { links: behind.links, to: at };
}

/** Whether no stranger stands before or behind a comparison, that it could be about. */
function standsAlone(state: ParseState, at: number, to: number): boolean {
  const next = state.chunks[to];
  if (next && !isBound(next) && !has(next, 'and', 'or', 'noun', 'as', 'but', 'in', 'where', 'then', 'filler'))
    return false;
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const chunk = state.chunks[before];
    if (!chunk || isBound(chunk)) break;
    if (isFiller(chunk) || chunk.values.length > 0 || chunk.date || has(chunk, 'or', 'and')) continue;
    return false;
  }
  return true;
}

/** "10 units", "3 points": the unit is the name of the field. */
function byUnitWord(state: ParseState, operand: NumberOperand): readonly FieldLink[] {
  const key = operand.high?.unitKey ?? operand.number.unitKey;
  if (key === undefined) return [];
  return state.grounding.fields.lookup(stem(key)).filter(link => link.field.type === 'number' && link.score >= 0.6);
}

const AMOUNTS = ['amount', 'price', 'revenue', 'spend', 'salary', 'cost'];

/** "orders over 2k": the amount the records are about, where the number can be one; else every number field that could. */
function byRange(state: ParseState, operand: NumberOperand): readonly FieldLink[] {
  const { columns, fields: index } = state.grounding;
  const fits = (field: Field): boolean => {
    const { range } = columns.factsOf(field);
    return range === undefined || (range[0] <= operand.number.value && operand.number.value <= range[1]);
  };
  const amount = AMOUNTS.flatMap(concept => index.ofConcept(concept)).find(
    link => link.field.type === 'number' && fits(link.field),
  );
  if (amount) return [{ field: amount.field, score: 0.75 }];
  // Among so many it could be any.
  if (columns.numbers.length > MOST_FIELDS) return [];
  const fields = columns.numbers.filter(fits);
  // One field alone that the number happens to fit would be a guess.
  return fields.length > 1 ? fields.map(field => ({ field, score: 0.6 })) : [];
}

/** A comparison that no field stands before: "more than 250 employees", "cheaper than 20", "older than 2 years", "but below 60". */
export function parseBareComparison(state: ParseState, at: number, negated: boolean): Parsed | undefined {
  const { chunks, grounding } = state;
  const chunk = chunks[at];
  const spread = has(chunk, 'between', 'outside', 'from');
  const operator = comparatorOf(chunk);
  const dated = relationOf(chunk);
  if (
    !chunk ||
    (operator === undefined &&
      !spread &&
      dated === undefined &&
      !has(chunk, 'older', 'newer', 'on', 'in', 'of', 'within', 'last', 'next'))
  )
    return undefined;
  let next = at + 1;
  while (has(chunks[next], 'det', 'filler') && chunks[next]?.number === undefined && next < at + 3) next++;
  const timed = parseBareDate(state, at, next, negated) ?? parseBareYear(state, at, next);
  if (timed) return timed;
  if (operator === undefined && !spread) return undefined;
  const operand =
    (spread ? readSpread(chunks, next, 'any') : undefined) ??
    (has(chunk, 'from') ? undefined : readNumberOperand(chunks, next));
  if (!operand) return undefined;
  const target = fieldForNumber(state, at, operand, chunk);
  if (!target) {
    if (!state.question)
      raise(state, at, {
        kind: 'unknown-field',
        word: strangerBehind(state, operand.to) ?? strangerBefore(state, at) ?? chunk.text,
      });
    return undefined;
  }
  const test = testOn(state, target.links, at, target.to, field => numberTest(field, operand, operator, grounding));
  if (!test) return undefined;
  return has(chunk, 'outside')
    ? { meaning: { kind: 'not', item: test }, to: target.to }
    : { meaning: test, to: target.to };
}

/** "before 1997", "in 2006" where years are kept as numbers in one field. */
function parseBareYear(state: ParseState, at: number, next: number): Parsed | undefined {
  const chunk = state.chunks[at];
  const year = state.chunks[next];
  if (!year?.date?.bareYear || !year.number || year.quote !== undefined || state.lastField?.type === 'number')
    return undefined;
  if (dateFields(state).length > 0 || fieldBehind(state, next + 1)) return undefined;
  const operator = yearComparator(chunk, year) ?? comparatorOf(chunk) ?? (has(chunk, 'in', 'on') ? '==' : undefined);
  const { columns } = state.grounding;
  if (columns.numbers.length > MOST_FIELDS) return undefined;
  const links = columns.numbers.filter(field => columns.factsOf(field).holdsYears);
  const [only, ...others] = links;
  if (!operator || !only || others.length > 0) return undefined;
  const value = year.number.value;
  const test = testOn(state, [{ field: only, score: 0.8 }], at, next + 1, () => ({ is: 'compare', operator, value }));
  return test && { meaning: test, to: next + 1 };
}

function parseBareDate(state: ParseState, at: number, next: number, negated: boolean): Parsed | undefined {
  const { chunks } = state;
  const chunk = chunks[at];
  const date = chunks[next]?.date;
  const duration = chunks[next]?.duration;
  const concepts = chunk?.dimensioned?.concepts;
  const lean = (): readonly FieldLink[] => {
    if (state.lastField && isDateField(state.lastField)) return [{ field: state.lastField, score: 0.9 }];
    const named = concepts ? byConcepts(state, concepts).filter(link => TEMPORAL.includes(link.field.type)) : [];
    if (named[0]) return named.slice(0, 1);
    const every = dateFields(state);
    // How old a thing is counts from when it began, not from when it was last seen or will end.
    const begun = has(chunk, 'older', 'newer')
      ? every.filter(
          field => !liesAhead(field) && !/\b(last|latest|seen|updated|modified|cancel|terminat)/i.test(field.label),
        )
      : [];
    const own = every.length > 1 ? ownDate(state) : undefined;
    const all = begun.length === 1 ? begun : own ? [own] : every;
    return all.map((field: Field) => ({ field, score: all.length === 1 ? 0.75 : 0.6 }));
  };
  if (duration && !date && chunk && (concepts || has(chunk, 'older', 'newer')) && comparatorOf(chunk) !== undefined) {
    // An age in years is a number where the records have one.
    const numeric = concepts
      ? byConcepts(state, concepts).some(link => link.field.type === 'number' && link.score >= WEAK)
      : true;
    if (numeric || (!concepts && !(state.lastField && isDateField(state.lastField)))) return undefined;
    const test = testOn(state, lean(), at, next + 1, field => spanTest(field, chunk, duration.iso, negated));
    return test && { meaning: test, to: next + 1 };
  }
  const dated = ownDate(state);
  if (date && !date.bareYear && dated && relationOf(chunk) === undefined && has(chunk, 'in', 'on', 'of', 'within')) {
    const said = testOn(state, [{ field: dated, score: 0.75 }], at, next + 1, field => compareDate(field, 'on', date));
    return said && { meaning: said, to: next + 1 };
  }
  const relation = relationOf(chunk);
  if (!date || !relation || (date.bareYear && !has(chunk, 'before', 'after', 'since', 'until'))) return undefined;
  if (date.bareYear && state.lastField?.type === 'number') return undefined;
  const test = testOn(state, lean(), at, next + 1, field => compareDate(field, relation, date));
  return test && { meaning: test, to: next + 1 };
}

/** A number first: "250 employees or more", "50 to 249 employees", "15 percent or more", "zero stock". */
export function parseNumberFirst(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const chunk = chunks[at];
  if (!chunk?.number || chunk.quote !== undefined || (chunk.values.length > 0 && chunk.fields.length > 0))
    return undefined;
  const operand = readSpread(chunks, at, 'dash') ?? readNumberOperand(chunks, at);
  if (!operand) return undefined;
  const behind = yearBefore(state, at, operand) ?? fieldBehind(state, operand.to);
  let target = behind;
  let to = behind?.to ?? operand.to;
  let full = operand;
  if (behind && !operand.high && !operand.operator) {
    const suffix = suffixAt(chunks, behind.to);
    if (suffix) {
      full = { ...operand, operator: suffix.operator };
      to = suffix.to;
    }
  }
  if (!target) {
    if (operand.high === undefined && operand.operator === undefined && chunk.values.length > 0) return undefined;
    const unit =
      chunk.number.unit || operand.operator || operand.high ? fieldForNumber(state, at, operand, undefined) : undefined;
    if (!unit) {
      const stranger = strangerBehind(state, operand.to);
      if (stranger !== undefined && !state.question) raise(state, at, { kind: 'unknown-field', word: stranger });
      return undefined;
    }
    target = unit;
    to = unit.to;
  }
  const test = testOn(state, target.links, at, to, field => numberTest(field, full, undefined, grounding));
  return test && { meaning: test, to };
}

function suffixAt(
  chunks: readonly Chunk[],
  at: number,
): { readonly operator: '>=' | '<='; readonly to: number } | undefined {
  const chunk = chunks[at];
  if (has(chunk, 'orMore')) return { operator: '>=', to: at + 1 };
  if (has(chunk, 'orLess')) return { operator: '<=', to: at + 1 };
  return undefined;
}
