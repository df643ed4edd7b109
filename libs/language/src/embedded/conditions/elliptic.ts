import type { Field } from '@lib/rules';
import { endsClause, has, isField } from '../cursor';
import { opensSaying, says } from '../saying';
import { compareDate, liesAhead, relationOf } from './dates/date-tests';
import { parseLacksPart } from './texts/lacks-part';
import { fieldMention, type Parsed, type ParseState, tested, testOn } from './parse-state';
import { skipCopula } from './copula';
import { holdsAsState } from './dates/said-dates';
import { sinceWhen } from './dates/since-when';
import { parseTextTest } from './texts/text-tests';
import { isHeldAsState } from './values/state-sooner';
import { isNow } from './dates/unsure-days';
import { fold } from '../../grounding/words/fold';
import { say } from '../../grounding/messages';
import type { Chunk } from '../../grounding/link-words';
import { DATE_TYPES, isDateField } from '../../grounding/fields/date-field';

/** "an expired contract", "upcoming launches": the word for past or future stands before its field. */
export function parseExpired(state: ParseState, at: number): Parsed | undefined {
  const chunk = state.chunks[at];
  const force = has(chunk, 'inForce') || opensSaying(chunk, 'inside') ? parseInForce(state, at) : undefined;
  if (force) return force;
  const covered = parseCovered(state, at);
  if (covered) return covered;
  if (!has(chunk, 'expired', 'inFuture', 'inPast') || has(chunk, 'next')) return undefined;
  const behind = has(state.chunks[at + 1], 'for') && !isField(state.chunks[at + 1]) ? at + 2 : at + 1;
  const mention = fieldMention(state, isField(chunk) ? at : behind);
  const dates = mention?.links.filter(link => DATE_TYPES.includes(link.field.type)) ?? [];
  // "overdue for service": the next one, not the last.
  const ahead = has(chunk, 'inPast') ? [] : dates.filter(link => link.score >= 0.6 && liesAhead(link.field));
  const links = ahead.length > 0 ? ahead.map(link => ({ ...link, score: Math.max(link.score, 0.85) })) : dates;
  if (mention && holdsAsState(chunk, mention.links, dates[0])) return undefined;
  if (!mention || links.length === 0 || isDated(state.chunks, mention.to)) return undefined;
  const ago = has(chunk, 'inFuture') ? undefined : sinceWhen(state.chunks, mention.to);
  const to = ago?.to ?? mention.to;
  const meaning = testOn(
    state,
    links,
    at,
    to,
    () => ago?.test ?? (has(chunk, 'inFuture') ? { is: 'date', from: {}, toIncluded: true } : { is: 'date', to: {} }),
  );
  return meaning && { meaning, to };
}

/** "vencieron antes del 1 de enero", "expired in 2025": when it happened is said besides. */
const isDated = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.date !== undefined ||
  (chunks[at + 1]?.date !== undefined &&
    (relationOf(chunks[at]) !== undefined || has(chunks[at], 'in', 'on', 'between', 'outside')));

/** "under warranty", "noch in der Garantie", where that is one name of the day it ends: that day has not come. */
function parseCovered(state: ParseState, at: number): Parsed | undefined {
  const chunk = state.chunks[at];
  const [opens = '', ...rest] = chunk?.key.split(' ') ?? [];
  const [link] = chunk?.fields ?? [];
  const covered = opensSaying(chunk, 'inside') && link !== undefined && isWarranty(state, link.field);
  const force = rest.length > 0 && (covered || state.grounding.lexicons[0]?.roles.get(opens)?.includes('inForce'));
  const after = state.chunks[at + 1];
  if (!force || !link || !DATE_TYPES.includes(link.field.type) || !liesAhead(link.field)) return undefined;
  const today = after?.date?.grain === 'day' && isNow(after.date) && !has(state.chunks[at + 2], 'and', 'or', 'to');
  if ((isDated(state.chunks, at + 1) && !today) || after?.duration || after?.number) return undefined;
  const meaning = testOn(state, [link], at, at + (today ? 2 : 1), () => ({ is: 'date', from: {} }));
  return meaning && { meaning, to: at + 1 };
}

const isWarranty = ({ grounding }: ParseState, field: Field): boolean =>
  grounding.fields.ofConcept('warranty').some(link => link.field === field);

/** "still under warranty": its end has not come. */
function parseInForce(state: ParseState, at: number): Parsed | undefined {
  const mention = fieldMention(state, has(state.chunks[at + 1], 'det') ? at + 2 : at + 1);
  // "within the warranty": of what covers until its day alone; "within the delivery window" tells no day to come.
  const isMeant = has(state.chunks[at], 'inForce') ? liesAhead : (field: Field) => isWarranty(state, field);
  const links = mention?.links.filter(({ field }) => DATE_TYPES.includes(field.type) && isMeant(field)) ?? [];
  const after = mention && state.chunks[mention.to];
  if (!mention || links.length === 0 || after?.date || after?.duration || after?.number) return undefined;
  const meaning = testOn(state, links, at, mention.to, () => ({ is: 'date', from: {} }));
  return meaning && { meaning, to: mention.to };
}

/** "wem aus Deutschland fehlt die Telefonnummer": what is not there is named behind the verb. */
const namesBehind = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at + 1], 'det') && !isField(chunks[at + 1]) && isField(chunks[at + 2]) && !chunks[at + 2]?.values.length;

/** "last audit before 2025 or none", "o sin ninguna": there is nothing of what was spoken of. Returns where that ends. */
function orNone({ chunks }: ParseState, at: number): number | undefined {
  const joined = has(chunks[at - 1], 'or') || (has(chunks[at - 1], 'have', 'with') && has(chunks[at - 2], 'or'));
  if (!joined || !(has(chunks[at], 'without', 'no', 'nothing') || says(chunks[at], 'noneOfIt'))) return undefined;
  let to = at + 1;
  while (to < at + 3 && (has(chunks[to], 'ones', 'any') || says(chunks[to], 'noneOfIt', 'atAll'))) to++;
  const behind = chunks[to];
  return endsClause(behind) ? to : undefined;
}

/** "but is filled in", "and not https://": said of the field last named. */
export function parseElliptic(state: ParseState, at: number): Parsed | undefined {
  const { chunks, lastField } = state;
  if (!lastField || (isField(chunks[at]) && !has(chunks[at], 'set'))) return undefined;
  const next = skipCopula(chunks, at);
  const chunk = chunks[next];
  // "is empty or 0", "is 3 or 5"
  const amount = chunk?.number?.value ?? (has(chunk, 'no') && says(chunk, 'zeroWord') ? 0 : undefined);
  const alone = endsClause(chunks[next + 1]);
  if (lastField.type === 'number' && amount !== undefined && alone && has(chunks[at - 1], 'or', 'comma'))
    return tested(state, lastField, { is: 'compare', operator: '==', value: amount }, at, next + 1);
  const none = orNone(state, at);
  if (none !== undefined) return tested(state, lastField, { is: 'empty' }, at, none, 0.85);
  if (!chunk || (chunk.values.length > 0 && next === at)) return undefined;
  // "is missing or false"
  const answers = alone || !has(chunk, 'not');
  if (lastField.type === 'boolean' && answers && has(chunk, 'trueWord', 'falseWord') && joinsBefore(chunks, at))
    return tested(state, lastField, { is: 'boolean', value: has(chunk, 'trueWord') }, at, next + 1);
  // "promised before today but nothing has gone out": it is something else that there is nothing of.
  if (has(chunk, 'nothing') && !alone) return undefined;
  if (
    has(chunk, 'empty', 'filled') &&
    // "has not been sent and the lot is available": a state that records hold is none of the field last named.
    !isHeldAsState(chunk, lastField) &&
    !has(chunk, 'without') &&
    !has(chunk, 'ones') &&
    !deniesNext(chunks, next) &&
    !namesBehind(chunks, next)
  ) {
    const filled = has(chunk, 'filled') && !has(chunk, 'empty');
    return tested(state, lastField, { is: filled ? 'filled' : 'empty' }, at, next + 1, 0.85);
  }
  // "expired or in the next 6 months"
  if (isDateField(lastField) && chunk.date && !chunk.date.bareYear && joinsBefore(chunks, at)) {
    const { date } = chunk;
    const meaning = testOn(state, [{ field: lastField, score: 0.9 }], at, next + 1, field =>
      compareDate(field, 'on', date),
    );
    return meaning && { meaning, to: next + 1 };
  }
  if (isDateField(lastField) && has(chunk, 'expired'))
    return tested(state, lastField, { is: 'date', to: {} }, at, next + 1, 0.8);
  if (lastField.type === 'text') {
    const links = [{ field: lastField, score: 0.9 }];
    const text = parseTextTest(state, links, at, next) ?? parseLacksPart(state, links, at, next, true);
    if (text) return text;
    // A bare text behind "not" repeats the comparison of the test before it.
    if (/^https?:|^[@.]/.test(chunk.text) && chunk.roles.length === 0) {
      const meaning = testOn(state, [{ field: lastField, score: 0.9 }], next, next + 1, () => ({
        is: 'text',
        operator: /^http/.test(chunk.text) ? 'startsWith' : 'contains',
        texts: [chunk.text],
      }));
      return meaning && { meaning, to: next + 1 };
    }
  }
  return undefined;
}

/** "non risultano collegate": what is denied is what follows, nothing is missing. */
const deniesNext = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'not') &&
  ((chunks[at + 1]?.values.length ?? 0) > 0 ||
    (isField(chunks[at + 1]) && chunks[at + 1]?.fields[0]?.field.type === 'boolean'));

/** Whether "or" or "and" leads here, with no more than little words between. */
function joinsBefore(chunks: readonly Chunk[], at: number): boolean {
  let before = at - 1;
  while (before > at - 4 && has(chunks[before], 'filler', 'in', 'be') && !has(chunks[before], 'or', 'and')) before--;
  return has(chunks[before], 'or', 'and');
}

const LOOKED_AT = 500;

/** "a gmail address", "no @": a piece of text that values of the field hold, said beside it. */
export function parsePartOf(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const chunk = chunks[at];
  if (
    !chunk ||
    chunk.values.length > 0 ||
    chunk.fields.length > 0 ||
    chunk.roles.length > 0 ||
    chunk.number ||
    chunk.date
  )
    return undefined;
  const holds = (field: string): boolean =>
    grounding.values
      .valuesOf(field)
      .slice(0, LOOKED_AT)
      .some(value => fold(value).includes(chunk.key));
  const behind = fieldMention(state, at + 1);
  const link = behind?.links[0];
  if (behind && link && link.field.type === 'text' && chunk.key.length > 2 && holds(link.field.name))
    return partOf(state, at, behind.to, link.field.name, chunk.quote ?? chunk.text);
  // Without a field beside it the word must stand for itself in the values of one field only.
  // "if the contract comes up": of whom something is said is no piece of a text.
  const subject = has(chunks[at - 1], 'det') && has(chunks[at + 1], 'does', 'be', 'have', 'rose');
  const led =
    (has(chunks[at - 1], 'have', 'does', 'det', 'no', 'without', 'in') || has(chunks[at + 1], 'noun', 'fieldWord')) &&
    !state.question &&
    !subject;
  const owner = led && chunk.key.length > 3 ? grounding.values.ownerOfWord(chunk.key) : undefined;
  return owner && partOf(state, at, at + 1, owner.name, chunk.quote ?? chunk.text);
}

function partOf(state: ParseState, at: number, to: number, name: string, text: string): Parsed | undefined {
  const field = state.grounding.columns.named(name);
  const meaning =
    field &&
    testOn(state, [{ field, score: 0.85 }], at, to, () => ({ is: 'text', operator: 'contains', texts: [text] }));
  return (
    meaning && {
      meaning: {
        ...meaning,
        assumptions: [say(state.grounding.lexicons[0]?.language, 'lookedInside', text, meaning.field.label)],
      },
      to,
    }
  );
}
