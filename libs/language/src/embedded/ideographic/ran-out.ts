import { has, isBound, isField } from '../cursor';
import { says } from '../saying';
import { bare, isName, mark } from './pieces';
import type { Chunk } from '../../grounding/link-words';
import { isDateField } from '../../grounding/fields/date-field';

const isDay = (chunk: Chunk | undefined): chunk is Chunk =>
  chunk !== undefined &&
  isField(chunk) &&
  !isName(chunk) &&
  chunk.fields.some(({ field, score }) => score >= 0.6 && isDateField(field));

/** What tells when, or that it is still to come: then the name only names the day. */
const tellsWhen = (chunk: Chunk): boolean =>
  chunk.date !== undefined ||
  chunk.duration !== undefined ||
  has(
    chunk,
    'gt',
    'gte',
    'lt',
    'lte',
    'before',
    'after',
    'since',
    'until',
    'expired',
    'empty',
    'filled',
    'not',
    'notYet',
  ) ||
  has(chunk, 'without', 'next', 'vague', 'vagueSmall') ||
  (has(chunk, 'toCome') && !says(chunk, 'ranOut'));

const ends = (chunk: Chunk | undefined): boolean =>
  isBound(chunk) || (has(chunk, 'and', 'or', 'but') && !isName(chunk) && !has(chunk, 'be'));

const TODAY = { start: {}, end: { offset: 'P1D' }, grain: 'day', to: 0 } as const;

/** "没到期", "还没过期": a denial right before the verb. */
const denies = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'not', 'notYet', 'without') && !isName(chunk) && chunk?.opposite !== true;

/** "合同到期的员工", "执照还没过期的医生": what records are told by has run out, or has not, where nothing says when. */
export function ranOut(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 0; at < ordered.length; at++) {
    const day = ordered[at];
    if (!isDay(day)) continue;
    const inner = denies(ordered[at + 1]) ? 1 : 0;
    const verb = ordered[at + 1 + inner];
    const inForce = has(verb, 'inForce');
    const apart = inForce || (says(verb, 'ranOut') && has(verb, 'toCome', 'expired'));
    if (!apart && !(inner === 0 && says(day, 'ranOut'))) continue;
    const outer = !apart && denies(ordered[at - 1]) ? 1 : 0;
    if (apart && inner === 0 && has(verb, 'expired')) continue;
    const [begin, end] = [at - outer, apart ? at + 2 + inner : at + 1];
    const next = ordered[end];
    if (next && !isBound(next) && !has(next, 'noun', 'of', 'then', 'and', 'or', 'but', 'be', 'if')) continue;
    let [from, to] = [begin, end];
    while (from > 0 && !ends(ordered[from - 1])) from--;
    while (to < ordered.length && !ends(ordered[to])) to++;
    if ([...ordered.slice(from, begin), ...ordered.slice(end, to)].some(tellsWhen)) continue;
    const fields = day.fields.filter(({ field }) => isDateField(field)).map(link => ({ ...link, score: 0.9 }));
    const last = apart && verb ? verb : day;
    const said =
      inForce || inner + outer > 0
        ? [mark(last, 'since', 'since'), { ...bare(last), date: TODAY }]
        : [mark(last, 'expired', 'expired')];
    ordered.splice(begin, end - begin, { ...day, fields }, ...said);
    at = begin + 1;
  }
  return ordered;
}
