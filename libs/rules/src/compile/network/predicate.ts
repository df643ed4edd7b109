import type { Evaluate } from '../evaluate';

export type Scalar = string | number | boolean;
export type OrderSign = '<' | '<=' | '>' | '>=';

/**
 * What the network can look up or check without a closure: one field against something written in the rule. Many rules may share
 * one, and it outlives networks: `seenBy` is the last that took it in.
 */
export type Predicate = { readonly column: number; seenBy: unknown } & (
  | { readonly kind: 'equal'; readonly value: Scalar }
  | { readonly kind: 'same'; readonly value: Scalar }
  | { readonly kind: 'null' }
  | { readonly kind: 'true' }
  | { readonly kind: 'order'; readonly sign: OrderSign; readonly bound: number | string }
  | { readonly kind: 'within'; readonly low: End; readonly high: End }
  | { readonly kind: 'one-of'; readonly values: readonly unknown[] }
  /** An element of a list, or a part of a text, capitals told apart. */
  | { readonly kind: 'holds'; readonly needle: Scalar }
  /** The same whatever the capitals: `needle` is in lower case. */
  | { readonly kind: 'mentions'; readonly needle: string }
  /** `folded` prefixes are of the text in lower case, and no missing value has any. */
  | { readonly kind: 'prefix'; readonly folded: boolean; readonly text: string }
  | { readonly kind: 'folded-one-of'; readonly texts: readonly string[] }
  /** Any other logic that cannot fail: how it reads, and all columns it looks at. */
  | {
      readonly kind: 'opaque';
      readonly logic: string;
      readonly evaluate: Evaluate;
      readonly columns: readonly number[];
    }
);

/** One end of a range: the value, and whether it belongs to the range itself. */
export interface End {
  readonly value: number | string;
  readonly open: boolean;
}

/** What a condition says, as predicates under `and`, `or` and `not`; every part of it can be judged in any order. */
export type Test =
  | { readonly kind: 'leaf'; readonly predicate: Predicate; readonly negated: boolean }
  | { readonly kind: 'all' | 'any'; readonly tests: readonly Test[] }
  | { readonly kind: 'constant'; readonly value: boolean };

/** Whether a text reads as a number where JavaScript compares it with one; a blank one reads as zero. */
export function readsAsNumber(text: string): boolean {
  return !Number.isNaN(Number(text));
}

/** Predicates that are looked up for every record anyway, so that checking them is reading a stamp. */
export function isStamped(predicate: Predicate): boolean {
  return STAMPED.has(predicate.kind);
}

const STAMPED: ReadonlySet<Predicate['kind']> = new Set(['holds', 'mentions', 'prefix', 'folded-one-of'] as const);

/** Every predicate of a test, as often as it stands there. */
export function predicatesOf(test: Test, into: Predicate[] = []): readonly Predicate[] {
  if (test.kind === 'leaf') into.push(test.predicate);
  else if (test.kind !== 'constant')
    for (let i = 0; i < test.tests.length; i++) predicatesOf(test.tests[i] as Test, into);
  return into;
}
