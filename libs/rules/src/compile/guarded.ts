import type { Clock } from '../model/clock';
import { fail, ok, type Result } from '../model/result';
import { type Budget, EvaluationBreak, type EvaluationError, Run } from '../model/run';

/** Runs one record's evaluation; whatever stops it becomes that record's error, and no other record notices. */
export function guarded<T>(clock: Clock, evaluate: (run: Run) => T, budget?: Budget): Result<T, EvaluationError> {
  const run = new Run(clock, budget);
  return attempt(() => evaluate(run));
}

/** As `guarded`, where the run is there already. */
export function attempt<T>(evaluate: () => T): Result<T, EvaluationError> {
  try {
    return ok(evaluate());
  } catch (error) {
    if (error instanceof EvaluationBreak) {
      return fail({ code: error.code, message: error.message, ...(error.at === undefined ? {} : { at: error.at }) });
    }
    // Records are not measured before they are judged: one nested beyond all reason runs out of stack.
    if (error instanceof RangeError && /call stack/i.test(error.message)) {
      return fail({ code: 'too-deep', message: 'The record is nested too deeply to be judged.' });
    }
    throw error;
  }
}
