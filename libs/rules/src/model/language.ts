export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'da', 'sv', 'zh', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Words by language. English is always there; where a language says nothing, English speaks. */
export type ByLanguage<T> = { readonly en: T } & { readonly [language in Language]?: T };

/** The entry of a BCP 47 language (`de-AT` is served by `de`), else the English one. */
export function inLanguage<T>(entries: ByLanguage<T>, language: string): T {
  const primary = language.toLowerCase().split('-')[0] ?? 'en';
  const known = LANGUAGES.find(candidate => candidate === primary);
  return (known && entries[known]) ?? entries.en;
}
