import type { Action } from './action';
import { parameterOf, type ParameterKind } from './action-row';
import { findAction } from './action-table';
import { FLAGS_FIELD } from './actions/tag-actions';
import { tagsFieldOf, type RecordType } from './record-type';

/** The fields whose values an action carries elsewhere. */
export function fieldsReadBy(action: Action): readonly string[] {
  return fieldsOf(action, ['source', 'moved']);
}

/** The fields an action may write, the lists of tags and flags included. */
export function fieldsWrittenBy(action: Action, recordType: RecordType): readonly string[] {
  const list = findAction(action.type)?.list;
  const lists = list === 'tags' ? [tagsFieldOf(recordType)] : list === 'flags' ? [FLAGS_FIELD] : [];
  return [...lists, ...fieldsOf(action, ['target', 'moved'])];
}

function fieldsOf(action: Action, kinds: readonly ParameterKind[]): readonly string[] {
  const parameters = findAction(action.type)?.parameters ?? [];
  return parameters.flatMap(({ name, kind }) => (kinds.includes(kind) ? parameterOf(action, name) : []));
}
