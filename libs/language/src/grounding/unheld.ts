import type { CompiledLexicon } from './compiled-lexicon';
import { withoutEndings } from './endings';
import { valueWordsOf } from './foreign-values';
import type { Chunk } from './link-words';
import { stem } from './stem';

/** Shorter words are forms of too many others. */
const SHORTEST = 4;

/** Whether a word of a language is spelt as the lexicon has it, as a word of labels or values: no slip of another. */
export const isSpelt = ({ labelWords, valueWords, valueForms, endings }: CompiledLexicon, word: string): boolean =>
  labelWords.has(word) ||
  valueWords.has(word) ||
  (word.length > SHORTEST && valueForms.has(withoutEndings(word, endings)));

const nounsFor = new WeakMap<CompiledLexicon, ReadonlySet<string>>();

/** Whether a word of English is a noun for records of whatever kind: "shops", "studies", "goods". */
function isRecordNoun(english: CompiledLexicon, word: string): boolean {
  let nouns = nounsFor.get(english);
  if (!nouns) {
    const words = [...english.roles].flatMap(([key, roles]) => (roles.includes('noun') ? [stem(key)] : []));
    nounsFor.set(english, (nouns = new Set(words)));
  }
  return nouns.has(stem(word));
}

/**
 * "aposentados" where nobody is Retired, "stilstaande pompen" where nothing is a Pump: a word that says a value, though
 * none that records hold. It may be what the request is about, and is never passed over. What is a noun for records in
 * English says no value: "alle Läden mit …" are all shops, whatever the records are.
 */
export const saysUnheld = (
  { roles, fields, values, region }: Pick<Chunk, 'roles' | 'fields' | 'values' | 'region'>,
  key: string,
  lexicon: CompiledLexicon,
  english: CompiledLexicon | undefined,
): boolean =>
  roles.length + fields.length + values.length === 0 &&
  region === undefined &&
  key.length >= SHORTEST &&
  isValueWord(valueWordsOf(lexicon, key), english);

const isValueWord = (said: readonly string[], english: CompiledLexicon | undefined): boolean =>
  said.length > 0 && !(english && said.some(word => isRecordNoun(english, word)));
