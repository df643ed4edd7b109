import type { JsonValue } from './json';

/** What a rule does to a record it matches: a closed set, run in order, each yielding changes and touching nothing else. */
export type Action =
  | { readonly type: 'addTag'; readonly value: string }
  | { readonly type: 'removeTag'; readonly value: string }
  | { readonly type: 'setValue'; readonly field: string; readonly value: JsonValue }
  | { readonly type: 'clearValue'; readonly field: string }
  | { readonly type: 'copyValue'; readonly from: string; readonly to: string }
  | { readonly type: 'upperCase'; readonly field: string }
  | { readonly type: 'lowerCase'; readonly field: string }
  | { readonly type: 'titleCase'; readonly field: string }
  | { readonly type: 'trim'; readonly field: string }
  | { readonly type: 'replaceText'; readonly field: string; readonly find: string; readonly replace: string }
  | { readonly type: 'maskValue'; readonly field: string }
  | { readonly type: 'flag'; readonly reason: string }
  | { readonly type: 'removeAllTags' }
  | { readonly type: 'fillEmpty'; readonly field: string; readonly value: JsonValue }
  | { readonly type: 'moveValue'; readonly from: string; readonly to: string }
  | { readonly type: 'replacePattern'; readonly field: string; readonly find: string; readonly replace: string }
  | { readonly type: 'normaliseDate'; readonly field: string; readonly dateFormat: string }
  | { readonly type: 'normaliseNumber'; readonly field: string; readonly decimalMark: '.' | ',' }
  | { readonly type: 'removeLineBreaks'; readonly field: string }
  | { readonly type: 'collapseBlanks'; readonly field: string }
  | { readonly type: 'uniqueValues'; readonly field: string };

export type ActionType = Action['type'];
