import { has } from '../cursor';
import { presenceOf } from './having';
import { type Meaning, negate } from '../meaning';
import { fieldMention, type Parsed, type ParseState, spanOf } from './parse-state';

/** So surely a field is called by its own name. */
const CALLED = 0.8;

/** "an expiry but no date of renewal": what is named behind "but no" is not there. */
export function parseButNone(state: ParseState, at: number, next: number): Parsed | undefined {
  if (!has(state.chunks[at], 'but', 'except') || !/ /.test(state.chunks[at]?.key ?? '')) return undefined;
  const mention = fieldMention(state, next);
  const field = mention?.links[0]?.field;
  if (!mention || !field || field.type === 'boolean') return undefined;
  // "and not Running", of running hours and a status: the state.
  const score = mention.links[0]?.score ?? 0;
  const named = state.chunks[next]?.values.some(
    value => value.score > score || (value.via === 'stem' && score < CALLED),
  );
  if (named && mention.to === next + 1) return undefined;
  state.lastField = field;
  const test = presenceOf(state, field);
  const there: Meaning = { kind: 'test', field, test, score: 0.9, spans: spanOf(state, at, mention.to) };
  return { meaning: negate(there), to: mention.to };
}
