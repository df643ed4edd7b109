import type { Action, ActionType } from './action';
import type { JsonValue } from './json';
import type { ByLanguage } from './language';
import type { DataRecord } from './record';
import type { FieldType, RecordType } from './record-type';
import type { Run } from './run';

/** What an action does to one record, before it is known which rule did it. */
export type Effect =
  | { readonly path: string; readonly add: string }
  | { readonly path: string; readonly remove: string }
  | { readonly path: string; readonly from: JsonValue; readonly to: JsonValue };

/**
 * What a parameter of an action is: `source` a field that is read, `target` a field that is written, `moved` a field that
 * is read and then emptied, `text` any text, `word` a text that is not blank, `value` a value that fits the target,
 * `pattern` a regular expression in RE2 syntax, `date-format` the order of a date's parts, `choice` one of its choices.
 */
export type ParameterKind =
  'source' | 'target' | 'moved' | 'text' | 'word' | 'value' | 'pattern' | 'date-format' | 'choice';

export interface ActionParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** What a `choice` chooses from. */
  readonly choices?: readonly string[];
}

export interface ActionContext {
  readonly recordType: RecordType;
  readonly run: Run;
}

/** One action, whole: validator, engine, explainer, translators and console read this row. */
export interface ActionRowOf<T extends ActionType> {
  readonly type: T;
  /** Words people ask for it with. */
  readonly words: ByLanguage<readonly string[]>;
  /** How it is said, its parameters in braces. */
  readonly phrase: ByLanguage<string>;
  readonly parameters: readonly ActionParameter[];
  /** Types of fields it may write; none given means any. */
  readonly targets?: readonly FieldType[];
  /** The list it writes beside the fields its parameters name. */
  readonly list?: 'tags' | 'flags';
  /** The effects on this record, none where nothing would change. Pure. */
  apply(action: Extract<Action, { type: T }>, record: DataRecord, context: ActionContext): readonly Effect[];
}

export type ActionRow = Omit<ActionRowOf<ActionType>, 'apply'> & {
  apply(action: Action, record: DataRecord, context: ActionContext): readonly Effect[];
};

/** A row whose `apply` knows its action's own parameters. Rows are looked up by type, so it only ever meets its own. */
export function actionRow<T extends ActionType>(row: ActionRowOf<T>): ActionRow {
  return {
    ...row,
    apply: (action, record, context) => row.apply(action as Extract<Action, { type: T }>, record, context),
  };
}

/** The text given for a parameter that names a field or a word. */
export function parameterOf(action: Action, name: string): string {
  const value = (action as unknown as { readonly [name: string]: unknown })[name];
  return typeof value === 'string' ? value : '';
}
