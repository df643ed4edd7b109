import type { RecordType } from '@lib/rules';
import type { CompiledLexicon } from '../compiled-lexicon';
import { withoutEndings } from '../words/endings';
import { namesRecords } from '../fields/own-words';

/** So many values of a field must be words of a language before its values are taken to be written in it, … */
const FEWEST = 2;
/** … and one in so many. */
const SHARE = 4;

const saidInEnglish = new WeakMap<CompiledLexicon, ReadonlySet<string>>();

function englishOf(lexicon: CompiledLexicon): ReadonlySet<string> {
  let said = saidInEnglish.get(lexicon);
  if (!said) saidInEnglish.set(lexicon, (said = new Set([...lexicon.valueWords.values()].flat())));
  return said;
}

/** What a word for values says in English: the lexicons tell each other through it. */
export const valueWordsOf = (lexicon: CompiledLexicon, key: string): readonly string[] =>
  lexicon.valueWords.get(key) ?? lexicon.valueForms.get(withoutEndings(key, lexicon.endings)) ?? [];

/** What a word of the names of fields says in English. */
export const labelWordsOf = (lexicon: CompiledLexicon, key: string): readonly string[] =>
  lexicon.labelWords.get(key) ?? lexicon.labelForms.get(withoutEndings(key, lexicon.endings)) ?? [];

/** "pedidos" of orders, "ascenseurs" of lifts: the records by their name in another language. */
export const saysRecords = (lexicon: CompiledLexicon, key: string, recordType: RecordType): boolean =>
  [...labelWordsOf(lexicon, key), ...valueWordsOf(lexicon, key)].some(word => namesRecords(recordType, word));

/**
 * Values written in another language, by what they say in English: "Drehmaschine" is a lathe, so that "tornos" and
 * "drejebænke" find it as they would find a "Lathe". Nothing where the values are English, or names.
 */
export function foreignValues(
  keys: readonly string[],
  lexicons: readonly CompiledLexicon[],
): readonly (readonly [english: string, at: number])[] {
  let most = FEWEST - 1;
  let home: CompiledLexicon | undefined;
  for (const lexicon of lexicons) {
    const known = keys.filter(key => valueWordsOf(lexicon, key).length > 0).length;
    if (known > most && known * SHARE >= keys.length) [most, home] = [known, lexicon];
  }
  const spoken = home;
  if (!spoken || keys.filter(key => lexicons.some(lexicon => englishOf(lexicon).has(key))).length >= most) return [];
  return keys.flatMap((key, at) => valueWordsOf(spoken, key).map(english => [english, at] as const));
}
