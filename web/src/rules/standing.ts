import type { RuleDetail, VersionState } from '../api/contracts';

type Standing = Pick<RuleDetail, 'version' | 'state' | 'activeVersion'>;

const UNDER_WAY: readonly VersionState[] = ['draft', 'in-review', 'approved'];

/** Which version a rule's page opens with: the one under way, else the one that runs, else the latest. */
export function versionToShow({ version, state, activeVersion }: Standing): number {
  return UNDER_WAY.includes(state) ? version : (activeVersion ?? version);
}

/** How far a rule has come: active as soon as any version of it runs. */
export function stateOfRule({ state, activeVersion }: Standing): VersionState {
  return activeVersion ? 'active' : state;
}

/** Whether a later version is on its way while another runs. */
export function isUnderWay({ version, state, activeVersion }: Standing): boolean {
  return (
    UNDER_WAY.includes(state) && activeVersion !== undefined && activeVersion !== null && activeVersion !== version
  );
}
