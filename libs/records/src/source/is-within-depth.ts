import type { JsonValue } from '@lib/rules';

/** Deepest nesting of a record, wherever it comes from. */
export const MAX_RECORD_DEPTH = 100;

/** Whether a value is nested no deeper than that. Looks no deeper, so that no input can exhaust the stack. */
export function isWithinDepth(value: JsonValue, depth: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (depth === 0) return false;
  for (const part of Object.values(value)) {
    if (part !== null && typeof part === 'object' && !isWithinDepth(part, depth - 1)) return false;
  }
  return true;
}
