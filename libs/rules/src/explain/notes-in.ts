import { lexiconFor } from './lexicons';

/** What explanations add in brackets behind a test without changing it: what it says of case and of empty values. */
export function notesIn(language?: string): readonly string[] {
  const { anyCase, emptyIncluded } = lexiconFor(language);
  return [anyCase, emptyIncluded];
}
