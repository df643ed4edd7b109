import { type CompiledLexicon, phraseKey } from '../compiled-lexicon';
import type { StoredTexts } from '../values/stored-texts';

/** Fields with more distinct values hold no countries. */
const MOST = 400;

/** What names of countries mean, in all languages. */
export interface Regions {
  readonly names: ReadonlyMap<string, string>;
  readonly codes: ReadonlySet<string>;
}

/** The countries of all lexicons in one table; what the first of them says counts. */
export function regionsIn(lexicons: readonly CompiledLexicon[]): Regions {
  const names = new Map<string, string>();
  const codes = new Set<string>();
  for (const { regions, regionCodes } of lexicons) {
    for (const [name, code] of regions) if (!names.has(name)) names.set(name, code);
    for (const code of regionCodes) codes.add(code);
  }
  return { names, codes };
}

/** The ISO code of the country a text names or is. */
export function regionOf(text: string, { names, codes }: Regions): string | undefined {
  const trimmed = text.trim();
  return /^[A-Z]{2}$/.test(trimmed) && codes.has(trimmed) ? trimmed : names.get(phraseKey(text));
}

/** Which texts of a field stand for which country, most frequent first, where it holds mostly countries. */
export function countryNames(
  { starts, texts, counts }: StoredTexts,
  field: number,
  regions: Regions,
): ReadonlyMap<string, readonly string[]> | undefined {
  const [from = 0, to = 0] = [starts[field], starts[field + 1]];
  if (to === from || to - from > MOST) return undefined;
  const found: (readonly [string, number])[] = [];
  for (let id = from; id < to; id++) {
    const code = regionOf(texts[id] ?? '', regions);
    if (code !== undefined) found.push([code, id]);
    else if ((id + 1 - from - found.length) * 2 > to - from) return undefined;
  }
  found.sort(([, a], [, b]) => (counts[b] ?? 0) - (counts[a] ?? 0) || ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1));
  const names = new Map<string, string[]>();
  for (const [code, id] of found) names.set(code, [...(names.get(code) ?? []), texts[id] ?? '']);
  return names;
}
