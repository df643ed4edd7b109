import type { Field } from '@lib/rules';

/** How the data spells a text: every stored value that differs from it only in capital letters or outer blanks. */
export function storedSpellings(field: Field, text: string): readonly string[] {
  const wanted = fold(text);
  const stored = (field.profile?.frequent ?? []).map(({ value }) => value);
  return stored.filter((value): value is string => typeof value === 'string' && fold(value) === wanted);
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
