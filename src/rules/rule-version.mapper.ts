import type { CompleteRule } from '@lib/rules';

import type { DecisionRow } from './decision.entity';
import type { RuleVersionRow } from './rule-version.entity';
import type { Decision, RuleVersion, StoredVersionState } from './rule-versions';

export function toVersion(row: RuleVersionRow, decision?: DecisionRow): RuleVersion {
  return {
    id: row.ruleId,
    version: row.version,
    state: row.state as StoredVersionState,
    hash: row.hash,
    rule: row.rule as CompleteRule,
    author: { id: row.authorId, name: row.authorName },
    contributors: row.contributors,
    createdAt: row.createdAt,
    ...(row.promptId !== null && { promptId: row.promptId }),
    ...(row.submittedAt !== null && { submittedAt: row.submittedAt }),
    ...(decision && { decision: toDecision(decision) }),
    ...(row.activatedAt !== null && { activatedAt: row.activatedAt }),
    ...(row.retiredAt !== null && { retiredAt: row.retiredAt }),
  };
}

function toDecision(row: DecisionRow): Decision {
  return {
    decision: row.decision as Decision['decision'],
    hash: row.hash,
    by: { id: row.byId, name: row.byName },
    at: row.at,
    ...(row.comment !== null && { comment: row.comment }),
  };
}
