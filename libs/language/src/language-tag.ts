import { fail, LANGUAGES, ok, type Result } from '@lib/rules';

/**
 * A language tag (BCP 47) in its canonical writing, or why it is none. Any language may be asked in: those without a
 * lexicon are read by fields, values and numbers alone.
 */
export function readLanguageTag(tag: string): Result<string, string> {
  const [canonical] = canonicalOf(tag);
  if (canonical !== undefined && isLanguage(canonical)) return ok(canonical);
  return fail(
    `"${tag.slice(0, 35)}" is no language. Give a language tag such as de or pt-BR; known are ${LANGUAGES.join(', ')}.`,
  );
}

function canonicalOf(tag: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}

/** Whether the platform has a name for it: well-formed tags that stand for nothing (`xx`) have none. */
function isLanguage(canonical: string): boolean {
  const { language } = new Intl.Locale(canonical);
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(language) !== undefined;
}
