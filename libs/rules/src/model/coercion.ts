import { MAX_TEXT_DEPTH, type Run } from './run';
import { composed, mayBeSame } from './same-text';
import { UnreadValue } from './unread-value';

// JSON-Logic inherits JavaScript's coercions. They are spelt out here because the built-in ones would call what records
// contain (`toString` as a key) and join nested lists without any bound.

/** JSON-Logic's truth: as JavaScript's, but an empty list is false. */
export function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** The text JavaScript's `String(value)` gives for JSON data, charged to the run. */
export function textOf(value: unknown, run: Run): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return joined(value, run, 0);
  return typeof value === 'object' && value !== null ? '[object Object]' : String(value);
}

/** The elements' texts in a row, as `Array.prototype.join` writes them: empty for null. */
export function joinTexts(values: readonly unknown[], separator: string, run: Run, depth = 0): string {
  const texts = values.map(value => {
    const text =
      value === null || value === undefined
        ? ''
        : Array.isArray(value)
          ? joined(value, run, depth + 1)
          : textOf(value, run);
    run.make(text.length + separator.length);
    return text;
  });
  return texts.join(separator);
}

function joined(list: readonly unknown[], run: Run, depth: number): string {
  if (depth > MAX_TEXT_DEPTH) run.stop('too-deep', 'A list is nested too deeply to be read as text.');
  run.step(1 + list.length);
  return joinTexts(list, ',', run, depth);
}

type Primitive = null | undefined | boolean | number | string;

/** A list as its text, an object as `[object Object]`, what could not be read as no number, anything else as it is. */
export function primitiveOf(value: unknown, run: Run): Primitive {
  if (UnreadValue.is(value)) return value.valueOf();
  return typeof value === 'object' && value !== null ? textOf(value, run) : (value as Primitive);
}

/** JavaScript's `Number(value)` for JSON data. */
export function numberOf(value: unknown, run: Run): number {
  if (typeof value === 'number') return value;
  const primitive = primitiveOf(value, run);
  if (typeof primitive === 'string') run.look(primitive.length);
  return Number(primitive);
}

/** JavaScript's `parseFloat(value)`: what `+` and `*` of JSON-Logic read their operands with. */
export function floatOf(value: unknown, run: Run): number {
  // Adding zero turns -0 into 0, as reading the text "0" does.
  if (typeof value === 'number') return value + 0;
  const text = textOf(value, run);
  run.look(text.length);
  return Number.parseFloat(text);
}

/** Whether two texts are the same in NFC, charged to the run. */
export function sameTextIn(a: string, b: string, run: Run): boolean {
  run.look(Math.min(a.length, b.length));
  if (a === b) return true;
  if (!mayBeSame(a, b)) return false;
  run.look(a.length + b.length);
  return composed(a) === composed(b);
}

/** JavaScript's `===` for JSON data, texts compared in NFC. */
export function strictlyEqual(a: unknown, b: unknown, run: Run): boolean {
  return typeof a === 'string' && typeof b === 'string' ? sameTextIn(a, b, run) : a === b;
}

/** JavaScript's `==` for JSON data, texts compared in NFC. */
export function looselyEqual(a: unknown, b: unknown, run: Run): boolean {
  if (typeof a === 'string' && typeof b === 'string') return sameTextIn(a, b, run);
  if (a === b) return true;
  if (a === null || a === undefined) return b === null || b === undefined;
  if (b === null || b === undefined) return false;
  if (typeof a === 'object' && typeof b === 'object') return false;

  const [left, right] = [primitiveOf(a, run), primitiveOf(b, run)];
  if (typeof left === 'string' && typeof right === 'string') return sameTextIn(left, right, run);
  lookAtBoth(left, right, run);
  return left == right;
}

/** JavaScript's `<` for JSON data. */
export function isLess(a: unknown, b: unknown, run: Run): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  const [left, right] = [primitiveOf(a, run), primitiveOf(b, run)];
  lookAtBoth(left, right, run);
  return (left as number) < (right as number);
}

/** JavaScript's `<=` for JSON data. */
export function isAtMost(a: unknown, b: unknown, run: Run): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a <= b;
  const [left, right] = [primitiveOf(a, run), primitiveOf(b, run)];
  lookAtBoth(left, right, run);
  return (left as number) <= (right as number);
}

/** Comparing looks at the shorter of two texts, and reads a text as a number that is compared with one. */
function lookAtBoth(a: Primitive, b: Primitive, run: Run): void {
  if (typeof a !== 'string' && typeof b !== 'string') return;
  const [left, right] = [a, b].map(value => (typeof value === 'string' ? value.length : Infinity)) as [number, number];
  run.look(Math.min(left, right));
}
