import { RE2JS } from 're2js';
import { fail, ok, type Result } from './result';
import type { Run } from './run';

/** Longest regular expression a rule may hold. */
export const MAX_PATTERN_LENGTH = 1_000;
/** Largest program a regular expression may become: counted repetition multiplies its size. */
export const MAX_PATTERN_PROGRAM = 10_000;

// The expression engine itself refuses nested counts whose product is larger.
const MAX_NESTED_REPEATS = 1_000;

export type Matches = (text: string) => boolean;

/** A pattern ready to search with, and to replace what it finds. */
interface Pattern {
  readonly matches: Result<Matches, string>;
  readonly expression?: RE2JS;
}

const compiled = new Map<string, Pattern>();
const COMPILED_KEPT = 500;

/** A test for texts in which an RE2 pattern is found, linear in the text's length; or why there is none. */
export function compilePattern(pattern: string): Result<Matches, string> {
  return patternOf(pattern).matches;
}

/** A text with everything a pattern finds replaced, charged to the run piece by piece. */
export type Replace = (text: string, replacement: string, run: Run) => string;

/**
 * The replacement of what an RE2 pattern finds; or why there is none. In the replacement `$1` to `$9` stand for groups,
 * `$&` for all that was found and `$$` for a dollar sign.
 */
export function compileReplacement(pattern: string): Result<Replace, string> {
  const { matches, expression } = patternOf(pattern);
  if (!matches.ok) return matches;
  if (!expression) throw new Error('A pattern that matches has its expression.');
  return ok((text, replacement, run) => {
    run.step(1 + (text.length >>> 6));
    run.make(text.length);
    const pieces = replacement.split(REFERENCE);
    const groups = expression.groupCount();
    return expression.matcher(text).replaceAll((...found: readonly (string | null)[]) => {
      const parts = pieces.map(piece => expanded(piece, found.slice(0, groups + 1)));
      run.make(parts.reduce((size, part) => size + part.length, 0));
      return parts.join('');
    });
  });
}

const REFERENCE = /(\$[1-9&$])/;

function expanded(piece: string, found: readonly (string | null)[]): string {
  if (!REFERENCE.test(piece)) return piece;
  const name = piece.charAt(1);
  return name === '$' ? '$' : (found[name === '&' ? 0 : Number(name)] ?? '');
}

/** The highest group a replacement speaks of that the pattern does not have; undefined where it has them all. */
export function missingGroup(pattern: string, replacement: string): number | undefined {
  const groups = patternOf(pattern).expression?.groupCount() ?? 0;
  const named = replacement.split(REFERENCE).flatMap(piece => (/^\$[1-9]$/.test(piece) ? Number(piece[1]) : []));
  const highest = Math.max(0, ...named);
  return highest > groups ? highest : undefined;
}

function patternOf(pattern: string): Pattern {
  const known = compiled.get(pattern);
  if (known) return known;
  const made = compileUncached(pattern);
  if (compiled.size >= COMPILED_KEPT) compiled.clear();
  compiled.set(pattern, made);
  return made;
}

function compileUncached(pattern: string): Pattern {
  if (pattern.length > MAX_PATTERN_LENGTH) return refused(`it is longer than ${MAX_PATTERN_LENGTH} characters`);
  if (expandedSize(pattern) > 10 * MAX_PATTERN_PROGRAM)
    return refused('its counted repetitions multiply to an absurd size');
  try {
    const expression = RE2JS.compile(pattern);
    if (expression.programSize() > MAX_PATTERN_PROGRAM)
      return refused('it is too large once its repetitions are written out');
    return { matches: ok(text => expression.matcher(text).find()), expression };
  } catch (error) {
    return refused(error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : 'it cannot be read');
  }
}

function refused(reason: string): Pattern {
  return { matches: fail(reason) };
}

/** An upper bound of a pattern's size once counts are written out, known before anything is built. */
function expandedSize(pattern: string): number {
  let repeats = 1;
  for (const [, low, high] of pattern.matchAll(/\{(\d{1,9})(?:,(\d{0,9}))?\}/g))
    repeats *= Math.max(1, Number(high || low));
  return pattern.length * Math.min(repeats, MAX_NESTED_REPEATS);
}
