import { has } from '../cursor';
import { presenceOf } from './presence/having';
import { type Meaning, negate } from '../meaning/meaning';
import { fieldMention, type Parsed, type ParseState, spanOf } from './parse-state';
import type { ValueLink } from '../../grounding/values/value-index';

/** A field by its very name. */
const NAMED = 0.98;

/** "an expiry but no date of renewal": what is named behind "but no" is not there. */
export function parseButNone(state: ParseState, at: number, next: number): Parsed | undefined {
  if (!has(state.chunks[at], 'but', 'except') || !/ /.test(state.chunks[at]?.key ?? '')) return undefined;
  const mention = fieldMention(state, next);
  const [link] = mention?.links ?? [];
  const field = link?.field;
  if (!mention || !field || field.type === 'boolean') return undefined;
  // "and not urgent" of a priority: what is denied is what records hold, and no name of the field alone.
  const held = (value: ValueLink): boolean => value.field === field || value.score > link.score;
  if (link.score < NAMED && state.chunks[next]?.values.some(held)) return undefined;
  state.lastField = field;
  const test = presenceOf(state, field);
  const there: Meaning = { kind: 'test', field, test, score: 0.9, spans: spanOf(state, at, mention.to) };
  return { meaning: negate(there), to: mention.to };
}
