import type { Action } from '../model/action';
import { isBoundedJson, measureLogic } from '../json-logic/measure-logic';
import type { Problem } from '../model/problem';
import type { RecordType } from '../model/record-type';
import { fail, ok, type Result } from '../model/result';
import { DEFAULT_PRIORITY, type RuleDraft } from '../model/rule';
import { actionShape } from './action-shape';
import { problem } from './check';

export const MAX_NAME_LENGTH = 200;
export const MAX_ACTIONS = 50;

/** A stranger's value as a draft: every member there, of its type and within bounds. Says nothing yet about what they mean. */
export function readDraft(draft: unknown, recordType: RecordType): Result<Required<RuleDraft>, readonly Problem[]> {
  if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) {
    return fail([problem('error', 'not-a-rule', '', 'A rule is an object with a name, a condition and actions.')]);
  }
  const given = draft as { readonly [member: string]: unknown };
  const { name, condition, actions, priority = DEFAULT_PRIORITY } = given;
  const problems = [
    ...recordTypeProblems(given['recordType'], recordType),
    ...nameProblems(name),
    ...(condition === undefined
      ? [
          problem(
            'error',
            'no-condition',
            '/condition',
            'A rule needs a condition.',
            'A rule for every record says true.',
          ),
        ]
      : measureLogic(condition, '/condition')),
    ...actionsProblems(actions),
    ...(isInteger(priority)
      ? []
      : [problem('error', 'bad-priority', '/priority', 'The priority must be a whole number.')]),
  ];
  if (problems.length > 0 || !isBoundedJson(condition)) return fail(problems);
  return ok({
    recordType: recordType.name,
    name: (name as string).trim(),
    condition,
    actions: (actions ?? []) as readonly Action[],
    priority: priority as number,
  });
}

function recordTypeProblems(given: unknown, { name }: RecordType): readonly Problem[] {
  if (given === undefined || given === name) return [];
  return [
    problem(
      'error',
      'other-record-type',
      '/recordType',
      `The rule is for ${JSON.stringify(given)?.slice(0, 100)}, not for "${name}".`,
    ),
  ];
}

function nameProblems(name: unknown): readonly Problem[] {
  if (typeof name !== 'string' || name.trim() === '')
    return [problem('error', 'no-name', '/name', 'A rule needs a name.')];
  if (name.length <= MAX_NAME_LENGTH) return [];
  return [problem('error', 'name-too-long', '/name', `A name has at most ${MAX_NAME_LENGTH} characters.`)];
}

function actionsProblems(actions: unknown): readonly Problem[] {
  if (actions === undefined) return [];
  if (!Array.isArray(actions)) return [problem('error', 'bad-actions', '/actions', 'Actions are a list.')];
  if (actions.length > MAX_ACTIONS)
    return [problem('error', 'too-many-actions', '/actions', `A rule has at most ${MAX_ACTIONS} actions.`)];
  return actions.flatMap((action: unknown, i) => {
    const size = measureLogic(action, `/actions/${i}`);
    return size.length > 0 ? size : [...actionShape(action, `/actions/${i}`)];
  });
}

function isInteger(value: unknown): boolean {
  return Number.isSafeInteger(value);
}
