import type { CompiledLexicon } from './compiled-lexicon';
import { withoutEndings } from './endings';
import { valueWordsOf } from './foreign-values';
import type { Chunk } from './link-words';

/** Shorter words are forms of too many others. */
const SHORTEST = 4;

/** Whether a word of a language is spelt as the lexicon has it, as a word of labels or values: no slip of another. */
export const isSpelt = ({ labelWords, valueWords, valueForms, endings }: CompiledLexicon, word: string): boolean =>
  labelWords.has(word) ||
  valueWords.has(word) ||
  (word.length > SHORTEST && valueForms.has(withoutEndings(word, endings)));

/**
 * "aposentados" where nobody is Retired, "stilstaande pompen" where nothing is a Pump: a word that says a value, though
 * none that records hold. It may be what the request is about, and is never passed over.
 */
export const saysUnheld = (
  { roles, fields, values, region }: Pick<Chunk, 'roles' | 'fields' | 'values' | 'region'>,
  key: string,
  lexicon: CompiledLexicon,
): boolean =>
  roles.length + fields.length + values.length === 0 &&
  region === undefined &&
  key.length >= SHORTEST &&
  valueWordsOf(lexicon, key).length > 0;
