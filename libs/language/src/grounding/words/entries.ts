import { wordForms } from './word-forms';

/** The entries of a list of a lexicon, `a|b|c`, each in all the forms it stands for. */
export function entries(list: string): readonly string[] {
  return list
    .split('|')
    .map(entry => entry.trim())
    .filter(entry => entry !== '')
    .flatMap(wordForms);
}

/** The same for a list of `word=meaning`. */
export function pairs(list: string): readonly (readonly [string, string])[] {
  return entries(list).map(entry => {
    const at = entry.lastIndexOf('=');
    return [entry.slice(0, at), entry.slice(at + 1)] as const;
  });
}
