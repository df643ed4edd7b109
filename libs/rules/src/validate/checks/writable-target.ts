import type { Action } from '../../model/action';
import { FLAGS_FIELD } from '../../model/actions/tag-actions';
import { parameterOf } from '../../model/action-row';
import type { JsonValue } from '../../model/json';
import type { Problem } from '../../model/problem';
import { findField, tagsFieldOf, type Field, type RecordType } from '../../model/record-type';
import { type PlacedAction, problem, type RuleUnderCheck } from '../check';
import { isDay, isMoment } from '../real-day';

/** Actions write only fields that may be written, with values those fields can hold. */
export function* writableTarget({ actions, recordType }: RuleUnderCheck): Generator<Problem> {
  for (const placed of actions) {
    if (placed.action.type === 'flag') yield* flagsAreFree(placed.at, recordType);
    for (const { name, kind } of placed.row.parameters) {
      const field =
        kind === 'target' || kind === 'moved' ? findField(recordType, parameterOf(placed.action, name)) : undefined;
      if (!field) continue;
      yield* writable(field, `${placed.at}/${name}`, recordType);
      if (kind === 'target') yield* fits(placed, field, sourceOf(placed.action, recordType));
    }
  }
}

function* writable(field: Field, at: string, recordType: RecordType): Generator<Problem> {
  if (field.writable === false)
    yield problem('error', 'not-writable', at, `"${field.label}" must not be written by rules.`);
  else if (field.name === recordType.key) {
    yield problem('error', 'not-writable', at, `"${field.label}" is the key: records are told apart by it.`);
  } else if (field.name === tagsFieldOf(recordType)) {
    yield problem('error', 'not-writable', at, 'Tags are written one by one.', 'Use addTag and removeTag.');
  }
}

/** Reasons are kept as a list; a field of that name that holds something else would be overwritten. */
function* flagsAreFree(at: string, recordType: RecordType): Generator<Problem> {
  const field = recordType.fields.find(({ name }) => name === FLAGS_FIELD);
  if (!field || field.type === 'list') return;
  yield problem(
    'error',
    'target-type',
    at,
    `Reasons of flags are kept in "${FLAGS_FIELD}", which holds a ${field.type} here.`,
    'Add a tag instead.',
  );
}

function sourceOf(action: Action, recordType: RecordType): Field | undefined {
  return action.type === 'copyValue' || action.type === 'moveValue' ? findField(recordType, action.from) : undefined;
}

function* fits({ action, row, at }: PlacedAction, field: Field, source: Field | undefined): Generator<Problem> {
  if (row.targets && !row.targets.includes(field.type)) {
    yield problem(
      'error',
      'target-type',
      `${at}/field`,
      `"${action.type}" is for fields that hold a ${row.targets.join(' or a ')}; "${field.label}" holds a ${field.type}.`,
    );
  }
  if ((action.type === 'setValue' || action.type === 'fillEmpty') && !fitsField(action.value, field)) {
    const shown = JSON.stringify(action.value).slice(0, 60);
    yield problem(
      'error',
      'unfit-value',
      `${at}/value`,
      `"${field.label}" holds a ${field.type}; ${shown} is none.`,
      hintFor(action, field),
    );
  }
  if (source && source.type !== field.type && field.type !== 'text') {
    const message = `"${source.label}" holds a ${source.type}, "${field.label}" a ${field.type}.`;
    yield problem('error', 'unfit-value', `${at}/from`, message);
  }
}

function hintFor(action: Action, { type }: Field): string | undefined {
  if (action.type === 'setValue' && action.value === null) return 'Use clearValue.';
  return type === 'date' || type === 'datetime' ? 'Write an ISO date such as 2024-05-01.' : undefined;
}

function fitsField(value: JsonValue, field: Field): boolean {
  switch (field.type) {
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value) && value.every(item => item === null || typeof item !== 'object');
    case 'date':
      return typeof value === 'string' && isDay(value);
    case 'datetime':
      return typeof value === 'string' && (isDay(value) || isMoment(value));
    case 'text':
      return typeof value === 'string';
  }
}
