import type { Action } from '../model/action';
import type { ActionContext, Effect } from '../model/action-row';
import { findAction } from '../model/action-table';
import type { DataRecord } from '../model/record';
import { withEffects } from '../model/write-value';

export interface ActionEffect {
  readonly action: number;
  readonly effect: Effect;
}

/** Runs actions in order, each on the record as the one before left it. The record given is never altered. */
export function applyActions(
  actions: readonly Action[],
  record: DataRecord,
  context: ActionContext,
): { readonly record: DataRecord; readonly effects: readonly ActionEffect[] } {
  const effects: ActionEffect[] = [];
  let current = record;
  actions.forEach((action, index) => {
    context.run.at = `/actions/${index}`;
    const made = findAction(action.type)?.apply(action, current, context) ?? [];
    current = withEffects(current, made, context.recordType, context.run);
    for (const effect of made) effects.push({ action: index, effect });
  });
  return { record: current, effects };
}
