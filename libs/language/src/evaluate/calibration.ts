import type { CaseScore } from './evaluate-case';

/** A draft this sure of itself may be taken as it is. */
export const SURE = 0.9;

/** Whether confidence means what it says. */
export interface Calibration {
  /** Drafts of rules with a confidence of at least `SURE`. */
  readonly sure: number;
  /** The share of those that are right: rows and actions. */
  readonly right: number;
  /** Drafts that are right, whatever their confidence. */
  readonly drafts: number;
  /** The share of those that are sure. */
  readonly reach: number;
}

export function calibrationOf(scores: readonly CaseScore[]): Calibration {
  const rules = scores.filter(score => score.outcome === 'rule');
  const sure = rules.filter(score => score.confidence >= SURE);
  const right = rules.filter(score => score.full);
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    sure: sure.length,
    right: share(sure.filter(score => score.full).length, sure.length),
    drafts: right.length,
    reach: share(right.filter(score => score.confidence >= SURE).length, right.length),
  };
}
