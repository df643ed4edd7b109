import { has, isDateField } from '../cursor';
import type { TestMeaning } from '../meaning';
import type { Parsed, ParseState } from './parse-state';

/** What began for everybody, and what says that it is over. */
const BEGUN = 'hired';
const OVER = 'terminated';
const STILL = 'active';
const UNSURE = 0.4;

/** "nicht mehr im Unternehmen", "no longer employed": nobody was never taken on; they have left. */
export function noLonger(state: ParseState, at: number, parsed: Parsed): Parsed {
  const { meaning } = parsed;
  const { fields } = state.grounding;
  if (meaning.kind !== 'test' || meaning.test.is !== 'empty') return parsed;
  if (!fields.ofConcept(BEGUN).some(({ field }) => field === meaning.field)) return parsed;
  const said = state.chunks.slice(at, parsed.to);
  const denied = said.some(chunk => has(chunk, 'not', 'never') && !has(chunk, 'without', 'empty', 'notYet'));
  if (!denied) return parsed;
  const active = fields.ofConcept(STILL).find(({ field, score }) => field.type === 'boolean' && score >= 0.8)?.field;
  const left = fields.ofConcept(OVER).find(({ field, score }) => isDateField(field) && score >= 0.8)?.field;
  const { alternatives: _, ...plain } = meaning;
  const over: TestMeaning | undefined = active
    ? { ...plain, field: active, test: { is: 'boolean', value: false, orEmpty: true } }
    : left && { ...plain, field: left, test: { is: 'filled' } };
  // Where nothing keeps who has left, it can only be guessed at.
  return { ...parsed, meaning: over ?? { ...plain, score: UNSURE } };
}
