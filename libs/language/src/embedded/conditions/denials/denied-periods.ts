import { has, isFiller } from '../../cursor';
import { compareDate } from '../dates/date-tests';
import { fieldMention, type Parsed, type ParseState, spanOf, testOn } from '../parse-state';
import { negate } from '../../meaning/meaning';
import type { Chunk } from '../../../grounding/link-words';
import { isDateField } from '../../../grounding/fields/date-field';

const DENYING = ['without', 'no', 'notYet', 'never'] as const;
/** So many little words may stand between the denial, what did not happen, and when. */
const NEAR = 3;

const skipped = (chunk: Chunk | undefined): boolean =>
  (isFiller(chunk) || has(chunk, 'does', 'have', 'with')) && !chunk?.date && (chunk?.fields[0]?.score ?? 0) < 0.5;

/** "no appraisal last year", "not yet reviewed this year": it did not happen then, if it ever did. */
export function parseDeniedPeriod(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const early = deniedBehind(state, at);
  if (early) return early;
  if (!has(chunks[at], ...DENYING)) return undefined;
  let next = at + 1;
  while (next <= at + NEAR && (skipped(chunks[next]) || has(chunks[next], ...DENYING))) next++;
  const mention = fieldMention(state, next);
  const links = mention?.links.filter(link => isDateField(link.field) && link.score >= 0.7) ?? [];
  if (!mention || links.length === 0) return undefined;
  let when = mention.to;
  while (when < mention.to + NEAR && skipped(chunks[when])) when++;
  const date = chunks[when]?.date;
  if (!date || !isWholePeriod(chunks[when])) return undefined;
  const then = testOn(state, links, at, when + 1, field => compareDate(field, 'on', date));
  const spans = [...spanOf(state, at, mention.to), ...spanOf(state, when, when + 1)];
  return then && { meaning: negate({ ...then, spans }), to: when + 1, absorbed: true };
}

/** "dieses Jahr noch kein Gespräch gehabt", "dit jaar nog geen controle": the period stands before what did not happen in it. */
function deniedBehind(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const date = chunks[at]?.date;
  if (!date || !isWholePeriod(chunks[at]) || !has(chunks[at + 1], ...DENYING)) return undefined;
  let next = at + 2;
  while (next <= at + 1 + NEAR && (skipped(chunks[next]) || has(chunks[next], ...DENYING))) next++;
  const mention = fieldMention(state, next);
  const links = mention?.links.filter(link => isDateField(link.field) && link.score >= 0.7) ?? [];
  const then =
    mention && links.length > 0
      ? testOn(state, links, at, mention.to, field => compareDate(field, 'on', date))
      : undefined;
  return mention && then && { meaning: negate(then), to: mention.to, absorbed: true };
}

const isWholePeriod = (chunk: Chunk | undefined): boolean =>
  chunk?.date !== undefined &&
  !chunk.date.bareYear &&
  !chunk.date.window &&
  chunk.date.grain !== 'day' &&
  !has(chunk, 'today');
