import { RE2JS } from 're2js';
import { fail, ok, type Result } from './result';
import { type Run, TEXT_PER_STEP } from './run';

/** Longest regular expression a rule may hold. */
export const MAX_PATTERN_LENGTH = 1_000;
/** Largest program a regular expression may become: counted repetition multiplies its size. */
export const MAX_PATTERN_PROGRAM = 10_000;

// The expression engine itself refuses nested counts whose product is larger.
const MAX_NESTED_REPEATS = 1_000;

/** A regular expression ready to search with. */
export interface Pattern {
  /** Whether it is found in the text, charged to the run. */
  isIn(text: string, run: Run): boolean;
  /** What searching a text of this length takes of a run at most: each of its characters meets each part of the program. */
  stepsOn(length: number): number;
  readonly expression: RE2JS;
}

const compiled = new Map<string, Result<Pattern, string>>();
const COMPILED_KEPT = 500;

/** A test for texts in which an RE2 pattern is found, linear in the text's length; or why there is none. */
export function compilePattern(pattern: string): Result<Pattern, string> {
  const known = compiled.get(pattern);
  if (known) return known;
  const made = compileUncached(pattern);
  if (compiled.size >= COMPILED_KEPT) compiled.clear();
  compiled.set(pattern, made);
  return made;
}

/** A text with everything a pattern finds replaced, charged to the run piece by piece. */
export type Replace = (text: string, replacement: string, run: Run) => string;

/**
 * The replacement of what an RE2 pattern finds; or why there is none. In the replacement `$1` to `$9` stand for groups,
 * `$&` for all that was found and `$$` for a dollar sign.
 */
export function compileReplacement(pattern: string): Result<Replace, string> {
  const made = compilePattern(pattern);
  if (!made.ok) return made;
  const { expression } = made.value;
  return ok((text, replacement, run) => {
    run.step();
    run.make(text.length);
    const pieces = replacement.split(REFERENCE);
    const groups = expression.groupCount();
    const read = new ReadText(text, run, expression.programSize());
    return expression.matcher(read as unknown as string).replaceAll((...found: readonly (string | null)[]) => {
      const parts = pieces.map(piece => expanded(piece, found.slice(0, groups + 1)));
      run.make(parts.reduce((size, part) => size + part.length, 0));
      return parts.join('');
    });
  });
}

/**
 * A text that charges a run for every character read of it. Finding one match takes time linear in the text, finding all of
 * them may not: each search can look at all that is left (`a.*b|a` does where there is no b).
 */
class ReadText {
  // The expression engine knows a text by this. A class that extends String would do too, but once there is one anywhere,
  // every method of every text in the process is searched for with each call: V8 no longer takes String.prototype as final.
  readonly [Symbol.toStringTag] = 'String';
  readonly length: number;
  private unpaid = 0;

  constructor(
    private readonly text: string,
    private readonly run: Run,
    private readonly programSize: number,
  ) {
    this.length = text.length;
  }

  charCodeAt(index: number): number {
    this.pay(this.programSize);
    return this.text.charCodeAt(index);
  }

  substring(start: number, end: number): string {
    return this.text.substring(start, end);
  }

  indexOf(part: string, from = 0): number {
    const found = this.text.indexOf(part, from);
    this.pay((found < 0 ? this.text.length : found) - from);
    return found;
  }

  private pay(units: number): void {
    this.unpaid += units;
    if (this.unpaid < TEXT_PER_STEP) return;
    this.run.look(this.unpaid);
    this.unpaid %= TEXT_PER_STEP;
  }
}

const REFERENCE = /(\$[1-9&$])/;

function expanded(piece: string, found: readonly (string | null)[]): string {
  if (!REFERENCE.test(piece)) return piece;
  const name = piece.charAt(1);
  return name === '$' ? '$' : (found[name === '&' ? 0 : Number(name)] ?? '');
}

/** The highest group a replacement speaks of that the pattern does not have; undefined where it has them all. */
export function missingGroup(pattern: string, replacement: string): number | undefined {
  const made = compilePattern(pattern);
  const groups = made.ok ? made.value.expression.groupCount() : 0;
  const named = replacement.split(REFERENCE).flatMap(piece => (/^\$[1-9]$/.test(piece) ? Number(piece[1]) : []));
  const highest = Math.max(0, ...named);
  return highest > groups ? highest : undefined;
}

function compileUncached(pattern: string): Result<Pattern, string> {
  if (pattern.length > MAX_PATTERN_LENGTH) return fail(`it is longer than ${MAX_PATTERN_LENGTH} characters`);
  if (expandedSize(pattern) > 10 * MAX_PATTERN_PROGRAM)
    return fail('its counted repetitions multiply to an absurd size');
  try {
    const expression = RE2JS.compile(pattern);
    if (expression.programSize() > MAX_PATTERN_PROGRAM)
      return fail('it is too large once its repetitions are written out');
    return ok(patternOf(expression));
  } catch (error) {
    return fail(error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : 'it cannot be read');
  }
}

function patternOf(expression: RE2JS): Pattern {
  const size = expression.programSize();
  const stepsOn = (length: number): number => 1 + Math.floor((length * size) / TEXT_PER_STEP);
  return {
    isIn: (text, run) => {
      run.step(stepsOn(text.length));
      return expression.matcher(text).find();
    },
    stepsOn,
    expression,
  };
}

/** An upper bound of a pattern's size once counts are written out, known before anything is built. */
function expandedSize(pattern: string): number {
  let repeats = 1;
  for (const [, low, high] of pattern.matchAll(/\{(\d{1,9})(?:,(\d{0,9}))?\}/g))
    repeats *= Math.max(1, Number(high || low));
  return pattern.length * Math.min(repeats, MAX_NESTED_REPEATS);
}
