import { applyActions } from '../compile/apply-actions';
import { guarded } from '../compile/guarded';
import type { Clock } from '../model/clock';
import type { Change } from '../model/outcome';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';
import type { ValidRule } from '../model/rule';
import { DRAFT_ID } from './preview';

/** What a rule's actions would change in a record that it matches. */
export function changesOf(
  rule: ValidRule,
  record: DataRecord,
  { recordType, clock }: { readonly recordType: RecordType; readonly clock: Clock },
): readonly Change[] {
  const turn = guarded(clock, run => applyActions(rule.actions, record, { recordType, run }));
  return turn.ok ? turn.value.effects.map(({ action, effect }) => ({ rule: DRAFT_ID, action, ...effect })) : [];
}
