/** Where a version of a rule stands between being written and being retired. */
export const VERSION_STATES = [
  'draft',
  'in-review',
  'approved',
  'rejected',
  'active',
  'superseded',
  'retired',
] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** Why a step was refused. */
export interface Refusal {
  readonly kind: 'wrong-state' | 'no-action' | 'own-work' | 'stale-hash';
  readonly message: string;
}

/** What the lifecycle must know of a version. */
export interface VersionStanding {
  readonly state: VersionState;
  readonly hash: string;
  /** Everyone who wrote, changed or asked for any of it; none of them may decide on it. */
  readonly contributors: readonly string[];
  /** How many actions it takes: a filter cannot be submitted. */
  readonly actions: number;
}
