import { fold } from '../words/fold';

const FIRST_RUN = /[\p{L}\p{M}]+|\p{N}+/u;
const RUN = /[\p{L}\p{M}]+|\p{N}+/gu;

/**
 * A text by its letters and digits alone, so that "2 – 2" and "2-2", "18april1970" and "18 April 1970" are the same.
 * Digits that something stands between stay apart: "2-2" is not "22".
 */
export function looseKey(text: string): string {
  let key = '';
  for (const [run] of fold(text).matchAll(RUN)) key += joint(key, run);
  return key;
}

const joint = (before: string, run: string): string => (endsInDigit(before) && startsWithDigit(run) ? ` ${run}` : run);

const DIGIT = /\p{N}/u;
const endsInDigit = (text: string): boolean => text !== '' && DIGIT.test(text.slice(-1));
const startsWithDigit = (text: string): boolean => DIGIT.test(text.charAt(0));

/** The first letters or digits of a text: what its loose key may begin with. */
export function firstRun(folded: string): string {
  return FIRST_RUN.exec(folded)?.[0] ?? '';
}

const ONLY_LETTERS = /^[\p{L}\p{M} ]*$/u;

/** Whether a text holds digits or marks that people write in other ways. */
export const mayBeLoose = (text: string): boolean => !ONLY_LETTERS.test(text);
