import { has, isParticiple } from '../../cursor';
import { liesAhead, relationOf } from './date-tests';
import { readFieldOperand } from '../numbers/field-operand';
import { unitOf } from '../numbers/field-units';
import { type Mention, type ParseState } from '../parse-state';
import { skipCopula } from '../copula';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';
import { isDateField } from '../../../grounding/fields/date-field';

/** "shipped on 12 November": with a date behind it, a word of several fields means the date among them. */
export function datesFirst<M extends Pick<Mention, 'links' | 'to'>>(state: ParseState, mention: M): M {
  const links = mention.links.filter(({ field, score }) => isDateField(field) && score >= 0.8);
  if (links.length === 0 || mention.links[0] === links[0]) return mention;
  if (isCountedAlike(state, mention)) return { ...mention, links: mention.links.filter(link => !links.includes(link)) };
  const dated = { ...mention, links: [...links, ...mention.links.filter(link => !links.includes(link))] };
  return isDatedHappening(state, dated) ? dated : mention;
}

/** "exp < 5y": years are what "Years of experience" counts in. */
function isCountedAlike({ chunks, grounding }: ParseState, { links, to }: Pick<Mention, 'links' | 'to'>): boolean {
  const [best] = links;
  const said = chunks[to + 1]?.number?.unit;
  const own = best?.field.type === 'number' ? unitOf(best.field, grounding) : undefined;
  return (
    /^[<>=≤≥]+$/.test(chunks[to]?.key ?? '') &&
    own !== undefined &&
    own.base === said?.base &&
    own.factor === said.factor
  );
}

/** "cancelled in Q4": what happened to a record, with the time it happened, is about the date and not about a status. */
export function isDatedHappening(state: ParseState, mention: Pick<Mention, 'links' | 'to'>): boolean {
  if (!mention.links[0] || !isDateField(mention.links[0].field)) return false;
  const next = state.chunks[skipCopula(state.chunks, mention.to)];
  const follow = has(next, 'in', 'on', 'within') && !next?.date ? state.chunks[mention.to + 1] : next;
  const dated = (chunk: typeof next): boolean => chunk?.date !== undefined || chunk?.duration !== undefined;
  if (dated(follow)) return true;
  if (relationOf(next) === undefined) return false;
  // "shipped before they were ordered", "shipped after the due date"
  const other = readFieldOperand(state, mention.to + 1);
  return dated(state.chunks[mention.to + 1]) || (other !== undefined && isDateField(other.field));
}

/** "licensed since 2020", "insured before May": the day it came about, though the day it ends is called much the same. */
export function beganFirst<M extends Pick<Mention, 'links' | 'to'>>(state: ParseState, opener: Chunk, mention: M): M {
  const [best] = mention.links;
  if (!best || !isDateField(best.field) || best.score >= NAMED || !isParticiple(opener) || has(opener, 'expired'))
    return mention;
  const next = state.chunks[skipCopula(state.chunks, mention.to)];
  if (!liesAhead(best.field) || has(next, 'until') || !isDatedHappening(state, mention)) return mention;
  const began = mention.links.filter(
    ({ field, score }) => isDateField(field) && !liesAhead(field) && score >= best.score - NEAR,
  );
  const [day] = began;
  return day && began.length === 1 ? { ...mention, links: [{ ...day, score: best.score }] } : mention;
}

/** Above this a field is said by its own name. */
const NAMED = 0.9;
/** So little apart, two names are called much the same. */
const NEAR = 0.15;

/** "hasn't shipped", "have shipped": what has happened, rather than anything else the word may be about. */
export function happenedFirst(links: readonly FieldLink[]): readonly FieldLink[] {
  const dates = links.filter(({ field, score }) => isDateField(field) && score >= 0.85);
  return dates.length > 0 ? dates : links;
}
