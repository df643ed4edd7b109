/**
 * The intermediate form a model fills in: flat tests in groups. JSON-Logic is written from it by code, never by a model,
 * so that guards, stored spellings and day bounds come out the same as from the embedded translator.
 */
export interface ChatDraft {
  readonly outcome: ChatOutcome;
  /** The language the request is written in (BCP 47). */
  readonly language: string;
  readonly interpretation: string;
  readonly rule: ChatRule | null;
  readonly question: ChatQuestion | null;
  readonly reason: string | null;
  readonly assumptions: readonly string[];
}

export const CHAT_OUTCOMES = ['rule', 'clarify', 'impossible', 'offtopic'] as const;
export type ChatOutcome = (typeof CHAT_OUTCOMES)[number];

export interface ChatRule {
  readonly name: string;
  readonly condition: ChatNode;
  readonly actions: readonly ChatAction[];
}

export interface ChatQuestion {
  readonly text: string;
  readonly options: readonly { readonly text: string; readonly rule: ChatRule | null }[];
}

export const CHAT_GROUPS = ['and', 'or', 'not'] as const;

/** How a test compares: the words of the reply schema. */
export const CHAT_TESTS = [
  'equals',
  'notEquals',
  'lessThan',
  'atMost',
  'greaterThan',
  'atLeast',
  'between',
  'oneOf',
  'noneOf',
  'contains',
  'notContains',
  'startsWith',
  'endsWith',
  'matches',
  'isEmpty',
  'isFilled',
] as const;
export type ChatTest = (typeof CHAT_TESTS)[number];

export type ChatNode =
  | { readonly kind: 'group'; readonly op: (typeof CHAT_GROUPS)[number]; readonly children: readonly ChatNode[] }
  | {
      readonly kind: 'test';
      readonly field: string;
      /** What of the field is compared: its value, or how long it is. */
      readonly of: 'value' | 'length';
      readonly op: ChatTest;
      readonly values: readonly ChatOperand[];
      /** The words of the request this test came from, verbatim. */
      readonly evidence: string;
    };

export type ChatPeriod = 'week' | 'month' | 'quarter' | 'year';
export const CHAT_PERIODS: readonly ChatPeriod[] = ['week', 'month', 'quarter', 'year'];

export type ChatOperand =
  | string
  | number
  | boolean
  | { readonly kind: 'field'; readonly field: string; readonly times: number }
  | { readonly kind: 'today'; readonly offset: string | null; readonly startOf: ChatPeriod | null };

/** An action as the reply carries it: its type, its parameters, and the words it came from. */
export interface ChatAction {
  readonly type: string;
  readonly evidence: string;
  readonly parameters: { readonly [name: string]: string | number | boolean | null };
}
