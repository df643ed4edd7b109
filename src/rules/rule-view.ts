import {
  explainRule,
  validateRule,
  type Action,
  type Explanation,
  type Glossary,
  type GlossaryUse,
  type JsonLogic,
  type Problem,
  type RecordType,
} from '@lib/rules';

import { changedNames } from '../glossary/changed-names';
import type { Decision, Person, RuleVersion } from './rule-versions';

/** One version of a rule as every answer shows it: what it says, in words too, how far it has come, and what is wrong with it. */
export interface RuleVersionView {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly hash: string;
  readonly recordType: string;
  readonly name: string;
  readonly condition: JsonLogic;
  readonly actions: readonly Action[];
  readonly priority: number;
  /** The terms and lists it was made with, as they were then. */
  readonly glossary?: readonly GlossaryUse[];
  readonly author: Person;
  readonly contributors: readonly Person[];
  readonly createdAt: string;
  readonly promptId?: string;
  readonly submittedAt?: string;
  readonly decision?: Omit<Decision, 'hash'>;
  readonly activatedAt?: string;
  readonly retiredAt?: string;
  readonly explanation?: Explanation;
  /** Against the fields as they are now: a version may have been right when it was made; and what became of its names since. */
  readonly problems: readonly Problem[];
}

/** What a version is shown against. */
export interface ShownAgainst {
  /** As it is now, with the names that the version was made with. */
  readonly recordType: RecordType;
  /** What names mean now. */
  readonly glossary: Glossary;
}

/** `against` is undefined where the record type is archived: then only what the version says is shown. */
export function viewVersion(
  version: RuleVersion,
  against: ShownAgainst | undefined,
  language?: string,
): RuleVersionView {
  const recordType = against?.recordType;
  const { rule, decision } = version;
  const validation = recordType ? validateRule(rule, recordType) : undefined;
  const problems = validation === undefined ? [NO_RECORD_TYPE] : validation.ok ? validation.problems : validation.error;
  return {
    id: version.id,
    version: version.version,
    state: version.state,
    hash: version.hash,
    recordType: rule.recordType,
    name: rule.name,
    condition: rule.condition,
    actions: rule.actions,
    priority: rule.priority,
    ...(rule.glossary && { glossary: rule.glossary }),
    author: version.author,
    contributors: version.contributors,
    createdAt: version.createdAt,
    ...(version.promptId !== undefined && { promptId: version.promptId }),
    ...(version.submittedAt !== undefined && { submittedAt: version.submittedAt }),
    ...(decision && {
      decision: {
        decision: decision.decision,
        by: decision.by,
        at: decision.at,
        ...(decision.comment !== undefined && { comment: decision.comment }),
      },
    }),
    ...(version.activatedAt !== undefined && { activatedAt: version.activatedAt }),
    ...(version.retiredAt !== undefined && { retiredAt: version.retiredAt }),
    ...(recordType && validation?.ok && { explanation: explainRule(rule, recordType, language) }),
    problems: against ? [...problems, ...changedNames(rule.glossary ?? [], against.glossary)] : problems,
  };
}

const NO_RECORD_TYPE: Problem = {
  severity: 'error',
  code: 'no-record-type',
  at: '/recordType',
  message: 'The record type this rule is for is archived.',
  hint: 'Import records under its name again to bring it back.',
};
