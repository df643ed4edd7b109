/**
 * Numbers in slots are compared as if they stood in a circle of so many and one more, -1 being the last: a look holds of those
 * at most `span` steps behind `low`. What lies outside of a range is a range then too, and a negated look like any other; a
 * span of all holds always, one of -1 never.
 */
export const CIRCLE = 2 ** 30 - 1;

/** Numbers of a slot from one on, and how many steps behind it belong to them. */
export interface Arc {
  readonly low: number;
  readonly span: number;
}

/** All others. */
export function outside({ low, span }: Arc): Arc {
  return { low: low + span + 1, span: CIRCLE - 1 - span };
}
