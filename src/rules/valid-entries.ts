import { type RecordType, type RuleSetEntry, validateRule } from '@lib/rules';

import type { RuleVersion } from './rule-versions';

/** The versions that still pass every check against these fields; a row from the table is doubted like any stranger's. */
export function validEntries(versions: readonly RuleVersion[], recordType: RecordType): readonly RuleSetEntry[] {
  return versions.flatMap(({ id, version, hash, rule }) => {
    const checked = validateRule(rule, recordType);
    return checked.ok ? [{ id, version, hash, rule: checked.value }] : [];
  });
}
