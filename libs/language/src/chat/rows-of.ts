import { compileCondition, type ValidRule } from '@lib/rules';
import { evidenceOf } from '../evidence';
import type { TranslationRequest } from '../translator';

/** The places in the sample of the records a rule selects: two rules that give the same places mean the same here. */
export function rowsOf(rule: ValidRule, request: TranslationRequest): readonly number[] {
  const { recordType, clock } = request;
  const { sample } = evidenceOf(request);
  const condition = compileCondition(rule, recordType);
  return sample.flatMap((record, i) => {
    const held = condition.test(record, clock);
    return held.ok && held.value ? [i] : [];
  });
}
