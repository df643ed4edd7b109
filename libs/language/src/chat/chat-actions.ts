import type { ActionType } from '@lib/rules';

/** What a parameter of an action takes: a field the rule may write, a field it reads, plain text, or a value. */
export type ParameterKind = 'target' | 'source' | 'text' | 'value';

/** The parameters a model fills in per action type. A new action type does not compile until it has its line here. */
export const CHAT_ACTIONS: { readonly [Type in ActionType]: { readonly [parameter: string]: ParameterKind } } = {
  addTag: { value: 'text' },
  removeTag: { value: 'text' },
  setValue: { field: 'target', value: 'value' },
  clearValue: { field: 'target' },
  copyValue: { from: 'source', to: 'target' },
  upperCase: { field: 'target' },
  lowerCase: { field: 'target' },
  titleCase: { field: 'target' },
  trim: { field: 'target' },
  replaceText: { field: 'target', find: 'text', replace: 'text' },
  maskValue: { field: 'target' },
  flag: { reason: 'text' },
};

/** The parameters of an action type a stranger named; `undefined` where there is no such type. */
export function parametersOf(type: string): { readonly [parameter: string]: ParameterKind } | undefined {
  return Object.hasOwn(CHAT_ACTIONS, type) ? CHAT_ACTIONS[type as ActionType] : undefined;
}
