import type { RecordType } from '@lib/rules';

import type { Page, PageRequest } from '../database/page';

/** All versions that were active for a record type at one time, in the order they run, under one hash. */
export interface StoredRuleSet {
  readonly hash: string;
  /** The fields as they were then, without profiles: they are part of what the hash covers. */
  readonly recordType: RecordType;
  readonly entries: readonly { readonly id: string; readonly version: number; readonly hash: string }[];
  readonly firstActiveAt: string;
}

/** What made a rule set the running one. `fields`: a change of the record type. */
export interface Activation {
  readonly id: string;
  readonly recordType: string;
  readonly ruleSet: string;
  readonly act: 'activate' | 'retire' | 'fields';
  readonly rule?: { readonly id: string; readonly version: number };
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
}

/** Every rule set that was ever active: each can be named again by its hash. */
export abstract class RuleSets {
  /** Keeps the rule set (once per hash) and that it became the running one. Call it inside the write that moved the version. */
  abstract activate(
    ruleSet: Omit<StoredRuleSet, 'firstActiveAt'>,
    activation: Omit<Activation, 'id' | 'at' | 'ruleSet' | 'recordType'>,
  ): Promise<void>;
  abstract find(hash: string): Promise<StoredRuleSet | undefined>;
  /** The one running now; undefined where no rule was ever active. */
  abstract running(recordType: string): Promise<StoredRuleSet | undefined>;
  /** The hash of the one running now, without reading the set itself. */
  abstract runningHash(recordType: string): Promise<string | undefined>;
  /** Newest first. */
  abstract history(recordType: string, page: PageRequest): Promise<Page<Activation>>;
}
