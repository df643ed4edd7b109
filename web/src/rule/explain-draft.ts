import { explainRule } from '@lib/rules';
import type { DraftRule, Explanation, RecordType } from '../api/contracts';

/** A draft in words, made from the rule itself as the service makes them. */
export function explainDraft(draft: DraftRule, recordType: RecordType, language?: string): Explanation {
  return explainRule(
    { recordType: recordType.name, name: draft.name, condition: draft.condition, actions: draft.actions },
    recordType,
    language,
  );
}
