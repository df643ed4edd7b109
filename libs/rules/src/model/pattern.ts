import { RE2JS } from 're2js';
import { fail, ok, type Result } from './result';

/** Longest regular expression a rule may hold. */
export const MAX_PATTERN_LENGTH = 1_000;
/** Largest program a regular expression may become: counted repetition multiplies its size. */
export const MAX_PATTERN_PROGRAM = 10_000;

// The expression engine itself refuses nested counts whose product is larger.
const MAX_NESTED_REPEATS = 1_000;

export type Matches = (text: string) => boolean;

const compiled = new Map<string, Result<Matches, string>>();
const COMPILED_KEPT = 500;

/** A test for texts in which an RE2 pattern is found, linear in the text's length; or why there is none. */
export function compilePattern(pattern: string): Result<Matches, string> {
  const known = compiled.get(pattern);
  if (known) return known;
  const made = compileUncached(pattern);
  if (compiled.size >= COMPILED_KEPT) compiled.clear();
  compiled.set(pattern, made);
  return made;
}

function compileUncached(pattern: string): Result<Matches, string> {
  if (pattern.length > MAX_PATTERN_LENGTH) return fail(`it is longer than ${MAX_PATTERN_LENGTH} characters`);
  if (expandedSize(pattern) > 10 * MAX_PATTERN_PROGRAM)
    return fail('its counted repetitions multiply to an absurd size');
  try {
    const expression = RE2JS.compile(pattern);
    if (expression.programSize() > MAX_PATTERN_PROGRAM)
      return fail('it is too large once its repetitions are written out');
    return ok(text => expression.matcher(text).find());
  } catch (error) {
    return fail(error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : 'it cannot be read');
  }
}

/** An upper bound of a pattern's size once counts are written out, known before anything is built. */
function expandedSize(pattern: string): number {
  let repeats = 1;
  for (const [, low, high] of pattern.matchAll(/\{(\d{1,9})(?:,(\d{0,9}))?\}/g))
    repeats *= Math.max(1, Number(high || low));
  return pattern.length * Math.min(repeats, MAX_NESTED_REPEATS);
}
