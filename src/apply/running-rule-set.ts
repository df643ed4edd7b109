import { compileReading } from '@lib/records';
import { compileRuleSet, type DataRecord, type RecordType, type RuleSet, type RuleSetEntry } from '@lib/rules';

import { sha256 } from '../auth/secret';

/** What a running rule set is made from: plain data, so that another thread can make the same one. */
export interface RuleSetSource {
  readonly entries: readonly RuleSetEntry[];
  readonly recordType: RecordType;
}

/** A rule set with the reading of its record type: everything needed to judge raw records. */
export interface RunningRuleSet {
  readonly ruleSet: RuleSet;
  readonly read: (raw: DataRecord) => { readonly record: DataRecord; readonly unreadable: readonly string[] };
  readonly key?: string;
  readonly source: RuleSetSource;
}

/** The same source gives the same answers, in whichever thread. */
export function runRuleSet(source: RuleSetSource): RunningRuleSet {
  const { entries, recordType } = source;
  const { key } = recordType;
  return {
    ruleSet: compileRuleSet(entries, recordType, sha256),
    read: compileReading(recordType),
    ...(key !== undefined && { key }),
    source,
  };
}
