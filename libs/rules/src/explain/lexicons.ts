import { type ByLanguage, inLanguage } from '../model/language';
import type { Lexicon } from './lexicon';
import { EN } from './lexicons/en';

/** The languages explanations are written in. A language not here is answered in English. */
export const LEXICONS: ByLanguage<Lexicon> = { en: EN };

/** The lexicon for a BCP 47 language. */
export function lexiconFor(language = 'en'): Lexicon {
  return inLanguage(LEXICONS, language);
}
