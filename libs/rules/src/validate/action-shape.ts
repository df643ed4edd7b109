import type { ActionParameter } from '../model/action-row';
import { ACTIONS, findAction } from '../model/action-table';
import { pointerTo } from '../model/pointer';
import type { Problem } from '../model/problem';
import { problem } from './check';
import { didYouMean } from './nearest';

/** Every action is of a known type and has exactly that type's parameters, each of its kind. */
export function* actionShape(action: unknown, at: string): Generator<Problem> {
  if (typeof action !== 'object' || action === null || Array.isArray(action)) {
    yield problem('error', 'bad-action', at, 'An action is an object with a type.');
    return;
  }
  const given = action as { readonly [member: string]: unknown };
  const type = Object.hasOwn(given, 'type') ? given['type'] : undefined;
  const row = typeof type === 'string' ? findAction(type) : undefined;
  if (!row) {
    const types = ACTIONS.map(known => known.type);
    const message =
      typeof type === 'string' ? `There is no action "${type.slice(0, 100)}".` : 'An action needs a type.';
    yield problem(
      'error',
      'unknown-action',
      `${at}/type`,
      message,
      didYouMean(String(type), types) ?? `Actions are ${types.join(', ')}.`,
    );
    return;
  }
  for (const parameter of row.parameters) yield* parameterShape(given, parameter, row.type, at);
  const known = new Set<string>(['type', ...row.parameters.map(({ name }) => name)]);
  for (const member of Object.keys(given)) {
    if (known.has(member)) continue;
    yield problem(
      'error',
      'unknown-parameter',
      pointerTo(at, member),
      `"${row.type}" has no parameter "${member.slice(0, 100)}".`,
      didYouMean(member, known),
    );
  }
}

function* parameterShape(
  given: { readonly [member: string]: unknown },
  { name, kind, choices = [] }: ActionParameter,
  type: string,
  at: string,
): Generator<Problem> {
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  if (value === undefined) {
    yield problem('error', 'missing-parameter', `${at}/${name}`, `"${type}" needs "${name}".`);
    return;
  }
  if (kind === 'value') return;
  if (typeof value !== 'string')
    yield problem('error', 'bad-parameter', `${at}/${name}`, `"${name}" of "${type}" must be a text.`);
  else if (kind !== 'text' && value.trim() === '' && !(kind === 'word' && type === 'replaceText' && value !== '')) {
    yield problem('error', 'bad-parameter', `${at}/${name}`, `"${name}" of "${type}" must not be blank.`);
  } else if (kind === 'choice' && !choices.includes(value)) {
    yield problem(
      'error',
      'bad-parameter',
      `${at}/${name}`,
      `"${name}" of "${type}" is ${choices.map(choice => `"${choice}"`).join(' or ')}.`,
    );
  }
}
