import { has, NUMERIC } from '../../cursor';
import { saidTo, says } from '../../saying';
import { fieldMention, type Parsed, type ParseState, tested } from '../parse-state';
import { quotaOf, keepsRest } from './quotas';

/** "used up all their leave", "spent the whole budget": nothing is left of it; that it was used needs the word for all of it. */
export function parseUsedUp(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const verb = has(chunks[at], 'have') && !has(chunks[at], 'no', 'without') ? at + 1 : at;
  const up = saidTo(chunks, verb, 'usesUp');
  const led = up ?? saidTo(chunks, verb, 'uses');
  if (led === undefined || chunks[verb]?.quote !== undefined) return undefined;
  let next = led;
  while (next < led + 3 && has(chunks[next], 'allTags', 'det', 'of', 'them') && !chunks[next]?.number) next++;
  const whole = chunks.slice(led, next).some(chunk => has(chunk, 'allTags') || says(chunk, 'wholePeriod'));
  const mention = fieldMention(state, next);
  const field = mention?.links.find(link => NUMERIC.includes(link.field.type) && link.score >= 0.6)?.field;
  if (!mention || !field || !(whole || up !== undefined)) return undefined;
  const quota = quotaOf(grounding, field);
  if (quota) return tested(state, quota.used, { is: 'field', operator: '>=', other: quota.total }, at, mention.to);
  return keepsRest(grounding, field)
    ? tested(state, field, { is: 'compare', operator: '==', value: 0 }, at, mention.to)
    : undefined;
}
