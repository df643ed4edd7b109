import { joinWords } from './join-words';

/** An ending of a language's words, and what stands there instead before words are compared. */
export interface Ending {
  readonly from: string;
  readonly to: string;
}

/** Shorter words are left alone: cut, they would mean anything. */
const SHORTEST = 4;

/** The endings of a lexicon (`ami|ami>amo`), longest first. */
export function endingsOf(list: string): readonly Ending[] {
  return list
    .split('|')
    .filter(entry => entry !== '')
    .map(entry => {
      const [from = '', to = ''] = entry.split('>');
      return { from, to };
    })
    .sort((a, b) => b.from.length - a.from.length);
}

/** A folded phrase with the endings of its words cut off; only ever compared with others so cut. */
export function withoutEndings(phrase: string, endings: readonly Ending[]): string {
  if (endings.length === 0) return phrase;
  return phrase
    .split(' ')
    .map(word => {
      let form = word;
      // "adressen" and "adress" meet only where every ending is gone.
      for (let times = 0; times < 3; times++) {
        const ending = endings.find(({ from }) => form.endsWith(from) && form.length - from.length >= SHORTEST);
        if (!ending) break;
        form = form.slice(0, form.length - ending.from.length) + ending.to;
      }
      return form;
    })
    .reduce(joinWords);
}
