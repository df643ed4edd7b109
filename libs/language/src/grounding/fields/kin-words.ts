import { entries } from '../words/entries';
import type { Kin, Lexicon } from '../lexicon';

/** What a class of words may say a field by: any field, or only one that holds such values. */
export type KinOf = keyof Kin;

/** Words of names that say the same, as look-ups from their stems to the classes they are in. */
export interface KinWords {
  /** Words as names have them. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  /** The same words, and those that are only said for them. */
  readonly said: ReadonlyMap<string, readonly string[]>;
  /** First words of what is said in more words than one. */
  readonly openers: ReadonlySet<string>;
}

/** Little words that names are told with: what a clause opens with in place of a name ("what they earn"), and what stands between. */
export interface Besides {
  readonly opening: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly inClauses: ReadonlySet<string>;
}

const NO_KIN: Kin = { any: [], number: [], date: [], boolean: [], text: [] };

/** How many words say one thing at most: "per year", "place of birth". */
export const MOST_TOGETHER = 4;

/** A class is written `words of names|…=what is only said|…`; no class leads on to another. */
export function kinWordsOf({ kin = NO_KIN }: Lexicon, stemKey: (phrase: string) => string): KinWords {
  const named = new Map<string, string[]>();
  const said = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, phrase: string, id: string): void => {
    const key = stemKey(phrase);
    const known = map.get(key);
    if (!known) map.set(key, [id]);
    else if (!known.includes(id)) known.push(id);
  };
  for (const [of, classes] of Object.entries(kin) as [KinOf, readonly string[]][])
    classes.forEach((each, i) => {
      const [names = '', only = ''] = each.split('=');
      for (const word of entries(names)) for (const map of [named, said]) put(map, word, `${of}:${i}`);
      for (const word of entries(only)) put(said, word, `${of}:${i}`);
    });
  const openers = new Set([...said.keys()].filter(key => key.includes(' ')).map(key => key.slice(0, key.indexOf(' '))));
  return { named, said, openers };
}

export const besidesOf = ({ besides }: Lexicon): Besides => ({
  opening: new Set(entries(besides?.opening ?? '')),
  between: new Set(entries(besides?.between ?? '')),
  inClauses: new Set(entries(besides?.inClauses ?? '')),
});
