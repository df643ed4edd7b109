import type { ActionRow } from './action-row';
import { NORMALISE_ACTIONS } from './actions/normalise-actions';
import { TAG_ACTIONS } from './actions/tag-actions';
import { TEXT_ACTIONS } from './actions/text-actions';
import { TIDY_ACTIONS } from './actions/tidy-actions';
import { VALUE_ACTIONS } from './actions/value-actions';

/** Every action a rule can take. */
export const ACTIONS: readonly ActionRow[] = [
  ...TAG_ACTIONS,
  ...VALUE_ACTIONS,
  ...TEXT_ACTIONS,
  ...TIDY_ACTIONS,
  ...NORMALISE_ACTIONS,
];

const rows = new Map<string, ActionRow>(ACTIONS.map(row => [row.type, row]));

/** The row of an action type, where there is one. */
export function findAction(type: string): ActionRow | undefined {
  return rows.get(type);
}
