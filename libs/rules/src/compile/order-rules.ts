interface Ordered {
  readonly id: string;
  readonly rule: { readonly name: string; readonly priority: number };
}

/** The order rules run in: by priority, lower first, then by name, then by id, both by code point. */
export function orderRules<T extends Ordered>(entries: readonly T[]): readonly T[] {
  return [...entries].sort(compareRules);
}

/** Which of two rules runs first: negative for the first one. */
export function compareRules(a: Ordered, b: Ordered): number {
  return a.rule.priority - b.rule.priority || byCodePoint(a.rule.name, b.rule.name) || byCodePoint(a.id, b.id);
}

/** UTF-16 order puts astral characters before U+E000; code point order does not. */
function byCodePoint(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  // Step back onto a pair's first half, so that whole characters are compared.
  if (i > 0 && isLowSurrogate(a, i) && isLowSurrogate(b, i)) i--;
  return (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1);
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
