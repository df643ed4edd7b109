import { parseBareDate, parseBareYear } from '../dates/bare-date';
import { parseCount } from './counted-lists';
import { has } from '../../cursor';
import { relationOf } from '../dates/date-tests';
import { fieldBehind, fieldForNumber, strangerBefore, strangerBehind } from './number-target';
import {
  type Comparator,
  comparatorOf,
  numberTest,
  type NumberOperand,
  openFrom,
  readNumberOperand,
  readSpread,
  readSuffix,
  unitFits,
} from '../operands';
import { says } from '../../saying';
import type { IssueKind } from '../../meaning/meaning';
import { fieldMention, type Parsed, type ParseState, raise, testOn } from '../parse-state';
import { yearBefore } from '../dates/year-before';

/** A comparison that no field stands before: "more than 250 employees", "cheaper than 20", "older than 2 years", "but below 60". */
export function parseBareComparison(state: ParseState, at: number, negated: boolean): Parsed | undefined {
  const { chunks, grounding } = state;
  const chunk = chunks[at];
  const spread = has(chunk, 'between', 'outside', 'from');
  const operator = comparatorOf(chunk) ?? boundBefore(state, at);
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
  const timed = parseBareYear(state, at, next) ?? parseBareDate(state, at, next, negated);
  if (timed) return timed;
  if (operator === undefined && !spread) return undefined;
  const named = operator !== undefined && !spread ? fieldThenNumber(state, at, next, operator) : undefined;
  if (named) return named;
  const operand =
    (spread ? readSpread(chunks, next, 'any') : undefined) ??
    (has(chunk, 'from') && operator === undefined ? undefined : readNumberOperand(chunks, next));
  if (!operand) return undefined;
  const count = fieldBehind(state, operand.to) ? undefined : parseCount(state, at, operand, operator);
  if (count) return count;
  // "mehr als dreimal bestellt": how often is counted in no field unless one is named.
  if (has(chunks[next], 'double', 'triple') && !fieldBehind(state, operand.to)) return undefined;
  const target = fieldForNumber(state, at, operand, chunk);
  const said = has(chunk, 'outside') ? { ...operand, outside: true } : operand;
  if (!target) {
    if (!state.question) raise(state, at, fieldless(state, at, said, operator));
    return undefined;
  }
  const test = testOn(state, target.links, at, target.to, field => numberTest(field, said, operator, grounding));
  return test && { meaning: test, to: target.to };
}

/** "Kunden bis 50 Mitarbeiter", "klanten tot 50 medewerkers": what leads up to a day leads up to a number that is counted as well. */
function boundBefore({ chunks }: ParseState, at: number): Comparator | undefined {
  const [before, chunk, behind] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  const leads = has(chunk, 'until') && has(chunk, 'to') && !before?.number && !before?.date;
  return leads && behind?.number && !behind.date && behind.quote === undefined ? '<=' : undefined;
}

/** Fields of numbers that are offered where a comparison names none. */
const MOST_OFFERED = 4;

/** "bronze loans above 200": a word beside it names no field we know, or else any field of numbers may be meant. */
function fieldless(state: ParseState, at: number, operand: NumberOperand, operator: Comparator | undefined): IssueKind {
  const { chunks, grounding } = state;
  const stranger = strangerBehind(state, operand.to) ?? strangerBefore(state, at);
  // "within 50 km of Berlin": a unit that no field is kept in is about none of them.
  const fields = operand.number.unit ? [] : grounding.columns.numbers;
  const word = state.text.slice(chunks[at]?.start, chunks[operand.to - 1]?.end);
  if (stranger !== undefined || fields.length === 0 || fields.length > MOST_OFFERED)
    return { kind: 'unknown-field', word: stranger ?? word };
  // What is only offered was not spoken of: nothing that follows may lean on it.
  const { lastField, lastNumber } = state;
  const tests = fields.flatMap(
    field =>
      testOn(state, [{ field, score: 1 }], at, operand.to, asked => numberTest(asked, operand, operator, grounding)) ??
      [],
  );
  Object.assign(state, { lastField, lastNumber });
  return { kind: 'ambiguous-field', word, fields, tests };
}

/** "below grade 5", "over the credit limit of 5000", "more employees than 50": the field between the comparison and its number. */
function fieldThenNumber(state: ParseState, at: number, next: number, operator: Comparator): Parsed | undefined {
  const mention = fieldMention(state, next);
  const joint = mention && state.chunks[mention.to];
  const to = mention && (has(joint, 'of') || says(joint, 'than') ? mention.to + 1 : mention.to);
  const operand = to === undefined ? undefined : readNumberOperand(state.chunks, to);
  if (!mention || !operand || operand.high || operand.operator) return undefined;
  const links = mention.links.filter(({ field, score }) => field.type === 'number' && score >= 0.7);
  const test = testOn(state, links, at, operand.to, field => numberTest(field, operand, operator, state.grounding));
  return test && { meaning: test, to: operand.to };
}

/** "more than one malpractice claim", "several errors": a number of something that is counted, without a digit. */
export function parseSeveral(state: ParseState, at: number): Parsed | undefined {
  const chunk = state.chunks[at];
  if (!has(chunk, 'several') || chunk?.quote !== undefined || chunk?.values.length !== 0) return undefined;
  const target = fieldBehind(state, at + 1);
  const links = target?.links.filter(({ field, score }) => score >= (field.type === 'number' ? 0.75 : 0.8)) ?? [];
  const test = target && testOn(state, links, at, target.to, () => ({ is: 'compare', operator: '>', value: 1 }), 0.95);
  return test && { meaning: test, to: target.to };
}

/** A number first: "250 employees or more", "50 to 249 employees", "15 percent or more", "zero stock". */
export function parseNumberFirst(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const chunk = chunks[at];
  if (!chunk?.number || chunk.quote !== undefined || (chunk.values.length > 0 && chunk.fields.length > 0))
    return undefined;
  const operand = readSpread(chunks, at, 'dash') ?? readNumberOperand(chunks, at);
  if (!operand) return undefined;
  const named = yearBefore(state, at, operand) ?? fieldBehind(state, operand.to);
  const fits = named?.links.some(({ field }) => unitFits(field, operand.number, grounding) !== false);
  const behind = fits ? named : undefined;
  const count = behind ? undefined : parseCount(state, at, operand, undefined);
  if (count) return count;
  let target = behind;
  let to = behind?.to ?? operand.to;
  let full = operand;
  if (behind && !operand.high && !operand.operator) {
    const suffix = readSuffix(chunks, behind.to) ?? openFrom(chunks, at, behind.to);
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
    // "15 percent off or more"
    const late = operand.high || operand.operator || unit.to === operand.to ? undefined : readSuffix(chunks, unit.to);
    if (late) full = { ...operand, operator: late.operator };
    to = late?.to ?? unit.to;
  }
  const test = testOn(state, target.links, at, to, field => numberTest(field, full, undefined, grounding));
  return test && { meaning: test, to };
}
