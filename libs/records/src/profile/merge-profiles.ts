import type { FieldProfile, JsonValue } from '@lib/rules';
import { mostFrequent } from './field-profiler';

/** The profile over two sets of records, as exact as both are. */
export function mergeProfiles(one: FieldProfile, other: FieldProfile): FieldProfile {
  const counts = new Map<JsonValue, number>();
  for (const { value, count } of [...one.frequent, ...other.frequent])
    counts.set(value, (counts.get(value) ?? 0) + count);
  const complete = one.frequentIsComplete && other.frequentIsComplete;
  const frequent = mostFrequent(counts, 1_000);
  const patterns = new Map<JsonValue, number>();
  for (const { value, count } of [...one.patterns, ...other.patterns])
    patterns.set(value, (patterns.get(value) ?? 0) + count);
  const min = extreme(one.min, other.min, (a, b) => a < b);
  const max = extreme(one.max, other.max, (a, b) => a > b);
  const minLength = extreme(one.minLength, other.minLength, (a, b) => a < b);
  const maxLength = extreme(one.maxLength, other.maxLength, (a, b) => a > b);
  return {
    records: one.records + other.records,
    filled: one.filled + other.filled,
    unreadable: one.unreadable + other.unreadable,
    distinct: complete ? counts.size : Math.max(one.distinct, other.distinct, counts.size),
    distinctIsExact: complete,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    frequent,
    frequentIsComplete: complete && frequent.length === counts.size,
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    patterns: mostFrequent(patterns, 20),
  };
}

function extreme<T>(a: T | undefined, b: T | undefined, wins: (a: T, b: T) => boolean): T | undefined {
  if (a === undefined) return b;
  return b === undefined || wins(a, b) ? a : b;
}
