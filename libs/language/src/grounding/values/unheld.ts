import type { RecordType } from '@lib/rules';
import type { CompiledLexicon } from '../compiled-lexicon';
import { withoutEndings } from '../words/endings';
import { valueWordsOf } from './foreign-values';
import type { Grounding } from '../link-words';
import { namesRecords } from '../fields/own-words';
import { stem } from '../words/stem';

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
 * English, or the name of these, says no value: "alle Läden mit …" are all shops, "ascenseurs" are Lifts.
 */
export const saysUnheld = (key: string, lexicon: CompiledLexicon, { recordType, lexicons }: Grounding): boolean =>
  key.length >= SHORTEST && isValueWord(valueWordsOf(lexicon, key), recordType, lexicons);

function isValueWord(said: readonly string[], recordType: RecordType, lexicons: readonly CompiledLexicon[]): boolean {
  const english = lexicons.find(({ language }) => language === 'en');
  const isNoun = (word: string): boolean =>
    namesRecords(recordType, word) || (english !== undefined && isRecordNoun(english, word));
  return said.length > 0 && !said.some(isNoun);
}
