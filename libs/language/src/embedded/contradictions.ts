import type { Meaning, TestMeaning } from './meaning';

function valuesOf(meaning: Meaning): ReadonlySet<string> | undefined {
  if (meaning.kind !== 'test') return undefined;
  if (meaning.test.is === 'boolean') return new Set([String(meaning.test.value)]);
  return meaning.test.is === 'oneOf' && meaning.field.type !== 'list'
    ? new Set(meaning.test.values.flat().map(text => text.toLowerCase()))
    : undefined;
}

/** Two things said of one field that no record can be at once: words were then taken for values that are none. */
export function contradictionIn(meaning: Meaning): readonly TestMeaning[] {
  if (meaning.kind === 'not') return contradictionIn(meaning.item);
  if (meaning.kind !== 'and' && meaning.kind !== 'or') return [];
  if (meaning.kind === 'and') {
    for (const [i, one] of meaning.items.entries()) {
      const values = valuesOf(one);
      if (!values || one.kind !== 'test') continue;
      const other = meaning.items
        .slice(i + 1)
        .find(
          item =>
            item.kind === 'test' &&
            item.field.name === one.field.name &&
            valuesOf(item) !== undefined &&
            ![...(valuesOf(item) ?? [])].some(text => values.has(text)),
        );
      if (other?.kind === 'test') return [one, other];
    }
  }
  return meaning.items.flatMap(contradictionIn);
}
