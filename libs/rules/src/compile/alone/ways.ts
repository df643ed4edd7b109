import type { Run } from '../../model/run';
import { FAILS, HOLDS, ODD, type Verdict } from './leaf-of';

/** Judges a rule by itself: total, it takes nothing of the run's budget that could matter. */
export type Judge = (record: object, run: Run) => Verdict;

/** Where to go on once something is decided: what is gone on with judges all that is left. */
export interface Ways {
  readonly yes: Judge;
  readonly no: Judge;
}

/** The ends of all ways. */
export const [FAILED, HELD, UNSURE] = [FAILS, HOLDS, ODD].map(
  (verdict): Judge =>
    () =>
      verdict,
) as [Judge, Judge, Judge];
