import { type Field, valueAt } from '@lib/rules';
import { endsClause, has } from '../../cursor';
import { closesSaying, mentions, says } from '../../saying';
import {
  ageRelation,
  asDate,
  backOf,
  compareDate,
  fromTo,
  inItsYear,
  isMoving,
  liesAhead,
  orderOfDays,
  relationOf,
  spanTest,
} from './date-tests';
import { readFieldOperand } from '../numbers/field-operand';
import { aheadEnd, onDayAt, pastEnd, soLongAgo } from './counted-from-today';
import { parseOnDate } from './on-dates';
import { type Meaning, negate, type TestMeaning } from '../../meaning/meaning';
import { comparatorOf, readSuffix } from '../operands';
import { type Mention, type ParseState, type Said, saidOf, testOn } from '../parse-state';
import type { DateLiteral } from '../../../grounding/dates/dates';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';
import { sinceBegun } from './unsure-days';
import { sinceWhen } from './since-when';
import { DATE_TYPES, isDateField } from '../../../grounding/fields/date-field';

/** "expires in January" said in November is the next one, "expired in January" and "hired in December" the last. */
function dateOf(date: DateLiteral | undefined, mention: Mention, { chunks }: ParseState): DateLiteral | undefined {
  const field = mention.links[0]?.field;
  const past = chunks.slice(mention.at, mention.to).some(chunk => closesSaying(chunk, 'happened'));
  return field ? inItsYear(date, liesAhead(field) && !past) : date;
}

const articleAt = (chunks: readonly Chunk[], at: number): number =>
  has(chunks[at], 'det', 'on') && !asDate(chunks[at]) ? at + 1 : at;

/** "payment overdue" where the status of payments may be "overdue": what its name says as much as that of a day is that state. */
export const holdsAsState = (
  chunk: Chunk | undefined,
  named: readonly FieldLink[],
  day: FieldLink | undefined,
): boolean =>
  has(chunk, 'expired') &&
  chunk?.values.some(
    ({ field, score, via }) =>
      score >= 0.8 &&
      via !== 'part' &&
      named.some(link => link.field === field && link.score >= (day?.score ?? 0) - 0.02),
  ) === true;

/** "con el vencimiento pasado": of a day that lies ahead, the word for the last of its kind says that it has come. */
const isGone = (chunks: readonly Chunk[], at: number, day: FieldLink | undefined): boolean =>
  has(chunks[at], 'lastBehind') &&
  has(chunks[at], 'last') &&
  day !== undefined &&
  liesAhead(day.field) &&
  !(chunks[at + 1]?.date ?? chunks[at + 1]?.number);

/** "maintenance date passed", "warranty over": nothing behind it that it could be past. */
const isOver = (chunks: readonly Chunk[], at: number, day: FieldLink | undefined): boolean =>
  closesSaying(chunks[at], 'goneBy') &&
  day !== undefined &&
  (liesAhead(day.field) || closesSaying(chunks[at], 'participle') || says(chunks[at - 1], 'dateWord')) &&
  endsClause(has(chunks[at + 1], 'notYet', 'be') ? chunks[at + 2] : chunks[at + 1]);

/** "maintenance overdue": what was done last is never overdue, what is to be done next is. */
function overdue({ grounding }: ParseState, links: readonly FieldLink[]): readonly FieldLink[] {
  const last = grounding.fields.ofConcept('maintenance').some(link => link.field === links[0]?.field);
  const next = grounding.fields.ofConcept('nextmaintenance').find(({ field, score }) => {
    return score >= 0.6 && DATE_TYPES.includes(field.type) && field !== links[0]?.field;
  });
  return last && next ? [{ ...next, score: links[0]?.score ?? next.score }] : links;
}

/** "whose warranty is still valid": nothing behind it says until when. */
const endsSaying = (chunks: readonly Chunk[], at: number): boolean => endsClause(chunks[at], 'be', 'may');

export function parseDated(state: ParseState, mention: Mention, at: number, negated: boolean): Said | undefined {
  const { chunks } = state;
  const links = mention.links.filter(link => DATE_TYPES.includes(link.field.type));
  // "cuya licencia ha caducado": only its date can be over.
  const ended = has(chunks[at], 'expired') && (links[0]?.score ?? 0) >= 0.6;
  const named = mention.links[0];
  const own = chunks.slice(mention.at, mention.to).flatMap(chunk => chunk.fields);
  if (chunks.slice(mention.at, at + 1).some(chunk => holdsAsState(chunk, own, links[0]))) return undefined;
  // "terms of ten years", counted in months: a number is meant by its own name.
  const surer = named?.field.type === 'number' ? 0.15 : 0.25;
  if (links.length === 0 || (!ended && named && named.score > (links[0]?.score ?? 0) + surer)) return undefined;
  const make = (
    to: number,
    test: (field: Field) => TestMeaning['test'],
    absorbed = false,
    among: readonly FieldLink[] = links,
  ): Said | undefined =>
    saidOf(state, mention, ended || saysExpired(state, mention) ? overdue(state, links) : among, to, test, absorbed);
  let next = at;
  while (
    next < at + 4 &&
    has(chunks[next], 'be', 'filler', 'in', 'on', 'of', 'for', 'det', 'have', 'noun', 'ever', 'exactly') &&
    !chunks[next]?.date &&
    !chunks[next]?.duration &&
    !(has(chunks[next], 'from') && asDate(chunks[next + 1]) && has(chunks[next + 2], 'to', 'until', 'dash', 'lte')) &&
    !has(chunks[next], 'until', 'since', 'before', 'after', 'between', 'older', 'gt', 'lt', 'lte', 'gte')
  )
    next++;
  // "contratos que terminan en marzo": where a date follows, nothing is written at the end.
  if (has(chunks[next], 'endsWith', 'startsWith')) {
    const when = has(chunks[next + 1], 'det') && !chunks[next + 1]?.date ? next + 2 : next + 1;
    if (chunks[when]?.date) next = when;
  }
  const chunk = chunks[next];
  const ago = saysExpired(state, mention) ? sinceWhen(chunks, mention.to) : undefined;
  if (ago) return make(ago.to, () => ago.test);
  if (saysExpired(state, mention) && !asDate(chunk) && !relationOf(chunk) && !has(chunk, 'between', 'outside'))
    return make(mention.to, () => ({ is: 'date', to: {} }));
  const over = isOver(chunks, next, links[0]);
  const gone = isGone(chunks, next, links[0]) || (over && !has(chunk, 'lte'));
  if (has(chunks[at], 'expired') || has(chunk, 'expired') || has(chunk, 'inPast') || gone) {
    const since = sinceWhen(chunks, next + 1);
    // "whose warranty has lapsed between 2020 and 2023", "is about to expire in the next 30 days"
    const dated = has(chunks[next + 1], 'between', 'outside') || chunks[next + 1]?.date?.window === 'future';
    if (!since && dated) return parseDated(state, mention, next + 1, negated);
    const to = since?.to ?? next + 1;
    const over = has(chunk, 'inPast') ? links : dueOf(state.grounding, links);
    return saidOf(state, mention, over, to, () => since?.test ?? { is: 'date', to: {} });
  }
  // "warranty not over yet"
  if (over && has(chunk, 'lte'))
    return make(has(chunks[next + 1], 'notYet') ? next + 2 : next + 1, () => ({ is: 'date', from: {} }));
  if (has(chunk, 'inForce') && links[0] && liesAhead(links[0].field) && endsSaying(chunks, next + 1))
    return make(next + 1, () => (negated ? { is: 'date', to: {} } : { is: 'date', from: {} }), negated);
  if (has(chunk, 'inFuture')) return make(next + 1, () => ({ is: 'date', from: {}, toIncluded: true }));
  if (has(chunk, 'notYet') && (negated || !has(chunk, 'filled'))) return notYet(state, links, mention, next + 1);
  const literal = dateOf(asDate(chunk), mention, state);
  // A day without its year is of this year or the one beside, which no day of birth is meant by.
  if (
    (literal?.yearless || asDate(chunk)?.rolled) &&
    state.grounding.fields.ofConcept('birth').some(link => link.field === links[0]?.field)
  )
    return undefined;
  const onDate = literal && parseOnDate(state, mention, links, next, literal, negated);
  if (onDate && literal.window === 'future') return { ...onDate, to: aheadEnd(chunks, onDate.to) ?? onDate.to };
  if (literal) return onDate;
  const lasts = chunk?.duration && !literal ? chunk.duration.iso : undefined;
  // "al een jaar verlopen": for so long.
  if (lasts !== undefined && has(chunks[next + 1], 'expired'))
    return make(next + 2, () => ({ is: 'date', to: { offset: `-${lasts}` } }));
  if (lasts !== undefined) {
    // "been here 15 years plus"
    const suffix = readSuffix(chunks, next + 1);
    const to = suffix?.to ?? next + 1;
    const ahead = aheadEnd(chunks, to);
    // "due exactly 2 weeks from now": that very day.
    const exact = !suffix && chunks.slice(mention.at, next).some(word => has(word, 'exactly'));
    const past = exact ? pastEnd(chunks, to) : undefined;
    if (past !== undefined) return make(past, () => soLongAgo('==', lasts));
    return make(
      ahead ?? to,
      field => spanTest(field, undefined, lasts, negated, exact ? '==' : suffix?.operator, ahead !== undefined),
      negated && !exact,
    );
  }
  if (has(chunk, 'within')) {
    const length = has(chunks[next + 1], 'det') ? next + 2 : next + 1;
    const iso = chunks[length]?.date ? undefined : chunks[length]?.duration?.iso;
    const ahead = aheadEnd(chunks, length + 1);
    if (iso !== undefined)
      return make(
        ahead ?? length + 1,
        field => spanTest(field, undefined, iso, negated, undefined, ahead !== undefined),
        negated,
      );
  }
  // "within this month", "during 2024", "outside 1976": a stretch of days and no other end.
  const whole = asDate(chunks[articleAt(chunks, next + 1)]);
  const stretch = whole && !isMoving(whole) && whole.grain !== 'day' ? whole : undefined;
  const single = stretch && !has(chunks[articleAt(chunks, next + 1) + 1], 'and', 'to', 'dash', 'until', 'lte');
  if (single && (has(chunk, 'within') || has(chunk, 'outside'))) {
    const inside = make(articleAt(chunks, next + 1) + 1, field => compareDate(field, 'on', stretch));
    return inside && has(chunk, 'outside') ? { ...inside, meaning: negate(inside.meaning) } : inside;
  }
  if (has(chunk, 'between', 'outside', 'from')) {
    const first = articleAt(chunks, next + 1);
    const low = asDate(chunks[first]);
    const joint = has(chunks[first + 1], 'and', 'to', 'dash', 'until', 'lte');
    // "entre el 1 de enero y el 31 de diciembre"; "to the end of 2022": a stretch of time ends where it ends.
    const second = has(chunks[first + 2], 'det', 'startOf') && !asDate(chunks[first + 2]) ? first + 3 : first + 2;
    const high = joint ? asDate(chunks[second]) : undefined;
    if (low && high) {
      let to = second + 1;
      if (has(chunks[to], 'open') && has(chunks[to + 1], 'inclusive') && has(chunks[to + 2], 'close')) to += 3;
      else if (has(chunks[to], 'inclusive')) to++;
      const said = make(to, field => fromTo(field, low, high));
      return said && has(chunk, 'outside') ? { ...said, meaning: negate(said.meaning) } : said;
    }
  }
  // "not serviced for two years", "en poste depuis deux ans": no comparison says so, the length of time does.
  const lasting = has(chunk, 'since') ? chunks[next + 1]?.duration : undefined;
  // "since ten years or longer"
  const orLonger = has(chunks[next + 2], 'orMore');
  if (lasting && !chunks[next + 1]?.date)
    return make(
      orLonger ? next + 3 : next + 2,
      () => ({ is: 'date', to: { offset: `-${lasting.iso}` }, ...((!negated || orLonger) && { toIncluded: true }) }),
      negated,
    );
  // "seit mehr als zwei Jahren", "vor mehr als zwei Jahren": the comparison behind says how long ago.
  const bounded = has(chunks[next + 1], 'gt', 'gte', 'lt', 'lte') && chunks[next + 2]?.duration !== undefined;
  if (has(chunk, 'agoBefore') && !has(chunk, 'since') && bounded) return parseDated(state, mention, next + 1, negated);
  if (has(chunk, 'since') && has(chunks[next + 1], 'gt', 'gte', 'lt', 'lte', 'agoBefore'))
    return parseDated(state, mention, next + 1, negated);
  // "more than a year", "older than 2 years", "at least 5 years", "less than 30 days ago"
  let operand = next + 1;
  while (
    has(chunks[operand], 'det', 'filler') &&
    operand < next + 3 &&
    !chunks[operand]?.duration &&
    !chunks[operand]?.date
  )
    operand++;
  const span = chunks[operand];
  const operator = comparatorOf(chunk) ?? (has(chunk, 'older') ? '>' : has(chunk, 'newer') ? '<' : undefined);
  if (operator !== undefined && span?.duration && !span.date) {
    if (isFromOtherDay(chunks, operand + 1)) return undefined;
    const { iso } = span.duration;
    const past = pastEnd(chunks, operand + 1);
    if (operator === '!=') {
      const to = past ?? aheadEnd(chunks, operand + 1);
      const day = make(to ?? operand + 1, field => onDayAt(iso, past === undefined && (!!to || liesAhead(field))));
      return day && { ...day, meaning: negate(day.meaning) };
    }
    if (past !== undefined) return make(past, () => soLongAgo(operator, iso));
    // "hasn't been seen in over a week": for so long, as "for over a week".
    const lasted = (operator === '>' || operator === '>=') && has(chunks[next - 1], 'within');
    const forTime = lasted || chunks.slice(mention.at, next + 1).some(word => mentions(word, 'forTime'));
    // "terminou há mais de 3 anos": what was so long ago is over, also for a day that mostly lies ahead.
    const ago = has(chunks[next - 1], 'agoBefore') ? sinceWhen(chunks, next - 1)?.test : undefined;
    const ahead = aheadEnd(chunks, operand + 1);
    // "due in more than 2 weeks": what lies ahead lies ahead so far.
    const leads = has(chunks[next - 1], 'within') && !negated;
    return make(
      ahead ?? operand + 1,
      field =>
        ago && liesAhead(field)
          ? ago
          : spanTest(
              field,
              chunk,
              iso,
              negated && forTime,
              undefined,
              ahead !== undefined || (leads && liesAhead(field)),
            ),
      negated && forTime,
      forTime ? sinceBegun(links) : links,
    );
  }
  const target = dateOf(asDate(span), mention, state);
  if (!target) return compareDates(state, mention, links, chunk, next + 1);
  if (isMoving(target) && operator !== undefined && !has(chunk, 'before', 'after', 'since', 'until')) {
    return make(operand + 1, field => compareDate(field, backOf(operator), target));
  }
  const relation = ageRelation(chunk) ?? relationOf(chunk);
  if (!relation) return undefined;
  // "not seen since June": the last time is longer ago; what was never seen is not meant.
  if (negated && relation === 'since') return make(operand + 1, () => ({ is: 'date', to: target.start }), true);
  // "dal 1 gennaio in poi", "desde … en adelante": said twice, meant once.
  const again =
    (relation === 'since' && has(chunks[operand + 1], 'orMore')) ||
    (relation === 'until' && has(chunks[operand + 1], 'orLess'));
  const fromNow = relation === 'until' && says(chunk, 'fromNowTo');
  return make(operand + (again ? 2 : 1), field => {
    const test = compareDate(field, relation, target);
    // "da qui a fine anno": what is over by now is not meant.
    return fromNow && test.is === 'date' ? { from: {}, ...test } : test;
  });
}

/** "more than 5 days after it shipped": told from another day of the record, which no rule compares so. */
function isFromOtherDay(chunks: readonly Chunk[], at: number): boolean {
  if (!has(chunks[at], 'after', 'before')) return false;
  const named = chunks.slice(at + 1, at + 4).find(chunk => !has(chunk, 'det', 'them', 'filler', 'be'));
  return named?.fields.some(({ field, score }) => isDateField(field) && score >= 0.7) ?? false;
}

/** "the service is overdue": the next one, not the last, which is always over. */
export function dueOf(grounding: ParseState['grounding'], links: Mention['links']): Mention['links'] {
  const ahead = links.filter(link => link.score >= 0.6 && liesAhead(link.field));
  if (ahead.length > 0) return ahead.map(link => ({ ...link, score: Math.max(link.score, 0.85) }));
  const isLast = grounding.fields.ofConcept('maintenance').some(({ field }) => field === links[0]?.field);
  const next = isLast
    ? grounding.fields.ofConcept('nextmaintenance').filter(({ field }) => DATE_TYPES.includes(field.type))
    : [];
  return next.length > 0 ? next : links;
}

/** "not shipped yet": no date, or one to come. */
export function notYet(state: ParseState, links: readonly FieldLink[], mention: Mention, to: number): Said | undefined {
  const future = testOn(state, links, mention.at, to, () => ({ is: 'date', from: {}, toIncluded: true }));
  if (!future) return undefined;
  const emptied = state.sample.some(record => (valueAt(record, future.field.name) ?? null) === null);
  const meaning: Meaning = emptied ? { kind: 'or', items: [{ ...future, test: { is: 'empty' } }, future] } : future;
  return { meaning, to, absorbed: true };
}

/** "ship date before the order date": two dates of one record. */
export function compareDates(
  state: ParseState,
  mention: Mention,
  links: readonly FieldLink[],
  chunk: Chunk | undefined,
  at: number,
): Said | undefined {
  const relation = orderOfDays(chunk);
  const other = relation ? readFieldOperand(state, at, links[0]?.field) : undefined;
  if (!relation || !other || other.field.name === links[0]?.field.name || !DATE_TYPES.includes(other.field.type))
    return undefined;
  const operator = ({ before: '<', after: '>', since: '>=', until: '<=', on: '==' } as const)[relation];
  // No day is before itself: of several that were meant, the other one is none.
  const sides = links.filter(link => link.field !== other.field);
  const meaning = testOn(state, sides, mention.at, other.to, () => ({ is: 'field', operator, other: other.field }));
  return meaning && { meaning, to: other.to };
}

/** "license expired": the word for the past is part of what names the field. */
export function saysExpired(state: ParseState, mention: Mention): boolean {
  const roles = state.grounding.lexicons[0]?.roles;
  return state.chunks.slice(mention.at, mention.to).some(({ key }) => {
    const words = key.split(' ');
    const ends = [...words, words.slice(-2).join(' ')];
    return ends.some(said => roles?.get(said)?.includes('expired') ?? false);
  });
}
