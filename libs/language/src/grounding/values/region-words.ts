import { pairs } from '../words/entries';
import type { Lexicon } from '../lexicon';
import { PSEUDO_REGIONS } from './pseudo-regions';

/** Countries by their names in a language, as the platform and the lexicon know them: words by their key, as ISO codes. */
export function regionsOf(lexicon: Lexicon, keyOf: (phrase: string) => string): Map<string, string> {
  const regions = new Map<string, string>();
  const names = new Intl.DisplayNames([lexicon.language], { type: 'region', fallback: 'none' });
  for (let first = 65; first <= 90; first++) {
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second);
      if (PSEUDO_REGIONS.has(code)) continue;
      const name = names.of(code);
      if (name === undefined || name === code) continue;
      regions.set(keyOf(name), code);
      const inner = /^(.+?) \(.*\)$/.exec(name)?.[1];
      if (inner) regions.set(keyOf(inner), code);
    }
  }
  for (const [name, code] of [...pairs(lexicon.demonyms), ...pairs(lexicon.countryNames)])
    regions.set(keyOf(name), code);
  return regions;
}
