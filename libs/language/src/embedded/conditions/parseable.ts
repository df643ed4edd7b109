import type { ParseState } from './parse-state';
import { parseTest } from './parse-test';

/** Whether something said about records begins here; trying it leaves no trace. */
export function parseable(state: ParseState, at: number): boolean {
  const field = state.lastField;
  const parsed = parseTest(state, at, false) !== undefined;
  if (field) state.lastField = field;
  return parsed;
}
