import { Remembered, remembering } from './remembered';

/** The last letters of what is cut or changed: words that end otherwise are their own stems. */
const ENDINGS: ReadonlySet<number> = new Set([..."sdgye'"].map(letter => letter.charCodeAt(0)));

/**
 * A light English stem: enough that plural, past and -ing forms of field names and values meet.
 * It is only ever compared with other stems, so it need not be a word.
 */
function stemEnglish(word: string): string {
  if (/\d/.test(word)) return word;
  // "NPIs", "APIs": letters that stand for words, more than one of them.
  if (/^[^aeiou]{2}is$/.test(word) && !/^th/.test(word)) return word.slice(0, -1);
  let stem = word.replace(/'s$|'$/, '');
  if (/(ss|us|is)$/.test(stem)) return stem;
  if (/ies$/.test(stem)) stem = stem.slice(0, -3) + 'y';
  else if (/(ches|shes|xes|sses|zes)$/.test(stem)) stem = stem.slice(0, -2);
  else if (/s$/.test(stem)) stem = stem.slice(0, -1);
  const before = stem;
  if (/ied$/.test(stem) && stem.length > 4) stem = stem.slice(0, -3) + 'y';
  else if (/[^aeiou]ing$|[aeiou]{1,2}[^aeiou]+ing$/.test(stem) && stem.length > 5) stem = stem.slice(0, -3);
  else if (/ed$/.test(stem) && stem.length > 4) stem = stem.slice(0, -2);
  if (stem !== before) stem = stem.replace(/([bdgklmnprt])\1$/, '$1');
  if (/er?y$/.test(stem) && stem.length > 5) return stem.replace(/y$/, '');
  return stem.length > 3 ? stem.replace(/e$/, '') : stem;
}

const stems = new Remembered<string>(4_000);

/** The stem under which a folded word is indexed and looked up. */
export function stem(word: string): string {
  return word.length < 4 || !ENDINGS.has(word.charCodeAt(word.length - 1)) ? word : stems.of(word, stemEnglish);
}

/** The stems of the words of a phrase; marks that stand inside names ("E-mail", "City/Town") do not count. */
export const stemmed = remembering((phrase: string): string =>
  phrase
    .split(' ')
    .filter(word => !/^[-/.'&_]$/.test(word))
    .map(stem)
    .join(' '),
);
