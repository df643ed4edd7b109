import { has, isBound } from '../../cursor';
import { compareDate, fromTo } from './date-tests';
import { ownDate, type Parsed, type ParseState, testOn } from '../parse-state';
import { closesSaying } from '../../saying';
import type { DateLiteral } from '../../../grounding/dates/dates';
import { isDateField } from '../../../grounding/fields/date-field';

/** How far behind a date the noun stands that it belongs to. */
const NEAR = 4;

/** "yesterday's web orders", "last month's hires": a date that the records belong to, on the day they are about. */
export function parseDateOfRecords(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const chunk = chunks[at];
  const date = chunk?.quote === undefined ? chunk?.date : undefined;
  if (!date) return undefined;
  // "pedidos de los últimos 45 días"
  const noun = chunks[has(chunks[at - 1], 'of', 'det') && !has(chunks[at - 1], 'noun') ? at - 2 : at - 1];
  const behindNoun = has(noun, 'noun') && noun?.fields.length === 0 && !date.bareYear;
  if (!closesSaying(chunk, 'genitive'))
    return behindNoun || isBeforeNoun(state, at) ? onOwnDay(state, at, date) : undefined;
  let next = at + 1;
  while (next < at + NEAR && chunks[next] && !isBound(chunks[next])) {
    const named = chunks[next]?.fields.filter(({ field, score }) => isDateField(field) && score >= 0.6) ?? [];
    if (named.length > 0) {
      const meaning = testOn(state, named, at, at + 1, field => compareDate(field, 'on', date));
      return meaning && { meaning, to: at + 1 };
    }
    next++;
  }
  return onOwnDay(state, at, date);
}

/** "去年的订单", "上个月的采购单": before the noun, as Chinese has it. */
function isBeforeNoun({ chunks, grounding }: ParseState, at: number): boolean {
  if (grounding.lexicons[0]?.verbLast !== true || chunks[at]?.date?.bareYear === true) return false;
  let next = at + 1;
  // "上个季度的草稿订单": what else they are told by stands between.
  const isKind = (chunk = chunks[next]): boolean =>
    chunk?.quote === undefined && (chunk?.values.length ?? 0) > 0 && chunk?.number === undefined;
  while (next < at + NEAR && !has(chunks[next], 'noun') && (has(chunks[next], 'of') || isKind())) next++;
  const noun = chunks[next];
  const alone = at === 0 || isBound(chunks[at - 1]) || has(chunks[at - 1], 'for', 'then', 'and', 'or', 'det', 'ask');
  return alone && has(noun, 'noun') && noun?.fields.length === 0 && noun.values.length === 0;
}

function onOwnDay(state: ParseState, at: number, date: DateLiteral): Parsed | undefined {
  const { chunks } = state;
  const own = ownDate(state);
  // "pedidos de diciembre a febrero": up to the end of the second.
  const last = has(chunks[at + 1], 'to', 'until', 'dash') ? chunks[at + 2]?.date : undefined;
  const to = last ? at + 3 : at + 1;
  const meaning =
    own &&
    testOn(state, [{ field: own, score: 0.85 }], at, to, field =>
      last ? fromTo(field, date, last) : compareDate(field, 'on', date),
    );
  return meaning && { meaning, to };
}
