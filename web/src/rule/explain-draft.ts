import type { DraftRule, Explanation, RecordType } from '../api/contracts';

/** A draft in words, made from the rule itself; nothing where it cannot be read as a rule. */
export function explainDraft(draft: DraftRule, recordType: RecordType): Explanation | undefined {
  void draft;
  void recordType;
  return undefined;
}
