import type { Action, DataRecord, Field, GlossaryUse, JsonLogic, JsonValue, Problem } from '@lib/rules';

export type { Action, DataRecord, Field, GlossaryUse, JsonLogic, JsonValue, Problem };

export const RIGHTS = [
  'ask',
  'use-cloud-model',
  'see-samples',
  'see-personal',
  'review',
  'activate',
  'manage-people',
  'manage-settings',
  'audit',
  'apply',
] as const;
export type Right = (typeof RIGHTS)[number];

/** Each right with the record types it holds for; `*` is all of them. */
export type Rights = { readonly [right in Right]?: readonly string[] | string | boolean };

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Persona {
  readonly persona: string;
  readonly name: string;
  readonly description?: string;
}

export interface Session {
  readonly user: Person;
  readonly rights: Rights;
  readonly mode?: 'demo' | 'production';
  readonly personas?: readonly (Persona | string)[];
}

export interface List<Item> {
  readonly items: readonly Item[];
  readonly next?: string | null;
}

export interface RecordType {
  readonly name: string;
  readonly label?: string;
  readonly key?: string;
  readonly tagsField?: string;
  readonly fields: readonly Field[];
  /** All records imported; the sample was drawn from them. */
  readonly records?: number;
  readonly sample?: { readonly size: number; readonly source?: string; readonly importedAt?: string };
}

export interface Imported {
  readonly recordType: RecordType;
  readonly imported: number;
  /** Records that gave way to new ones with their key. */
  readonly replaced: number;
  readonly rejected: readonly { readonly line: number; readonly message: string }[];
  readonly rejectedCount: number;
  /** New fields that are text because of a few values. */
  readonly asText: readonly {
    readonly field: string;
    readonly label: string;
    readonly otherwise: string;
    readonly count: number;
    readonly lines: readonly number[];
  }[];
  /** New fields whose values can be read in two ways. */
  readonly assumed: readonly {
    readonly field: string;
    readonly label: string;
    readonly about: 'day-order' | 'decimal-mark';
    readonly taken: string;
    readonly other: string;
    readonly example: string;
    readonly readAs: string | number;
  }[];
}

export type TokenKind = 'text' | 'field' | 'operator' | 'value' | 'action' | 'unit' | 'group';

export interface Token {
  readonly text: string;
  readonly kind: TokenKind;
  /** JSON pointer into the rule. */
  readonly at?: string;
}

export interface Explanation {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export interface DraftRule {
  readonly name: string;
  readonly condition: JsonLogic;
  readonly actions: readonly Action[];
  /** The terms and lists it was made with. */
  readonly glossary?: readonly GlossaryUse[];
}

export interface QuestionOption {
  readonly text: string;
  readonly rule?: DraftRule;
  readonly matched?: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly at: string;
}

export interface UnusedWords {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Translation {
  readonly outcome: 'rule' | 'clarify' | 'impossible' | 'offtopic';
  readonly rule?: DraftRule;
  readonly explanation?: Explanation;
  readonly question?: { readonly text: string; readonly options: readonly QuestionOption[] };
  readonly reason?: string;
  readonly assumptions: readonly (string | { readonly text: string; readonly at?: string })[];
  readonly spans: readonly Span[];
  readonly unused: readonly UnusedWords[];
  readonly confidence: number;
  readonly translator: string;
  readonly language?: string;
  readonly conversationId: string;
  readonly promptId: string;
  readonly preview?: Preview;
  readonly problems?: readonly Problem[];
  readonly edit?: 'change' | 'undo' | 'start-over';
  readonly difference?: readonly DifferenceLine[];
}

export type RecordChange =
  | { readonly path: string; readonly add: string }
  | { readonly path: string; readonly remove: string }
  | { readonly path: string; readonly from: JsonValue; readonly to: JsonValue };

export interface ClauseCount {
  readonly at: string;
  readonly text: string;
  readonly matched: number;
  readonly remaining: number;
}

export interface Preview {
  readonly now?: string;
  /** How many records the sample was drawn from. */
  readonly sampleOf: number;
  /** How many were looked at: the sample. */
  readonly total: number;
  readonly matched: number;
  readonly changed: number;
  readonly clauses: readonly ClauseCount[];
  readonly matches: readonly { readonly record: DataRecord; readonly changes: readonly RecordChange[] }[];
  readonly nearMisses: readonly {
    readonly record: DataRecord;
    readonly failed: readonly { readonly at: string; readonly text: string }[];
  }[];
  readonly problems: readonly Problem[];
}

export type VersionState = 'draft' | 'in-review' | 'approved' | 'rejected' | 'active' | 'superseded' | 'retired';

export interface Decision {
  readonly decision: 'approve' | 'reject';
  readonly by: Person;
  readonly at: string;
  readonly comment?: string;
}

export interface RuleVersion extends DraftRule {
  readonly id: string;
  readonly version: number;
  readonly state: VersionState;
  readonly hash: string;
  readonly recordType: string;
  readonly priority: number;
  readonly author: Person;
  readonly contributors?: readonly Person[];
  readonly createdAt: string;
  readonly promptId?: string | null;
  readonly submittedAt?: string | null;
  readonly decision?: Decision | null;
  readonly activatedAt?: string | null;
  readonly retiredAt?: string | null;
  readonly explanation?: Explanation;
  readonly problems?: readonly Problem[];
}

export interface RuleListItem extends RuleVersion {
  readonly activeVersion?: number | null;
}

export interface RuleDetail extends RuleListItem {
  readonly versions: readonly {
    readonly version: number;
    readonly state: VersionState;
    readonly hash: string;
    readonly createdAt: string;
    readonly author: Person;
  }[];
}

export interface DifferenceLine {
  readonly kind: 'added' | 'removed' | 'kept';
  readonly text: string;
}

export interface Impact {
  readonly gained: number;
  readonly lost: number;
  readonly kept: number;
}

export interface Review {
  readonly version: RuleVersion;
  readonly running?: RuleVersion | null;
  readonly difference: readonly DifferenceLine[];
  readonly impact?: Impact | null;
  readonly collisions: readonly Problem[];
  readonly prompt?: {
    readonly id: string;
    readonly text: string;
    readonly by: Person;
    readonly at: string;
    readonly translator?: string;
    readonly confidence?: number;
    readonly unused: Translation['unused'];
    /** Whether the rule was changed by hand since. */
    readonly isEdited: boolean;
  } | null;
}

export interface Prompt {
  readonly id: string;
  readonly conversationId: string;
  readonly state: 'received' | 'answered' | 'failed' | 'interrupted';
  readonly text: string;
  readonly recordType: string;
  readonly by: Person;
  readonly receivedAt: string;
  readonly translator?: string;
  readonly outcome?: string;
  readonly confidence?: number;
  /** The rule version that was saved from it. */
  readonly result?: { readonly rule: string; readonly version: number };
  readonly grounding?: Pick<Translation, 'spans' | 'unused'>;
  /** Every payload sent to a model, and every reply; only where one prompt is asked for. */
  readonly exchanges?: readonly unknown[];
  readonly [more: string]: unknown;
}

export interface AuditEvent {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly kind: 'person' | 'key' | 'system'; readonly id: string; readonly name: string };
  /** Past tense, kebab-case: `rule-submitted`. */
  readonly action: string;
  readonly subject?: { readonly type: string; readonly id: string; readonly version?: number };
  readonly recordType?: string;
  readonly detail?: JsonValue;
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt?: string;
  readonly expiresAt?: string | null;
  readonly usedAt?: string | null;
  readonly revokedAt?: string | null;
  /** Only in the answer that made it. */
  readonly key?: string;
}

interface NameFacts {
  readonly id: string;
  readonly recordType: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description?: string;
  readonly version: number;
  readonly author: Person;
  readonly createdAt: string;
  readonly problems: readonly Problem[];
}

export interface TermName extends NameFacts {
  readonly kind: 'term';
  readonly condition: JsonLogic;
  readonly explanation?: Explanation;
}

export interface ListName extends NameFacts {
  readonly kind: 'list';
  readonly field?: string;
  readonly anyCase: boolean;
  readonly size: number;
}

/** A version of what an admin gave a name to. */
export type GlossaryName = TermName | ListName;

export interface NameDetail {
  readonly latest: GlossaryName;
  readonly versions: readonly GlossaryName[];
  readonly rules: readonly {
    readonly rule: string;
    readonly version: number;
    readonly name: string;
    readonly state: string;
  }[];
}

export interface KeptList {
  readonly list: ListName;
  readonly duplicates: number;
  readonly rejected: Imported['rejected'];
  readonly rejectedCount: number;
}

export interface UserAccount {
  readonly id: string;
  readonly name: string;
  readonly preset?: string;
  readonly rights?: Rights;
  readonly disabledAt?: string | null;
  readonly createdAt?: string;
}
