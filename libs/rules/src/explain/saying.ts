import type { GlossaryUse } from '../model/glossary';
import { findField, type Field, type RecordType } from '../model/record-type';
import type { Lexicon } from './lexicon';
import { token, type Token } from './token';

/** What saying anything needs: the language, and the record type whose fields are spoken of. */
export interface Saying {
  readonly lexicon: Lexicon;
  readonly recordType: RecordType;
  /** Fields that are said to be filled already, so that nothing need be said of empty ones. */
  readonly filled?: ReadonlySet<string>;
  /** The names the rule was made with. */
  readonly uses?: readonly GlossaryUse[] | undefined;
}

/** A field as people call it: its label, taken apart where it is an identifier; the quoted name where that would be ambiguous. */
export function fieldWords({ lexicon, recordType }: Saying, path: string): string {
  const field = findField(recordType, path);
  if (!field) return lexicon.quote(path);
  const words = wordsOf(field, lexicon);
  return isAlone(words, recordType, lexicon) ? words : lexicon.quote(path);
}

const sharedWords = new WeakMap<RecordType['fields'], Map<Lexicon, ReadonlySet<string>>>();

/** Whether no second field is called that; found out once for all fields. */
function isAlone(words: string, { fields }: RecordType, lexicon: Lexicon): boolean {
  const byLexicon = sharedWords.get(fields) ?? new Map<Lexicon, ReadonlySet<string>>();
  let shared = byLexicon.get(lexicon);
  if (!shared) {
    const seen = new Set<string>();
    shared = new Set(fields.map(other => wordsOf(other, lexicon)).filter(said => seen.size === seen.add(said).size));
    sharedWords.set(fields, byLexicon.set(lexicon, shared));
  }
  return !shared.has(words);
}

export function sayField(saying: Saying, path: string, at: string): Token {
  return token('field', fieldWords(saying, path), at);
}

function wordsOf({ label, name }: Field, lexicon: Lexicon): string {
  const given = label.trim() || name;
  if (/\s/.test(given)) return lexicon.label(given);
  // An identifier: customerSince, customer_since, address.city.
  const apart = given.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2').replace(/[._]+/g, ' ');
  return lexicon.label(apart.trim() || given);
}
