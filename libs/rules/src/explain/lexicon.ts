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

/** How days are said that lie a way from today. In every text `…` stands for what is filled in. */
export interface DayWords {
  readonly today: string;
  /** `… ago`, `… from now` */
  readonly ago: string;
  readonly ahead: string;
  /** `the start of …` */
  readonly start: string;
  /** This one, the last, the next, and one `…` (a distance) away. */
  readonly periods: { readonly [period in Period]: readonly [string, string, string, string] };
  /** One and many of each; `#` is the number. */
  readonly units: { readonly [unit in keyof DayOffset]: readonly [string, string] };
  /** Between the parts of a distance. */
  readonly and: string;
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
  /** Of fields that may be empty without being null. */
  readonly isNull: string;
  readonly isNotNull: string;
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
  readonly days: DayWords;
  /** How actions are said, where their own rows do not speak the language. */
  readonly actions?: { readonly [type: string]: string };
}
