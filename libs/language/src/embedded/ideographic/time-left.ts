import { has, isBound, isField } from '../cursor';
import { says } from '../saying';
import { bare, isName, isParticle, mark } from './pieces';
import type { Chunk } from '../../grounding/link-words';
import { isDateField } from '../../grounding/fields/date-field';

const isDay = (chunk: Chunk | undefined): chunk is Chunk =>
  chunk !== undefined &&
  isField(chunk) &&
  !isName(chunk) &&
  chunk.fields[0] !== undefined &&
  isDateField(chunk.fields[0].field);

/** How far the stretch of time may stand behind its day. */
const FAR = 7;

/** "契約満了まであと30日以内", "离合同到期还有不到30天": the time left until a day. */
export function timeLeft(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 0; at < ordered.length; at++) {
    const day = ordered[at];
    if (!isDay(day)) continue;
    const away = says(ordered[at - 1], 'awayFrom');
    const until = says(ordered[at + 1], 'upToDay');
    if (!away && !until) continue;
    let span = at + 1;
    while (
      span < at + FAR &&
      ordered[span] &&
      !isBound(ordered[span]) &&
      !ordered[span]?.duration &&
      !ordered[span]?.date
    )
      span++;
    const length = ordered[span];
    const offset = length?.duration?.iso ?? offsetOf(length);
    if (!length || offset === undefined) continue;
    let end = span + 1;
    while (isParticle(ordered[end], /^[をがは]$/)) end++;
    const limit = [ordered[end], ordered[span - 1]].find(
      chunk => !says(chunk, 'upToDay') && has(chunk, 'gt', 'gte', 'lt', 'lte', 'orMore', 'orLess', 'lastBehind'),
    );
    const later = has(limit, 'gt', 'gte', 'orMore');
    const point = { offset };
    const date = later
      ? ({ start: point, end: point, grain: 'day', to: 0 } as const)
      : ({ start: {}, end: point, grain: 'day', window: 'future', to: 0 } as const);
    const { number: _, duration: __, ...words } = length;
    const made = [day, ...(later ? [mark(length, 'after', 'after')] : []), { ...bare(words), date }];
    ordered.splice(away ? at - 1 : at, (limit === ordered[end] ? end + 1 : span + 1) - (away ? at - 1 : at), ...made);
  }
  return ordered;
}

/** "30日以内" is a window around now when it stands alone: so far from now. */
function offsetOf(chunk: Chunk | undefined): string | undefined {
  const { date } = chunk ?? {};
  if (date?.window === 'future' && 'offset' in date.end) return date.end.offset;
  const start = chunk?.date?.eitherWay === true ? chunk.date.start : undefined;
  return start && 'offset' in start ? start.offset?.replace('-', '') : undefined;
}
