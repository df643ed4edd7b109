import type { Rights, RuleDetail, VersionState } from '../api/contracts';
import { may } from '../session/may';

export type VersionAct = 'send-for-review' | 'review' | 'activate' | 'roll-back' | 'deactivate';

/** What a person may do next with one version of a rule; the service has the last word. */
export function versionActs(
  rule: Pick<RuleDetail, 'recordType' | 'activeVersion'>,
  version: { readonly version: number; readonly state: VersionState },
  rights: Rights,
): readonly VersionAct[] {
  const can = (right: 'ask' | 'review' | 'activate'): boolean => may(rights, right, rule.recordType);
  switch (version.state) {
    case 'draft':
      return can('ask') ? ['send-for-review'] : [];
    case 'in-review':
      return can('review') ? ['review'] : [];
    case 'approved':
      return can('activate') ? ['activate'] : [];
    case 'active':
      return can('activate') ? ['deactivate'] : [];
    case 'superseded':
      return can('activate') ? ['roll-back'] : [];
    case 'retired':
      return can('activate') ? ['activate'] : [];
    case 'rejected':
      return [];
  }
}
