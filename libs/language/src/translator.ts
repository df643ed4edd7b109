import type {
  Action,
  ChangeLine,
  Clock,
  DataRecord,
  JsonLogic,
  Explanation,
  Glossary,
  GlossaryUse,
  Preview,
  Result,
  RuleDraft,
  RecordType,
} from '@lib/rules';

/** A record type and records of its sample, whole: what is counted may rest on them, and none of their values is shown. */
export interface Evidence {
  readonly recordType: RecordType;
  readonly sample: readonly DataRecord[];
}

/** What a translator is asked. Everything it may know stands here: it does no I/O and reads no clock. */
export interface TranslationRequest {
  /** What a person wrote, as it was typed. Offsets in the answer count its UTF-16 units. */
  readonly text: string;
  /** The person's language (BCP 47): a preference, overruled by what the text is written in. */
  readonly language?: string;
  readonly recordType: RecordType;
  /** Terms and lists that the text may name. */
  readonly glossary?: Glossary;
  /** The entries of lists too long to stand in the glossary, by reference. */
  readonly lists?: RecordType['lists'];
  /** Records already read through the record type. */
  readonly sample: readonly DataRecord[];
  /** What readings and previews are counted on, where record type and sample lack values that who asks may not see. */
  readonly evidence?: Evidence;
  readonly clock: Clock;
  /** The rule the conversation has so far: the text may be an edit of it. */
  readonly previousRule?: RuleDraft;
  /** The rules the conversation had before that one, the latest last: where "undo" goes back to. */
  readonly earlierRules?: readonly RuleDraft[];
  /** The question last asked, where the text or `answer` replies to it. */
  readonly pending?: Question;
  readonly answer?: { readonly option: number };
}

/** The record type as rules made for a request are checked and run: with the lists they may refer to. */
export function typeWithLists({ recordType, lists }: TranslationRequest): RecordType {
  return lists ? { ...recordType, lists } : recordType;
}

export type TranslationOutcome = 'rule' | 'clarify' | 'impossible' | 'offtopic';

/** What a translation says of a rule; without actions it is a filter. */
export interface RuleContent {
  readonly name: string;
  readonly condition: JsonLogic;
  readonly actions: readonly Action[];
  /** The names it was made with. */
  readonly glossary?: readonly GlossaryUse[];
}

/** One reading offered instead of a guess: its own sentence, the rule it stands for, and how many sample records it selects. */
export interface QuestionOption {
  readonly text: string;
  readonly rule?: RuleContent;
  readonly matched?: number;
}

/** A request that lacked one piece: what the reply to a question is joined to. */
export interface Unfinished {
  readonly wants: 'condition' | 'tag' | 'value' | 'day';
  readonly condition?: JsonLogic;
  readonly actions: readonly Action[];
  /** The names the condition was made with. */
  readonly glossary?: readonly GlossaryUse[];
  /** The field the missing piece is about. */
  readonly field?: string;
  /** The whole request, and the day in it that no calendar has. */
  readonly text?: string;
  readonly said?: string;
}

/** Asked where readings select different records or a reference is unknown; at most four options. */
export interface Question {
  readonly text: string;
  readonly options: readonly QuestionOption[];
  readonly unfinished?: Unfinished;
  /** What the request also said and nothing has come of yet: asked about next, once this is answered. */
  readonly unplaced?: readonly string[];
}

/** Something the translator took for granted, as a sentence; `at` points into the rule. */
export interface Assumption {
  readonly text: string;
  readonly at?: string;
}

/** A piece of the text and the part of the rule it became (JSON pointer). */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly at: string;
}

/** A piece of the text that nothing in the rule came from. */
export interface UnusedText {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type TranslatorName = 'embedded' | 'azure-openai';

/** The attempt to turn a prompt into a draft. `rule` is set exactly where the outcome is `rule`. */
export interface Translation {
  readonly outcome: TranslationOutcome;
  readonly rule?: RuleContent;
  readonly question?: Question;
  /** Why not, and what is possible instead. */
  readonly reason?: string;
  readonly assumptions: readonly Assumption[];
  readonly spans: readonly Span[];
  readonly unused: readonly UnusedText[];
  /** How the rule came from the one before it: changed, or taken back to; `start-over` forgets it. */
  readonly edit?: 'change' | 'undo' | 'start-over';
  /** 0 to 1; drafts of 0.85 and more need no second look at the words. */
  readonly confidence: number;
  readonly translator: TranslatorName;
  /** The language the text was read in (BCP 47). */
  readonly language: string;
}

/** Why no translation came back at all: a closed set, so that callers can say something useful about each. */
export type TranslationFailureKind =
  'too-long' | 'unavailable' | 'timeout' | 'refused' | 'rate-limited' | 'invalid-answer' | 'cancelled';

export interface TranslationFailure {
  readonly kind: TranslationFailureKind;
  readonly message: string;
  readonly retryAfterSeconds?: number;
  /** Where a model was asked: the finer kind of its failure, as `ChatFailure` names it. */
  readonly code?: string;
  /** Which categories of the provider's content filter held the text back. */
  readonly categories?: readonly string[];
  /** The provider's own name of the exchange, for its support. */
  readonly requestId?: string;
}

/** Something that turns prompts into drafts. The embedded one never leaves the process. */
export interface Translator {
  readonly name: TranslatorName;
  translate(request: TranslationRequest, signal?: AbortSignal): Promise<Result<Translation, TranslationFailure>>;
}

/** The answer of the staircase: translated, validated, explained and previewed on the sample. */
export interface TranslationAnswer extends Translation {
  /** What an edit adds to the rule before it, drops and keeps. */
  readonly difference?: readonly ChangeLine[];
  readonly explanation?: Explanation;
  readonly preview?: Preview;
}
