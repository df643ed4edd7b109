import type { Action } from '../../model/action';
import { findAction } from '../../model/action-table';
import type { JsonValue } from '../../model/json';
import type { Problem } from '../../model/problem';
import { findField, tagsFieldOf, type Field } from '../../model/record-type';
import { problem, type RuleUnderCheck } from '../check';

/** Actions write only fields that may be written, with values those fields can hold. */
export function* writableTarget({ draft, recordType }: RuleUnderCheck): Generator<Problem> {
  for (const [i, action] of draft.actions.entries()) {
    for (const { name, kind } of findAction(action.type)?.parameters ?? []) {
      if (kind !== 'target') continue;
      const path = (action as unknown as { readonly [name: string]: string })[name] ?? '';
      const field = findField(recordType, path);
      if (!field) continue;
      const at = `/actions/${i}/${name}`;
      if (field.writable === false)
        yield problem('error', 'not-writable', at, `"${field.label}" must not be written by rules.`);
      else if (path === recordType.key)
        yield problem('error', 'not-writable', at, `"${field.label}" is the key: records are told apart by it.`);
      else if (path === tagsFieldOf(recordType))
        yield problem('error', 'not-writable', at, 'Tags are written one by one.', 'Use addTag and removeTag.');
      yield* fits(action, field, i, recordTypeOfSource(action, recordType));
    }
  }
}

function recordTypeOfSource(action: Action, recordType: RuleUnderCheck['recordType']): Field | undefined {
  return action.type === 'copyValue' ? findField(recordType, action.from) : undefined;
}

function* fits(action: Action, field: Field, i: number, source: Field | undefined): Generator<Problem> {
  const targets = findAction(action.type)?.targets;
  if (targets && !targets.includes(field.type)) {
    yield problem(
      'error',
      'target-type',
      `/actions/${i}/field`,
      `"${action.type}" rewrites text; "${field.label}" holds a ${field.type}.`,
    );
  }
  if (action.type === 'setValue' && !fitsField(action.value, field)) {
    const hint =
      action.value === null
        ? 'Use clearValue.'
        : field.type.startsWith('date')
          ? 'Write an ISO date such as 2024-05-01.'
          : undefined;
    yield problem(
      'error',
      'unfit-value',
      `/actions/${i}/value`,
      `"${field.label}" holds a ${field.type}; ${JSON.stringify(action.value).slice(0, 60)} is none.`,
      hint,
    );
  }
  if (source && source.type !== field.type && field.type !== 'text') {
    yield problem(
      'error',
      'unfit-value',
      `/actions/${i}/from`,
      `"${source.label}" holds a ${source.type}, "${field.label}" a ${field.type}.`,
    );
  }
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
      return (
        typeof value === 'string' &&
        isDay(value.slice(0, 10)) &&
        (value.length === 10 || !Number.isNaN(Date.parse(value)))
      );
    case 'text':
      return typeof value === 'string';
  }
}

/** A day that exists: the thirtieth of February is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
