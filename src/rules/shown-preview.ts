import type { Action, Change, DataRecord, JsonValue, Preview, RecordType } from '@lib/rules';

import { type Actor, may } from '../auth/actor';
import { MASKED, maskFor, personalPaths } from '../catalog/mask-personal';

/**
 * A preview of a rule with these actions as this person may see it: counts always, records only with the right to
 * samples, personal values only with that right, wherever the actions take them.
 */
export function shownPreview(
  preview: Preview,
  recordType: RecordType,
  actor: Actor,
  actions: readonly Action[],
): Preview {
  const show = recordsFor(actor, recordType);
  if (!show) return { ...preview, matches: [], nearMisses: [] };
  const hide = changeFor(actor, recordType, actions);
  return {
    ...preview,
    matches: preview.matches.map(({ record, changes }) => ({ record: show(record), changes: changes.map(hide) })),
    nearMisses: preview.nearMisses.map(({ record, failed }) => ({ record: show(record), failed })),
  };
}

/** How this person may see sample records; undefined where not at all. */
export function recordsFor(actor: Actor, recordType: RecordType): ((record: DataRecord) => DataRecord) | undefined {
  return may(actor, 'see-samples', recordType.name) ? maskFor(actor, recordType) : undefined;
}

function changeFor(actor: Actor, recordType: RecordType, actions: readonly Action[]): (change: Change) => Change {
  const paths = may(actor, 'see-personal', recordType.name) ? new Set<string>() : reachedBy(recordType, actions);
  return change => (paths.has(change.path) ? maskChange(change) : change);
}

/** The fields that hold personal values once these actions, in their order, have copied and moved them. */
function reachedBy(recordType: RecordType, actions: readonly Action[]): ReadonlySet<string> {
  const reached = new Set(personalPaths(recordType));
  for (const action of actions) if ('from' in action && reached.has(action.from)) reached.add(action.to);
  return reached;
}

function maskChange(change: Change): Change {
  const replaced = change.replaced ? { replaced: { ...change.replaced, value: masked(change.replaced.value) } } : {};
  if ('add' in change) return { ...change, add: MASKED, ...replaced };
  if ('remove' in change) return { ...change, remove: MASKED, ...replaced };
  return { ...change, from: masked(change.from), to: masked(change.to), ...replaced };
}

function masked(value: JsonValue): JsonValue {
  return value === null || value === '' ? value : MASKED;
}
