import type { Problem } from '../model/problem';
import type { DataRecord } from '../model/record';
import type { ValidRule } from '../model/rule';
import { alwaysOrNever } from './always-or-never';
import { failingRecords } from './failing-records';
import { portability } from './portability';
import type { PreviewOptions } from './preview-rule';
import { unguardedNulls } from './unguarded-nulls';

/** What a preview found out while it judged the sample. */
export interface Judged extends PreviewOptions {
  /** Per record, whether the rule matches it. */
  readonly judged: readonly boolean[];
  readonly failures: readonly Problem[];
}

/** Everything about a rule that only records can show. */
export function previewProblems(rule: ValidRule, sample: readonly DataRecord[], judged: Judged): readonly Problem[] {
  return [
    ...failingRecords(judged.failures),
    ...unguardedNulls(rule, sample, judged),
    ...alwaysOrNever(judged.judged),
    ...portability(rule, sample, judged),
  ];
}
