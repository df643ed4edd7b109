import { findField, tagsFieldOf, type RecordType } from '../../model/record-type';
import { parameterOf } from '../../model/action-row';
import type { Problem } from '../../model/problem';
import { operationOf } from '../../json-logic/read-condition';
import { problem, type RuleUnderCheck } from '../check';
import { didYouMean } from '../nearest';

/** Every field that is read or written is in the catalog. */
export function* knownField({ actions, parts, recordType }: RuleUnderCheck): Generator<Problem> {
  for (const { node, at, inElement } of parts) {
    if (inElement) continue;
    if (node.kind === 'field') yield* unknown(node.path, at, recordType);
    if (node.kind === 'logic') yield* namesIn(operationOf(node.logic), at, recordType);
  }
  for (const { action, row, at } of actions) {
    for (const { name, kind } of row.parameters) {
      if (kind !== 'target' && kind !== 'source' && kind !== 'moved') continue;
      yield* unknown(parameterOf(action, name), `${at}/${name}`, recordType, kind !== 'source');
    }
  }
}

/** `missing` and `missing_some` name fields in plain texts. */
function* namesIn(operation: ReturnType<typeof operationOf>, at: string, recordType: RecordType): Generator<Problem> {
  if (operation?.operator !== 'missing' && operation?.operator !== 'missing_some') return;
  for (const operand of operation.operands.flat()) {
    if (typeof operand === 'string') yield* unknown(operand, at, recordType);
  }
}

function* unknown(path: string, at: string, recordType: RecordType, exactly = false): Generator<Problem> {
  if (findField(recordType, path)) return;
  // Parts of a field that holds a list or an object, and objects that hold fields, can be read though they are no fields.
  const parts = recordType.fields.some(
    field => field.name.startsWith(`${path}.`) || (path.startsWith(`${field.name}.`) && field.type === 'list'),
  );
  if (!exactly && (parts || path.startsWith(`${tagsFieldOf(recordType)}.`))) return;
  const names = recordType.fields.flatMap(field => [field.name, field.label]);
  const near = didYouMean(path, names);
  const byLabel = recordType.fields.find(field => near === `Did you mean "${field.label}"?`);
  yield problem(
    'error',
    'unknown-field',
    at,
    `There is no field "${path.slice(0, 200)}".`,
    byLabel ? `Did you mean "${byLabel.name}"?` : near,
  );
}
