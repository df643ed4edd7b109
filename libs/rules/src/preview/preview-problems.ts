import type { Problem } from '../model/problem';
import type { DataRecord } from '../model/record';
import type { ValidRule } from '../model/rule';
import { alwaysOrNever } from './always-or-never';
import { failingRecords } from './failing-records';
import { portability } from './portability';
import type { Judged } from './preview';
import type { Steps } from '../model/steps';
import { unreadableValues } from './unreadable-values';
import { unguardedNulls } from './unguarded-nulls';

/** Everything about a rule that only records can show. */
export function* previewProblems(
  rule: ValidRule,
  sample: readonly DataRecord[],
  judged: Judged,
): Steps<readonly Problem[]> {
  return [
    ...failingRecords(judged.failures),
    ...(yield* unreadableValues(rule, sample, judged)),
    ...(yield* unguardedNulls(rule, sample, judged)),
    ...alwaysOrNever(judged.judged),
    ...(yield* portability(rule, sample, judged)),
  ];
}
