import type { VersionStanding } from '@lib/rules';

import type { RuleVersion } from './rule-versions';

/** What the lifecycle must know of a stored version. */
export function standingOf({ state, hash, contributors, rule }: RuleVersion): VersionStanding {
  return { state, hash, contributors: contributors.map(person => person.id), actions: rule.actions.length };
}
