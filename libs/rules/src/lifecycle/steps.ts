import { fail, ok, type Result } from '../model/result';
import type { Refusal, VersionStanding, VersionState } from './version-state';

export interface Decision {
  readonly decision: 'approve' | 'reject';
  /** The hash of what was looked at: a decision holds for exactly that. */
  readonly hash: string;
  readonly by: string;
  readonly comment?: string;
}

/** A draft goes to the reviewers. A rule that does nothing is not worth their time. */
export function submit({ state, actions }: VersionStanding): Result<VersionState, Refusal> {
  if (state !== 'draft') return wrongState('submitted', state, 'a draft');
  if (actions === 0)
    return fail({ kind: 'no-action', message: 'A rule needs at least one action; this one is a filter.' });
  return ok('in-review');
}

/** Four eyes: nobody who contributed to a version decides on it, and a decision is bound to the hash of what was seen. */
export function decide(version: VersionStanding, { decision, hash, by }: Decision): Result<VersionState, Refusal> {
  if (version.contributors.includes(by)) {
    return fail({ kind: 'own-work', message: 'Who contributed to a version cannot decide on it.' });
  }
  if (version.state !== 'in-review') return wrongState('decided on', version.state, 'in review');
  if (hash !== version.hash) {
    return fail({ kind: 'stale-hash', message: 'The version is not the one that was looked at. Look again.' });
  }
  return ok(decision === 'approve' ? 'approved' : 'rejected');
}

/** Only what was approved runs; a superseded or retired version was approved once and may run again. */
export function activate({ state }: Pick<VersionStanding, 'state'>): Result<VersionState, Refusal> {
  const approved = state === 'approved' || state === 'superseded' || state === 'retired';
  return approved ? ok('active') : wrongState('activated', state, 'approved');
}

/** The running version makes room for another one of the same rule. */
export function supersede({ state }: Pick<VersionStanding, 'state'>): Result<VersionState, Refusal> {
  return state === 'active' ? ok('superseded') : wrongState('superseded', state, 'active');
}

/** The running version stops, and no other takes its place. */
export function retire({ state }: Pick<VersionStanding, 'state'>): Result<VersionState, Refusal> {
  return state === 'active' ? ok('retired') : wrongState('retired', state, 'active');
}

function wrongState(
  step: string,
  state: VersionState,
  wanted: string,
): { readonly ok: false; readonly error: Refusal } {
  return fail({
    kind: 'wrong-state',
    message: `Only a version that is ${wanted} can be ${step}; this one is ${state}.`,
  });
}
