import { analyseRuleSet, checkIdempotence, type Clock, compileRuleSet, type Problem } from '@lib/rules';

import { sha256 } from '../auth/secret';
import type { ReadSample } from '../catalog/sample-reader';
import type { RuleVersion } from '../rules/rule-versions';
import { validEntries } from '../rules/valid-entries';

/** Records the rules are tried on twice: enough to see that they do not settle, few enough for a page that is waited for. */
const MAX_TRIED = 200;

/** What the running set would be with this version in it, compared with what it is: only what is new is this version's doing. */
export function collisions(
  version: RuleVersion,
  active: readonly RuleVersion[],
  { recordType, records }: ReadSample,
  clock: Clock,
): readonly Problem[] {
  const others = validEntries(
    active.filter(other => other.id !== version.id),
    recordType,
  );
  const together = [...others, ...validEntries([version], recordType)];
  const sample = records.slice(0, MAX_TRIED);
  const unsettled = (entries: typeof others): readonly Problem[] =>
    checkIdempotence(compileRuleSet(entries, recordType, sha256), sample, { recordType, clock });
  return [
    ...isNew(analyseRuleSet(together, recordType), analyseRuleSet(others, recordType), ({ message }) => message),
    // How many records are told differs with every rule, so these are known by where they are.
    ...isNew(unsettled(together), unsettled(others), ({ code, at }) => `${code} ${at}`),
  ];
}

function isNew(
  found: readonly Problem[],
  known: readonly Problem[],
  nameOf: (problem: Problem) => string,
): readonly Problem[] {
  const names = new Set(known.map(nameOf));
  return found.filter(problem => !names.has(nameOf(problem)));
}
