import { type Ending, withoutEndings } from './endings';

/** Phrases without their endings; where two then are the same, neither is known. */
export function formsOf<V>(phrases: ReadonlyMap<string, V>, endings: readonly Ending[]): ReadonlyMap<string, V> {
  const forms = new Map<string, V>();
  const unsure = new Set<string>();
  if (endings.length === 0) return forms;
  for (const [phrase, meaning] of phrases) {
    const form = withoutEndings(phrase, endings);
    if (forms.has(form) && JSON.stringify(forms.get(form)) !== JSON.stringify(meaning)) unsure.add(form);
    forms.set(form, meaning);
  }
  for (const form of unsure) forms.delete(form);
  return forms;
}
