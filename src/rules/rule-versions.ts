import type { CompleteRule, Result } from '@lib/rules';

import type { Page, PageRequest } from '../database/page';

export const VERSION_STATES = [
  'draft',
  'in-review',
  'approved',
  'rejected',
  'active',
  'superseded',
  'retired',
] as const;
export type StoredVersionState = (typeof VERSION_STATES)[number];

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Decision {
  readonly decision: 'approve' | 'reject';
  readonly hash: string;
  readonly by: Person;
  readonly at: string;
  readonly comment?: string;
}

/** One immutable version of a rule, and how far it has come. */
export interface RuleVersion {
  /** The rule's id; with `version` it names this version. */
  readonly id: string;
  readonly version: number;
  readonly state: StoredVersionState;
  readonly hash: string;
  readonly rule: CompleteRule;
  readonly author: Person;
  /** Everybody who had a hand in it, the author too: none of them may approve it. */
  readonly contributors: readonly Person[];
  readonly promptId?: string;
  readonly createdAt: string;
  readonly submittedAt?: string;
  readonly decision?: Decision;
  readonly activatedAt?: string;
  readonly retiredAt?: string;
}

export interface RuleSummary {
  readonly latest: RuleVersion;
  readonly activeVersion?: number;
}

export type NewRuleVersion = Pick<RuleVersion, 'hash' | 'rule' | 'author' | 'contributors' | 'promptId'>;

export interface RuleQuery extends PageRequest {
  /** The state of the latest version. */
  readonly state?: StoredVersionState;
  /** Only rules of these record types. */
  readonly recordTypes?: readonly string[];
}

/** A move that loses against another one made meanwhile changes nothing and says `stale`. */
export interface VersionMove {
  readonly id: string;
  readonly version: number;
  readonly from: StoredVersionState;
  readonly to: StoredVersionState;
}

/** The versions of all rules. What a version says never changes; only its state moves. */
export abstract class RuleVersions {
  /** Makes a rule with version 1, as a draft. */
  abstract add(version: NewRuleVersion): Promise<RuleVersion>;
  /** Adds the version after `after`, as a draft; `stale` where that is not the latest, `gone` where the rule is archived. */
  abstract addVersion(
    id: string,
    after: number,
    version: NewRuleVersion,
  ): Promise<Result<RuleVersion, 'stale' | 'gone'>>;
  abstract find(id: string, version: number): Promise<RuleVersion | undefined>;
  abstract latest(id: string): Promise<RuleSummary | undefined>;
  /** Newest first. */
  abstract versionsOf(id: string): Promise<readonly RuleVersion[]>;
  /** The latest version of each rule that is not archived, newest rule first. */
  abstract list(query: RuleQuery): Promise<Page<RuleSummary>>;
  /** The active versions of a record type, in no particular order. */
  abstract active(recordType: string): Promise<readonly RuleVersion[]>;
  /** Every version of a record type that is in review, approved or active: what a change of its fields could break. */
  abstract live(recordType: string): Promise<readonly RuleVersion[]>;
  /** Moves a version from one state to the next, once. Stamps the time the move is about. */
  abstract move(move: VersionMove): Promise<Result<RuleVersion, 'stale'>>;
  /** Moves an in-review version by a decision and keeps the decision; `stale` too where the hash is not its own. */
  abstract decide(id: string, version: number, decision: Omit<Decision, 'at'>): Promise<Result<RuleVersion, 'stale'>>;
  /** Makes a rule without an active version invisible. */
  abstract archive(id: string): Promise<Result<void, 'gone' | 'active'>>;
}
