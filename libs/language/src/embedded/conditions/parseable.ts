import type { ParseState } from './parse-state';
import { parseTest } from './parse-test';

/** Whether something said about records begins here; trying it leaves no trace. */
export const parseable = (state: ParseState, at: number): boolean => parseTest(copyOf(state), at, false) !== undefined;

/** What is tried is read with notes of its own; only the effort it takes counts. */
const copyOf = (state: ParseState): ParseState => ({
  ...state,
  issues: [...state.issues],
  unknown: [...state.unknown],
  failed: new Set(state.failed),
});
