import { has } from '../cursor';
import { join, type Meaning } from '../meaning';
import { fieldMention, type Parsed, type ParseState } from './parse-state';
import { parseTest } from './parse-test';
import { closed } from './scopes';

/** "interlock missing or false on running machines": another state of the field last spoken of, and no more than that. */
export function alternativeState(state: ParseState, at: number, last: Meaning | undefined): Parsed | undefined {
  const { chunks, lastField } = state;
  const items = last?.kind === 'and' && !last.closed ? last.items : last ? [last] : [];
  const before = items[items.length - 1];
  if (!has(chunks[at], 'or') || !lastField || before?.kind !== 'test' || before.field !== lastField) return undefined;
  const next = has(chunks[at + 1], 'be') ? at + 2 : at + 1;
  if (!has(chunks[next], 'empty', 'filled', 'trueWord', 'falseWord') || fieldMention(state, next)) return undefined;
  const parsed = parseTest(state, at + 1, false);
  if (parsed?.meaning.kind !== 'test' || parsed.meaning.field !== lastField) return undefined;
  const either = join('or', [before, parsed.meaning]);
  const meaning = either && join('and', [...items.slice(0, -1), closed(either)]);
  return meaning && { meaning, to: parsed.to };
}
