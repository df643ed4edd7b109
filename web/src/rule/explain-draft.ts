import { explainChange, explainRule } from '@lib/rules';
import type { DifferenceLine, DraftRule, Explanation, RecordType } from '../api/contracts';

/** A draft in words, made from the rule itself as the service makes them. */
export function explainDraft(draft: DraftRule, recordType: RecordType, language?: string): Explanation {
  return explainRule(asRule(draft, recordType), recordType, language);
}

/** What a correction did to a draft; nothing where there was none before. */
export function draftDifference(
  before: DraftRule | undefined,
  draft: DraftRule,
  recordType: RecordType,
  language?: string,
): readonly DifferenceLine[] {
  if (!before) return [];
  const lines = explainChange(asRule(before, recordType), asRule(draft, recordType), recordType, language);
  return lines.filter(line => line.kind !== 'kept');
}

const asRule = ({ name, condition, actions, glossary }: DraftRule, recordType: RecordType) => ({
  recordType: recordType.name,
  name,
  condition,
  actions,
  ...(glossary && { glossary }),
});
