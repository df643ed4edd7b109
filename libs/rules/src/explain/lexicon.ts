import type { Language } from '../model/language';
import type { Period } from '../model/today';

/** How an operator is said of a field, and how its opposite is. */
export interface Wording {
  readonly plain: string;
  readonly negated: string;
}

/** How many of what a date lies away from today. */
export interface DayOffset {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
}

/** Everything the explainer must know about a language: another language is another lexicon, never another explainer. */
export interface Lexicon {
  readonly language: Language;
  /** Sentence frames: `{condition}` and `{actions}` are filled in. */
  readonly rule: string;
  readonly ruleForAll: string;
  readonly filter: string;
  readonly filterForAll: string;
  readonly and: string;
  readonly or: string;
  readonly comma: string;
  readonly not: string;
  /** Wordings by operator; a key followed by `:date`, `:list` or `:text` is said of such a field instead. */
  readonly wordings: { readonly [operator: string]: Wording };
  readonly isEmpty: string;
  readonly isFilled: string;
  readonly isEmptyOrZero: string;
  readonly isFilledNotZero: string;
  readonly isTrue: string;
  readonly isNotTrue: string;
  readonly between: Wording;
  readonly betweenExclusive: Wording;
  readonly betweenAnd: string;
  readonly anyCase: string;
  readonly lengthOf: string;
  readonly holds: Wording;
  readonly always: string;
  readonly never: string;
  readonly emptyIncluded: string;
  readonly emptyIsZero: string;
  readonly true: string;
  readonly false: string;
  readonly null: string;
  readonly arithmetic: { readonly [operator: string]: string };
  readonly priority: string;
  readonly name: string;
  /** A label as it stands inside a sentence. */
  label(words: string): string;
  quote(text: string): string;
  number(value: number): string;
  /** Words that must not stand unquoted as a value, because they would be read as something else. */
  readonly reserved: ReadonlySet<string>;
  today(offset: DayOffset | undefined, period: Period | undefined): string;
  /** How actions are said, where their own rows do not speak the language. */
  readonly actions?: { readonly [type: string]: string };
}
