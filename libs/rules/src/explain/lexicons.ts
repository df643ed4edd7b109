import { type ByLanguage, inLanguage } from '../model/language';
import type { Lexicon } from './lexicon';
import { EN } from './lexicons/en';
import { DA, DE, ES, FR, IT, JA, NL, PT, SV, ZH } from './lexicons/other-languages';

/** The languages explanations are written in. A language not here is answered in English. */
export const LEXICONS: ByLanguage<Lexicon> = {
  en: EN,
  de: DE,
  fr: FR,
  es: ES,
  it: IT,
  pt: PT,
  nl: NL,
  da: DA,
  sv: SV,
  zh: ZH,
  ja: JA,
};

/** The lexicon for a BCP 47 language. */
export function lexiconFor(language = 'en'): Lexicon {
  return inLanguage(LEXICONS, language);
}
