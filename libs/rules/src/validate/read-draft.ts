import { measureLogic } from '../json-logic/measure-logic';
import { readNode } from '../json-logic/read-condition';
import { visitCondition } from '../json-logic/visit-condition';
import type { Action } from '../model/action';
import { findAction } from '../model/action-table';
import type { GlossaryUse } from '../model/glossary';
import type { JsonLogic, JsonValue } from '../model/json';
import { hasHiddenCharacter, MAX_LABEL_LENGTH } from '../model/plain-text';
import type { Problem } from '../model/problem';
import type { RecordType } from '../model/record-type';
import { DEFAULT_PRIORITY } from '../model/rule';
import { actionShape } from './action-shape';
import { readGlossary } from './read-glossary';
import { type PlacedAction, problem, type RuleUnderCheck } from './check';

export const MAX_NAME_LENGTH = MAX_LABEL_LENGTH;
export const MAX_ACTIONS = 50;

/** What could be read of a stranger's draft, and what is wrong with its shape. */
export interface ReadDraft {
  readonly problems: readonly Problem[];
  /** Absent where there is no condition within bounds that checks could look at. */
  readonly rule?: RuleUnderCheck;
}

/** A stranger's value as a draft: every member there, of its type and within bounds. Says nothing yet about what they mean. */
export function readDraft(draft: unknown, recordType: RecordType): ReadDraft {
  if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) {
    return {
      problems: [problem('error', 'not-a-rule', '', 'A rule is an object with a name, a condition and actions.')],
    };
  }
  const {
    name,
    condition,
    actions,
    priority,
    glossary,
    recordType: of,
  } = draft as { readonly [member: string]: unknown };
  const placed = placedActions(actions);
  const condensed = conditionProblems(condition);
  const problems = [
    ...recordTypeProblems(of, recordType),
    ...nameProblems(name),
    ...priorityProblems(priority),
    ...condensed,
    ...placed.problems,
  ];
  if (condensed.length > 0) return { problems };
  const named = readGlossary(glossary, condition as JsonLogic, recordType);
  const rule = underCheck({ name, condition, priority, glossary: named.uses }, placed.actions, recordType);
  return { problems: [...problems, ...named.problems], rule };
}

type Unread = { readonly [member in 'name' | 'condition' | 'priority']: unknown };

function underCheck(
  { name, condition, priority, glossary }: Unread & { readonly glossary: readonly GlossaryUse[] },
  actions: readonly PlacedAction[],
  recordType: RecordType,
): RuleUnderCheck {
  // A copy of its own: whoever made the draft may go on changing it, a valid rule never changes.
  const ownCondition = copyOf(condition as JsonLogic);
  const ownActions = actions.map(({ action }) => copyOf(action as unknown as JsonValue) as unknown as Action);
  const read = readNode(ownCondition);
  return {
    draft: {
      recordType: recordType.name,
      name: typeof name === 'string' ? name.trim() : '',
      condition: ownCondition,
      actions: ownActions,
      priority: typeof priority === 'number' ? priority : DEFAULT_PRIORITY,
      ...(glossary.length > 0 && { glossary }),
    },
    condition: read,
    parts: [...visitCondition(read, '/condition')],
    actions,
    recordType,
  };
}

/** Plain JSON, as what is within bounds was found to be, once more. */
function copyOf(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}

function conditionProblems(condition: unknown): readonly Problem[] {
  if (condition !== undefined) return measureLogic(condition, '/condition');
  return [
    problem('error', 'no-condition', '/condition', 'A rule needs a condition.', 'A rule for every record says true.'),
  ];
}

function recordTypeProblems(given: unknown, { name }: RecordType): readonly Problem[] {
  if (given === undefined || given === name) return [];
  const shown = typeof given === 'string' ? `"${given.slice(0, 100)}"` : 'something else';
  return [problem('error', 'other-record-type', '/recordType', `The rule is for ${shown}, not for "${name}".`)];
}

function nameProblems(name: unknown): readonly Problem[] {
  if (typeof name !== 'string' || name.trim() === '')
    return [problem('error', 'no-name', '/name', 'A rule needs a name.')];
  if (name.length > MAX_NAME_LENGTH)
    return [problem('error', 'name-too-long', '/name', `A name has at most ${MAX_NAME_LENGTH} characters.`)];
  if (!hasHiddenCharacter(name.trim())) return [];
  const message = 'A name must not hold line breaks, tabs or other characters that nobody sees. Write it anew by hand.';
  return [problem('error', 'control-character', '/name', message)];
}

function priorityProblems(priority: unknown): readonly Problem[] {
  if (priority === undefined || Number.isSafeInteger(priority)) return [];
  return [problem('error', 'bad-priority', '/priority', 'The priority must be a whole number.')];
}

interface Placed {
  readonly problems: readonly Problem[];
  readonly actions: readonly PlacedAction[];
}

function placedActions(given: unknown): Placed {
  if (given === undefined) return { problems: [], actions: [] };
  if (!Array.isArray(given))
    return { problems: [problem('error', 'bad-actions', '/actions', 'Actions are a list.')], actions: [] };
  if (given.length > MAX_ACTIONS) {
    return {
      problems: [problem('error', 'too-many-actions', '/actions', `A rule has at most ${MAX_ACTIONS} actions.`)],
      actions: [],
    };
  }
  const problems: Problem[] = [];
  const actions: PlacedAction[] = [];
  given.forEach((action: unknown, i) => {
    const at = `/actions/${i}`;
    const size = measureLogic(action, at);
    const wrong = size.length > 0 ? size : [...actionShape(action, at)];
    const row = wrong.length === 0 ? findAction((action as Action).type) : undefined;
    if (row) actions.push({ action: action as Action, row, at });
    problems.push(...wrong);
  });
  return { problems, actions };
}
