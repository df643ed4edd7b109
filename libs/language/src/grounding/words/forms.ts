import { type Ending, withoutEndings } from './endings';

/** Phrases without their endings; where two then are the same, neither is known, unless what they mean is joined to one. */
export function formsOf<V>(
  phrases: ReadonlyMap<string, V>,
  endings: readonly Ending[],
  join?: (one: V, other: V) => V | undefined,
): ReadonlyMap<string, V> {
  const forms = new Map<string, V>();
  const unsure = new Set<string>();
  if (endings.length === 0) return forms;
  for (const [phrase, meaning] of phrases) {
    const form = withoutEndings(phrase, endings);
    const known = forms.get(form);
    const differs = known !== undefined && JSON.stringify(known) !== JSON.stringify(meaning);
    // What a word says as it stands comes before what is said of it with an ending.
    const joined = differs ? (phrase === form ? join?.(meaning, known) : join?.(known, meaning)) : undefined;
    if (differs && joined === undefined) unsure.add(form);
    forms.set(form, joined ?? meaning);
  }
  for (const form of unsure) forms.delete(form);
  return forms;
}

/** "befristet" and "befristete", told of the same values in other words: all of them; "Lehrer" and "Lehre" share none. */
export const sharedWords = (one: readonly string[], other: readonly string[]): readonly string[] | undefined =>
  one.some(word => other.includes(word)) ? [...new Set([...one, ...other])] : undefined;
