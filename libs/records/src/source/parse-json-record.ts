import type { DataRecord, JsonValue } from '@lib/rules';
import { showText } from './encoding';
import { isWithinDepth } from './is-within-depth';

export type ParsedJsonRecord =
  { readonly ok: true; readonly value: DataRecord } | { readonly ok: false; readonly message: string };

/** Long digit runs and big exponents are the only numbers JavaScript cannot hold as they are written. */
const MAYBE_BIG = /\d{16}|\d[eE]\+?\d{3}/;
// A text that is never closed is passed over as a whole: tried anew at each of its marks, it would take its length squared.
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/**
 * A JSON text as a value. Integers beyond 2^53 and numbers beyond all bounds (`1e400`) are the text of their digits:
 * as numbers they would become others. Throws as `JSON.parse` does.
 */
export function parseJson(text: string): JsonValue {
  return JSON.parse(MAYBE_BIG.test(text) ? keepBigNumbers(text) : text) as JsonValue;
}

/** One JSON text as a record, read as `parseJson` reads it; nesting beyond `maxDepth` is refused. */
export function parseJsonRecord(text: string, maxDepth: number): ParsedJsonRecord {
  let value: JsonValue;
  try {
    value = parseJson(showText(text));
  } catch (error) {
    // The engine quotes what it could not parse; messages must not carry values of records.
    const reason = (error as Error).message.replace(/, (?:\.\.\.)?".*$/s, '');
    return { ok: false, message: `Not JSON: ${reason.slice(0, 200)}.` };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { ok: false, message: 'Not a JSON object.' };
  }
  // Every level costs at least two characters, so most records need no look.
  if (text.length > maxDepth * 2 && !isWithinDepth(value, maxDepth)) {
    return { ok: false, message: `Nested deeper than ${maxDepth} levels.` };
  }
  return { ok: true, value: value as DataRecord };
}

function keepBigNumbers(text: string): string {
  return text.replace(TEXT_OR_NUMBER, token => {
    if (token.startsWith('"')) return token;
    const number = Number(token);
    const isInteger = /^-?\d+$/.test(token);
    return (isInteger && !Number.isSafeInteger(number)) || !Number.isFinite(number) ? `"${token}"` : token;
  });
}
