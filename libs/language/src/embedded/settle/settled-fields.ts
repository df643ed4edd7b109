import type { Field } from '@lib/rules';
import { has, isBound, isField, isStranger } from '../cursor';
import { comparatorOf, isMeasuredAs, unitFits } from '../conditions/operands';
import { relationOf } from '../conditions/dates/date-tests';
import { mentions, says } from '../saying';
import { wordsOf } from '../../grounding/words/fold';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { isTimeUnit } from '../../grounding/words/numbers';
import { stem } from '../../grounding/words/stem';
import { isDateField } from '../../grounding/fields/date-field';
import { fieldSays } from '../../grounding/fields/field-senses';

/** Among more fields a word written short, or one that only looks like a stored one, could be any; nor is there time to ask all. */
export const MOST_FIELDS = 200;
/** So much of a name is said where it is cut short: "def" for the deficiencies. */
const SHORTEST = 3;
/** A link that names the whole field. */
const WHOLE = 0.97;
/** Words between a field and what is said of it. */
const BETWEEN = 3;

/**
 * What a piece means is settled by what is said of it: before an amount or a day it is the field that holds such, however
 * well a stored value or another field fits its words alone. "dry dock planned between March and May" is no status,
 * "crew size over 20" asks for the crew rather than for a size, "def > 3" for what begins like that.
 */
export function withSettledFields(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  const headed = chunks.map((chunk, at) => headOf(chunks, at, grounding) ?? planned(chunks, at) ?? chunk);
  return headed.map(
    (chunk, at) =>
      shortened(headed, at, grounding) ??
      measured(headed, at, grounding) ??
      heldNot(headed, at) ??
      remaining(headed, at) ??
      amountOf(headed, at, grounding) ??
      employed(chunk) ??
      second(headed, at) ??
      neverDone(headed, at, grounding) ??
      unbounded(chunk) ??
      chunk,
  );
}

type Kind = 'number' | 'date';

const kindOf = (field: Field): Kind | undefined =>
  field.type === 'number' ? 'number' : isDateField(field) ? 'date' : undefined;

const isStrangeWord = (chunk: Chunk): boolean =>
  isStranger(chunk) && chunk.quote === undefined && /^\p{L}+$/u.test(chunk.text);

/** What kind of thing is said of the piece that ends before `at`, if anything is. */
function saidBehind(chunks: readonly Chunk[], at: number): Kind | undefined {
  let next = at;
  while (
    next < at + BETWEEN &&
    (has(chunks[next], 'be', 'filler', 'fieldWord', 'det') ||
      says(chunks[next], 'dateWord', 'headNoun', 'scheduled')) &&
    !holdsLiteral(chunks[next]) &&
    !leads(chunks[next])
  )
    next++;
  if (chunks[next]?.date && !chunks[next]?.number) return 'date';
  if (has(chunks[next], 'in', 'on', 'for') && chunks[next + 1]?.date && !chunks[next + 1]?.number) return 'date';
  if (!leads(chunks[next])) return undefined;
  const operand = has(chunks[next + 1], 'det') && !holdsLiteral(chunks[next + 1]) ? chunks[next + 2] : chunks[next + 1];
  if (operand?.date && (!operand.number || relationOf(chunks[next]) !== undefined)) return 'date';
  const compares = comparatorOf(chunks[next]) !== undefined || has(chunks[next], 'between', 'outside');
  return operand?.number && compares ? 'number' : undefined;
}

const leads = (chunk: Chunk | undefined): boolean =>
  comparatorOf(chunk) !== undefined ||
  relationOf(chunk) !== undefined ||
  has(chunk, 'between', 'outside', 'from', 'within') ||
  (has(chunk, 'in') && !has(chunk, 'to'));

const holdsLiteral = (chunk: Chunk | undefined): boolean =>
  chunk?.number !== undefined || chunk?.date !== undefined || chunk?.quote !== undefined;

/** "crew size over 20", "total score above 9": a word that only says how much there is of the field before it. */
function headOf(chunks: readonly Chunk[], at: number, { recordType }: Grounding): Chunk | undefined {
  const [before, chunk] = [chunks[at - 1], chunks[at]];
  if (!chunk || !says(chunk, 'headNoun') || holdsLiteral(chunk) || chunk.values.length > 0 || !isField(before))
    return undefined;
  if (before?.values.length || (chunk.fields[0]?.score ?? 0) >= 0.97 || recordType.fields.length > MOST_FIELDS)
    return undefined;
  const kind = saidBehind(chunks, at + 1);
  const own = before?.fields.find(
    ({ field, score }) => score >= 0.6 && kindOf(field) === kind && shares(field, before),
  );
  const shared = own && chunk.fields.some(({ field }) => shares(field, chunk));
  return kind && own && !shared ? { ...chunk, roles: ['fieldWord'], fields: [] } : undefined;
}

/** "dry dock planned between March and May", "whose next service is scheduled for May", though a state is called so too. */
function planned(chunks: readonly Chunk[], at: number): Chunk | undefined {
  const chunk = chunks[at];
  if (!chunk || !says(chunk, 'scheduled') || holdsLiteral(chunk) || (chunk.fields[0]?.score ?? 0) >= 0.8)
    return undefined;
  const before = has(chunks[at - 1], 'be', 'have') && !isField(chunks[at - 1]) ? chunks[at - 2] : chunks[at - 1];
  const named = before?.fields.some(({ field, score }) => score >= 0.6 && isDateField(field));
  return named && (before?.values.length === 0 || isStrangeWord(chunk)) && saidBehind(chunks, at + 1) === 'date'
    ? { ...chunk, roles: ['filler'], fields: [], values: [] }
    : undefined;
}

/** Whether the name of a field holds a word of the piece. */
const shares = (field: Field, { key }: Chunk): boolean => {
  const words = new Set([...wordsOf(field.label), ...wordsOf(field.name)].map(stem));
  return key.split(' ').some(word => words.has(stem(word)));
};

/** "der Versand mehr als 10 % vom Bestellwert": what is so much is the cost of it, not its day. */
function amountOf(chunks: readonly Chunk[], at: number, grounding: Grounding): Chunk | undefined {
  const chunk = chunks[at];
  const best = chunk?.fields[0];
  if (!chunk || !best || !isDateField(best.field) || best.score >= 0.97 || chunk.values.length > 0 || chunk.date)
    return undefined;
  const number = chunks[at + 2]?.number;
  if (comparatorOf(chunks[at + 1]) === undefined || !number?.unit || isTimeUnit(number.unit)) return undefined;
  const [amount, ...others] = chunk.fields.filter(({ field }) => field.type === 'number');
  // "envíos de más de 12 kilos": what is kept in kilos is not what it costs.
  const kept = (field: Field): boolean => isMeasuredAs(field, number, grounding);
  const share = number.unit.base === '%';
  const elsewhere = amount !== undefined && !share && !kept(amount.field) && grounding.columns.numbers.some(kept);
  return amount && others.length === 0 && !elsewhere
    ? { ...chunk, fields: [{ ...amount, score: Math.max(amount.score, 0.75) }] }
    : undefined;
}

/** "never had a review", "were never audited": what never happened has no day yet, whatever else is called much the same. */
function neverDone(chunks: readonly Chunk[], at: number, { lexicons }: Grounding): Chunk | undefined {
  const chunk = chunks[at];
  const best = chunk?.fields[0];
  if (!chunk || !best || isDateField(best.field) || best.score >= WHOLE || chunk.values.length > 0) return undefined;
  const dates = chunk.fields.filter(({ field, score }) => isDateField(field) && score >= 0.6);
  if (dates.length === 0) return undefined;
  let lead = at - 1;
  while (lead > at - BETWEEN && has(chunks[lead], 'det', 'be') && !has(chunks[lead], 'never', 'not')) lead--;
  const denies = chunks[lead]?.key.split(' ').some(word => lexicons[0]?.roles.get(word)?.includes('never'));
  return denies ? { ...chunk, fields: dates.map(link => ({ ...link, score: Math.max(link.score, 0.85) })) } : undefined;
}

/** "notes and score": two names that are joined name two fields. */
function second(chunks: readonly Chunk[], at: number): Chunk | undefined {
  const [first, joint, chunk] = [chunks[at - 2], chunks[at - 1], chunks[at]];
  const [one, other] = [first?.fields[0], chunk?.fields[0]];
  if (!chunk || !one || !other || !has(joint, 'and', 'or') || one.field !== other.field || one.score < other.score)
    return undefined;
  const others = chunk.fields.filter(({ field, score }) => field !== one.field && score >= 0.6);
  return first?.values.length === 0 && chunk.values.length === 0 && others.length > 0 && !chunk.number
    ? { ...chunk, fields: others }
    : undefined;
}

/** "more than 3 faults" beside a "Fault limit": what bounds an amount is called a bound. */
function unbounded(chunk: Chunk): Chunk | undefined {
  const [best, ...others] = chunk.fields;
  if (!best || best.field.type !== 'number' || fieldSays(best.field, 'upperBound') || mentions(chunk, 'upperBound'))
    return undefined;
  const fields = [best, ...others.filter(({ field, score }) => score >= WHOLE || !fieldSays(field, 'upperBound'))];
  return fields.length < chunk.fields.length ? { ...chunk, fields } : undefined;
}

/** "part-timers with under 25 hours": what records hold as a kind of employment is that, and no number of hours. */
function employed(chunk: Chunk): Chunk | undefined {
  if (chunk.fields.length === 0 || !says(chunk, 'partTime', 'halfTime', 'fullTime')) return undefined;
  const kinds = chunk.values.map(({ field }) => field);
  const fields = chunk.fields.filter(({ field }) => field.type !== 'number' || kinds.includes(field));
  return kinds.length > 0 && fields.length < chunk.fields.length ? { ...chunk, fields } : undefined;
}

/** "5 days of leave left", "20 days of holiday still untaken": of an amount that is left nobody departed; its fields are those of amounts. */
function remaining(chunks: readonly Chunk[], at: number): Chunk | undefined {
  const chunk = chunks[at];
  if (!chunk?.fields.some(({ field }) => isDateField(field))) return undefined;
  let left = at;
  while (left < at + BETWEEN && !has(chunks[left], 'leftOver') && (left === at || has(chunks[left], 'be', 'filler')))
    left++;
  if (!has(chunks[left], 'leftOver')) return undefined;
  const counts = (one: Chunk | undefined): boolean => one?.number !== undefined && !has(chunks[left + 1], 'ago');
  let from = left - 1;
  while (
    from > left - 1 - BETWEEN &&
    !counts(chunks[from]) &&
    (has(chunks[from], 'of', 'det', 'be', 'filler') || isField(chunks[from]))
  )
    from--;
  return from < at && counts(chunks[from])
    ? { ...chunk, fields: chunk.fields.filter(({ field }) => !isDateField(field)) }
    : undefined;
}

/** "def > 3": an unknown word before a comparison that one field of numbers or days begins with. */
function shortened(chunks: readonly Chunk[], at: number, { recordType }: Grounding): Chunk | undefined {
  const chunk = chunks[at];
  if (!chunk || !isStrangeWord(chunk) || chunk.key.length < SHORTEST || recordType.fields.length > MOST_FIELDS)
    return undefined;
  if (
    at > 0 &&
    !isBound(chunks[at - 1]) &&
    !has(chunks[at - 1], 'and', 'or', 'where', 'have', 'with', 'if', 'det', 'noun')
  )
    return undefined;
  if (comparatorOf(chunks[at + 1]) === undefined) return undefined;
  const kind = saidBehind(chunks, at + 1);
  const fields = recordType.fields.filter(
    field => kindOf(field) === kind && wordsOf(field.label).some(word => word.startsWith(chunk.key)),
  );
  const [field, ...others] = kind ? fields : [];
  return field && others.length === 0 ? { ...chunk, fields: [{ field, score: 0.85 }] } : undefined;
}

/** "freight above a thousand kilos": the one field kept in the unit, where nothing that is named can be so much. */
function measured(chunks: readonly Chunk[], at: number, grounding: Grounding): Chunk | undefined {
  const chunk = chunks[at];
  const number = chunks[at + 2]?.number;
  const best = chunk?.fields[0];
  if (!chunk || !best || best.score >= 0.97 || chunk.roles.length > 0 || chunk.values.length > 0 || chunk.number)
    return undefined;
  if (comparatorOf(chunks[at + 1]) === undefined || !number?.unit || isTimeUnit(number.unit)) return undefined;
  // "senza commento con più di 50 pezzi": what is not there is compared with nothing.
  const before = has(chunks[at - 1], 'det') && !has(chunks[at - 1], 'without', 'no') ? chunks[at - 2] : chunks[at - 1];
  if (has(before, 'without', 'no')) return undefined;
  // "Expressaufträge unter 1 kg": a yes/no field says something of the records themselves.
  if (best.field.type === 'boolean') return undefined;
  // "spent more than 90% of the award": a share of what is named behind.
  if (number.unit.base === '%' && has(chunks[at + 3], 'of', 'det') && isField(chunks[at + 4] ?? chunks[at + 3]))
    return undefined;
  if (chunk.fields.some(({ field }) => field.type === 'number' && unitFits(field, number, grounding) !== false))
    return undefined;
  const [field, ...others] = grounding.columns.measured.filter(one => isMeasuredAs(one, number, grounding));
  return field && others.length === 0 ? { ...chunk, fields: [{ field, score: 0.75 }] } : undefined;
}

/** "dry dock before May": a stored value of another field, where a field of that name fits what is said of it. */
function heldNot(chunks: readonly Chunk[], at: number): Chunk | undefined {
  const chunk = chunks[at];
  if (!chunk || chunk.values.length === 0 || chunk.quote !== undefined || chunk.number || chunk.date) return undefined;
  const link = chunk.fields.find(({ field, score }) => score >= 0.75 && kindOf(field) !== undefined);
  if (!link || link !== chunk.fields[0] || !shares(link.field, chunk)) return undefined;
  if (
    has(chunks[at - 1], 'be', 'in', 'of', 'eq') ||
    ownsValue(chunks[at - 1], chunk) ||
    ownsValue(chunks[at - 2], chunk)
  )
    return undefined;
  const written = says(chunks[at + 1], 'dateWord') && isDateField(link.field);
  return written || saidBehind(chunks, at + 1) === kindOf(link.field) ? { ...chunk, values: [] } : undefined;
}

/** "status dry dock": the field of the value is named before it. */
const ownsValue = (before: Chunk | undefined, { values }: Chunk): boolean =>
  before?.fields.some(({ field, score }) => score >= 0.6 && values.some(value => value.field === field)) ?? false;
