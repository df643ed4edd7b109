import type { Clock } from '../model/clock';
import { isTruthy } from '../model/coercion';
import type { Change } from '../model/outcome';
import type { Problem } from '../model/problem';
import type { DataRecord } from '../model/record';
import type { EvaluationError } from '../model/run';
import type { ValidRule } from '../model/rule';
import { compileCondition } from '../compile/compile-condition';
import { guarded } from '../compile/guarded';
import { type Clause, clausesOf } from '../explain/clauses-of';
import { changesOf } from './changes-of';
import { DEFAULT_PREVIEW_LIMIT, MAX_PREVIEW_LIMIT, type Preview, type PreviewOptions } from './preview';
import { previewProblems } from './preview-problems';
import { atOnce, type Steps } from '../model/steps';

/** What a rule would do to a sample, clause by clause. Pure: no record is altered, and the same input gives the same answer. */
export function previewRule(rule: ValidRule, sample: readonly DataRecord[], options: PreviewOptions): Preview {
  return atOnce(previewRuleInSteps(rule, sample, options));
}

/** The same, record by record: for `inTurns`, which lets others work in between. */
export function* previewRuleInSteps(
  rule: ValidRule,
  sample: readonly DataRecord[],
  options: PreviewOptions,
): Steps<Preview> {
  const { clock, recordType } = options;
  const limit = Math.max(0, Math.min(options.limit ?? DEFAULT_PREVIEW_LIMIT, MAX_PREVIEW_LIMIT));
  const clauses = clausesOf(rule, recordType, options.language);
  const condition = compileCondition(rule, recordType);
  const counts = clauses.map(() => ({ matched: 0, remaining: 0 }));
  const matches: { record: DataRecord; changes: readonly Change[] }[] = [];
  const nearMisses: { record: DataRecord; failed: { at: string; text: string }[] }[] = [];
  const failures: { record: DataRecord; problem: Problem }[] = [];
  const judged: boolean[] = [];
  let matched = 0;
  let changed = 0;
  for (const record of sample) {
    const tried = tryClauses(clauses, record, clock);
    const failed = clauses.filter((_, i) => !tried.held[i]);
    tried.held.forEach((held, i) => {
      const count = counts[i];
      if (!count) return;
      if (held) count.matched++;
      if (tried.held.slice(0, i + 1).every(Boolean)) count.remaining++;
    });
    // Clauses have a budget each, the condition has one for all.
    const whole = failed.length === 0 ? condition.test(record, clock) : undefined;
    const error = tried.error ?? (whole?.ok === false ? problemOf(whole.error, '/condition') : undefined);
    judged.push(failed.length === 0 && !error);
    if (error) failures.push({ record, problem: error });
    else if (failed.length === 0) {
      const changes = changesOf(rule, record, options);
      matched++;
      if (changes.length > 0) changed++;
      if (matches.length < limit) matches.push({ record, changes });
    } else if (failed.length === 1 && clauses.length > 1 && nearMisses.length < limit) {
      nearMisses.push({ record, failed: failed.map(({ at, text }) => ({ at, text })) });
    }
    yield;
  }
  const found = failures.map(({ problem }) => problem);
  const problems = yield* previewProblems(rule, sample, { ...options, judged, failures: found });
  return {
    now: clock.now,
    sampleOf: options.total ?? sample.length,
    total: sample.length,
    matched,
    changed,
    clauses: clauses.map(({ at, text }, i) => ({ at, text, ...(counts[i] ?? { matched: 0, remaining: 0 }) })),
    matches,
    nearMisses,
    problems,
  };
}

function tryClauses(
  clauses: readonly Clause[],
  record: DataRecord,
  clock: Clock,
): { held: readonly boolean[]; error?: Problem } {
  let error: Problem | undefined;
  const held = clauses.map(({ holds, at }) => {
    const result = guarded(clock, run => isTruthy(holds(record, run)));
    if (result.ok) return result.value;
    error ??= problemOf(result.error, at);
    return false;
  });
  return error ? { held, error } : { held };
}

function problemOf({ code, message, at }: EvaluationError, clause: string): Problem {
  return { severity: 'warning', code, at: at ?? clause, message };
}
