import type { Field } from '@lib/rules';
import { rootOf } from '../words/derivations';
import { wordsOf } from '../words/fold';
import { isDateField } from './date-field';

const WORDLESS = new Set(['date', 'time', 'day', 'last', 'next', 'first', 'on', 'at', 'start', 'end']);

function byRoots(fields: readonly Field[], tells: (field: Field, word: string) => boolean): Map<string, Field[]> {
  const found = new Map<string, Field[]>();
  for (const field of fields) {
    for (const word of new Set([...wordsOf(field.label), ...wordsOf(field.name)])) {
      if (word.length < 4 || WORDLESS.has(word) || !tells(field, word)) continue;
      const root = rootOf(word);
      found.set(root, [...(found.get(root) ?? []).filter(known => known !== field), field]);
    }
  }
  return found;
}

/** Words for what happened ("cancelled", "renewing") under the roots of the date fields that are named after it. */
export const happeningsOf = (fields: readonly Field[]): ReadonlyMap<string, readonly Field[]> =>
  byRoots(fields.filter(isDateField), () => true);

const MADE = /(ed|ion|ions|ment|ance|ence|al|er|or|ee|ing|ure)$/;

/** Who does it, what is done and what came of it under the roots of the other fields named so: "operated" under that of "Operator". */
export const relativesOf = (fields: readonly Field[]): ReadonlyMap<string, readonly Field[]> =>
  byRoots(
    fields.filter(field => !isDateField(field)),
    (_, word) => MADE.test(word),
  );

/** The root under which a word of happening, verb or noun, is found, where the word is one. */
export function happeningRoot(word: string): string | undefined {
  return /^\p{L}{4,}$/u.test(word) && /(ed|ing|s|e|ion|ment|al|ance|ence|ery)$/.test(word) ? rootOf(word) : undefined;
}

/** The root under which words of one family are found. */
export function familyRoot(word: string): string | undefined {
  const root = /^\p{L}{5,}$/u.test(word) ? rootOf(word) : undefined;
  return root !== undefined && root.length >= 4 ? root : undefined;
}
