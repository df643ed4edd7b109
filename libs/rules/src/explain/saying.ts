import type { GlossaryUse } from '../model/glossary';
import type { RecordType } from '../model/record-type';
import { fieldWordsOf } from './field-words';
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

/** A field as people call it; its name in quotes where the record type knows no such field. */
export function fieldWords({ lexicon, recordType }: Saying, path: string): string {
  return fieldWordsOf(recordType, lexicon).words.get(path) ?? lexicon.quote(path);
}

export function sayField(saying: Saying, path: string, at: string): Token {
  return token('field', fieldWords(saying, path), at);
}
