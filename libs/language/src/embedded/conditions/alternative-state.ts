import { endsClause, has } from '../cursor';
import { saidTo } from '../saying';
import { join, type Meaning } from '../meaning/meaning';
import { fieldMention, type Parsed, type ParseState, spanOf } from './parse-state';
import { parseTest } from './parse-test';
import { closed } from './scopes';
import { isDateField } from '../../grounding/fields/date-field';

/** "interlock missing or false on running machines": another state of the field last spoken of, and no more than that. */
export function alternativeState(state: ParseState, at: number, last: Meaning | undefined): Parsed | undefined {
  const { chunks, lastField } = state;
  const items = last?.kind === 'and' && !last.closed ? last.items : last ? [last] : [];
  const before = items[items.length - 1];
  const or = has(chunks[at], 'comma') ? at + 1 : at;
  const never = saidTo(chunks, or, 'orNever');
  if (!(never !== undefined || has(chunks[or], 'or')) || !lastField) return undefined;
  if (before?.kind !== 'test' || before.field !== lastField) return undefined;
  const beside = (other: Meaning, to: number): Parsed | undefined => {
    const either = join('or', [before, other]);
    const meaning = either && join('and', [...items.slice(0, -1), closed(either)]);
    return meaning && { meaning, to };
  };
  // "not verified for 18 months, or never", "not serviced since May, if ever"
  const to = has(chunks[or + 1], 'never') ? or + 2 : never;
  if (isDateField(lastField) && to !== undefined && endsClause(chunks[to])) {
    const spans = spanOf(state, or, to);
    return beside({ kind: 'test', field: lastField, test: { is: 'empty' }, score: 0.9, spans }, to);
  }
  if (or > at) return undefined;
  const next = has(chunks[at + 1], 'be') ? at + 2 : at + 1;
  // "under 3 or missing": nothing is named that would be missing but the field itself.
  const behind = chunks[next + 1];
  if (has(chunks[next], 'empty') && has(chunks[next], 'without') && endsClause(behind)) {
    const spans = spanOf(state, at, next + 1);
    return beside({ kind: 'test', field: lastField, test: { is: 'empty' }, score: 0.9, spans }, next + 1);
  }
  if (!has(chunks[next], 'empty', 'filled', 'trueWord', 'falseWord') || fieldMention(state, next)) return undefined;
  const parsed = parseTest(state, at + 1, false);
  if (parsed?.meaning.kind !== 'test' || parsed.meaning.field !== lastField) return undefined;
  return beside(parsed.meaning, parsed.to);
}
