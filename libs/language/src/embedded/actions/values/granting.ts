import { targetAt } from './action-target';
import type { ActionContext, FoundAction } from '../action-text';
import { endsClause } from '../clause-end';
import { startsClause } from '../clause-start';
import { readNewValue, setTo } from './new-value';
import { readStated } from './setting-records';
import { statedAt, statedBefore } from './stated-value';
import { fits } from './value-given';
import { has, isBound } from '../../cursor';
import { closesSaying, says } from '../../saying';
import type { Grounding } from '../../../grounding/link-words';

const FAR = 12;

/** "give them cost center CC-210", "give everyone in Leeds the office HQ", "assign status Active to new doctors": a field with its value is what is given. */
export function parseGranting(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks, tags } = context;
  const verb = chunks[at];
  if (!(says(verb, 'grants') || closesSaying(verb, 'grants')) || verb?.quote !== undefined || !startsClause(chunks, at))
    return undefined;
  // "…, exceto as de | nível Bronze": what leaves records out gives them nothing, though it may end as such a verb sounds.
  if (has(verb, 'except')) return undefined;
  const first = statedAt(chunks, at + 1, tags);
  // "assign cost center CC-210 to engineers": who gets it stands behind.
  if (first?.named && has(chunks[first.to], 'to', 'for') && !fits(chunks[first.to + 1], first.field)) {
    const read = readStated(context, first, grounding);
    return read && { ...read, to: first.to + 1 };
  }
  let end = at + 1;
  while (end < at + FAR && !endsClause(chunks, end)) end++;
  const given = endsClause(chunks, end) ? givenBefore(context, at + 1, end, grounding) : undefined;
  if (!given) return undefined;
  const receivers = chunks.slice(at + 1, given.from);
  const points = receivers.every(
    chunk => chunk.values.length === 0 && has(chunk, 'them', 'det', 'noun', 'ones', 'then'),
  );
  if (points && !context.conditionBefore) return undefined;
  return { actions: given.actions, to: end, ...(!points && { inner: [at + 1, given.from] as const }) };
}

interface Given {
  readonly actions: FoundAction['actions'];
  readonly from: number;
}

/** The field and its value that stand right before the end. */
function givenBefore(context: ActionContext, start: number, end: number, grounding: Grounding): Given | undefined {
  const { chunks, tags } = context;
  const stated = statedBefore(chunks, end, tags);
  if (stated) {
    const read = stated.named && stated.from >= start ? readStated(context, stated, grounding) : undefined;
    return read && { actions: read.actions, from: stated.from };
  }
  // "give them a rating of 5"
  for (let from = start; from < end - 1; from++) {
    if (isBound(chunks[from]) || (chunks[from]?.fields[0]?.score ?? 0) < SURE) continue;
    const target = targetAt(chunks, from, grounding);
    const value = target && has(chunks[target.to], 'of', 'eq') ? target.to + 1 : target?.to;
    if (!target || value !== end - 1 || target.field.type === 'list' || !fits(chunks[value], target.field)) continue;
    const read = readNewValue(context, value, target.field, grounding);
    const article = has(chunks[from - 1], 'det') && from - 1 >= start ? from - 1 : from;
    return read?.to === end ? { actions: [setTo(target.field, read.value)], from: article } : undefined;
  }
  return undefined;
}

/** A score that names a field surely. */
const SURE = 0.8;
