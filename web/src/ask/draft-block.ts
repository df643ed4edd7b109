import type { DraftRule, Problem } from '../api/contracts';

/** Why a draft cannot be saved as it stands; undefined where it can. */
export function draftBlock(draft: DraftRule, problems: readonly Problem[], isJsonBroken: boolean): string | undefined {
  if (isJsonBroken) return 'The JSON has to be readable before it can be saved.';
  if (draft.actions.length === 0)
    return 'This is a filter: it finds records and changes nothing. Say what should happen to them, for example “and tag them as …”.';
  const errors = problems.filter(problem => problem.severity === 'error').length;
  if (errors > 0)
    return errors === 1 ? 'One error has to be put right first.' : `${errors} errors have to be put right first.`;
  return undefined;
}
