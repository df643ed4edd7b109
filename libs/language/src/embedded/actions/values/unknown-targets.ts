import type { Action, Field } from '@lib/rules';
import type { ActionContext, FoundAction, ReadAction } from '../action-text';
import { endsOrder, leavesOrder } from '../clause-end';
import { startsClause } from '../clause-start';
import { has, isBound, isUnknown } from '../../cursor';
import { isUntoldDay } from '../../conditions/dates/untold-day';
import type { IssueKind } from '../../meaning/meaning';
import { readNewValue, setTo } from './new-value';
import { says } from '../../saying';
import { readValueText } from '../tags/tag-text';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** "set the mood to happy": a field nobody knows. "set the date to 1 May": one of several days. */
export function unknownTarget(
  context: ActionContext,
  at: number,
  plain: boolean,
  grounding: Grounding,
): FoundAction | undefined {
  const { chunks } = context;
  if (!plain || !says(chunks[at], 'setVerb')) return undefined;
  const to = chunks.findIndex((chunk, i) => i > at && i < at + 6 && has(chunk, 'to'));
  if (to < 0) return undefined;
  const words = chunks.slice(at + 1, to).filter(chunk => !has(chunk, 'det'));
  if (words.length === 0 || words.some(chunk => isBound(chunk))) return undefined;
  const raw = readValueText(context, to + 1);
  const day = grounding.columns.dates[0] && readNewValue(context, to + 1, grounding.columns.dates[0], grounding);
  const ends = day?.to ?? raw?.to ?? to + 1;
  return { actions: [], to: ends, issues: [targetIssue(words, grounding, day && (field => setTo(field, day.value)))] };
}

/**
 * "…, clear the operator", "clear the fax for orders from Spain", where no field is called so: an order that cannot be met
 * is never left out of the rule.
 */
export const parseClearingUnknown: ReadAction = (context, at, grounding): FoundAction | undefined => {
  const { chunks, conditionBefore } = context;
  const verb = chunks[at];
  if (!has(verb, 'clear') || has(verb, 'empty') || verb?.quote !== undefined || !startsClause(chunks, at))
    return undefined;
  const named = has(chunks[at + 1], 'det') ? at + 2 : at + 1;
  const noun = chunks[named];
  const ends = conditionBefore ? named > at + 1 && endsOrder(chunks, named + 1) : leavesOrder(chunks, named + 1);
  if (!noun || !ends) return undefined;
  const names = noun.quote === undefined && noun.values.length === 0 && (noun.fields[0]?.score ?? 0) < 0.5;
  const issue = targetIssue([noun], grounding, field => ({ type: 'clearValue', field: field.name }));
  const isNoun = isUnknown(noun) || (has(noun, 'noun') && noun.roles.length === 1) || issue.kind === 'unsettled-target';
  return names && isNoun ? { actions: [], to: named + 1, issues: [issue] } : undefined;
};

/** What is to be written where these words name no field, or, being no more than "the date", one of several. */
function targetIssue(
  words: readonly Chunk[],
  grounding: Grounding,
  write: ((field: Field) => Action) | undefined,
): IssueKind {
  const word = words.map(chunk => chunk.text).join(' ');
  const { dates } = grounding.columns;
  return write && words.length === 1 && isUntoldDay(words[0], grounding)
    ? { kind: 'unsettled-target', word, fields: dates, choices: dates.map(write) }
    : { kind: 'unknown-target', word };
}
