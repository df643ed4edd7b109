import type { CompiledLexicon } from '../compiled-lexicon';
import { phraseKey } from '../compiled-lexicon';
import { withoutEndings } from '../words/endings';
import type { ValueIndex, ValueLink } from './value-index';

/** Fields with more distinct values hold names and texts rather than kinds of things. */
const FEW = 60;
/** So many values are known by their forms, however many fields there are. */
const MOST_VALUES = 20_000;
/** A shorter word is too easily a form of another. */
const SHORTEST = 5;

type Forms = ReadonlyMap<string, readonly ValueLink[]>;

const kept = new WeakMap<ValueIndex, Map<CompiledLexicon, Forms>>();

/** The values of fields that hold few, by their words without the endings of a language. */
function storedForms(values: ValueIndex, lexicon: CompiledLexicon): Forms {
  const byLexicon = kept.get(values) ?? new Map<CompiledLexicon, Forms>();
  kept.set(values, byLexicon);
  const known = byLexicon.get(lexicon);
  if (known) return known;
  const forms = new Map<string, ValueLink[]>();
  const { fields, starts, texts } = values.texts;
  let taken = 0;
  for (const [i, field] of fields.entries()) {
    const [from = 0, to = 0] = [starts[i], starts[i + 1]];
    if (field.type !== 'text' || to - from > FEW || taken + to - from > MOST_VALUES) continue;
    taken += to - from;
    for (const text of texts.slice(from, to)) {
      const key = phraseKey(text);
      if (/[^\p{L} -]/u.test(key)) continue;
      for (const form of new Set([key, withoutEndings(key, lexicon.endings)])) {
        const links = forms.get(form) ?? [];
        const same = links.findIndex(link => link.field === field);
        if (same < 0) links.push({ field, stored: [text], score: 0.9, via: 'stem' });
        else if (phraseKey(links[same]?.stored[0] ?? '') === key)
          links[same] = { ...(links[same] as ValueLink), stored: [...(links[same]?.stored ?? []), text] };
        forms.set(form, links);
      }
    }
  }
  byLexicon.set(lexicon, forms);
  return forms;
}

/**
 * Values that words are another form of in the language spoken: "stornierten" of what is "storniert", "vikarer" of
 * those whose kind is "vikar". What only the grammar of the language knows is a form of nothing but its own words.
 */
export function valuesOfForm(values: ValueIndex, lexicon: CompiledLexicon, key: string): readonly ValueLink[] {
  if (lexicon.endings.length === 0 || key.length < SHORTEST || /[^\p{L} -]/u.test(key)) return [];
  const roles = lexicon.roles.get(key) ?? [];
  if (roles.some(role => role !== 'noun' && role !== 'people' && role !== 'women')) return [];
  const forms = storedForms(values, lexicon);
  if (forms.size === 0) return [];
  const cut = lexicon.endings
    .filter(({ from }) => key.endsWith(from) && key.length - from.length >= SHORTEST - 1)
    .map(({ from, to }) => key.slice(0, key.length - from.length) + to);
  for (const form of [withoutEndings(key, lexicon.endings), ...cut]) {
    const links = forms.get(form) ?? [];
    // "gente" is people and no form of Gent.
    const meant = roles.length === 0 ? links : links.filter(({ stored: [text = ''] }) => !isVowelApart(key, text));
    if (meant.length > 0) return meant;
  }
  return [];
}

const isVowelApart = (key: string, text: string): boolean => {
  const written = phraseKey(text);
  return key.startsWith(written) && /^[aeiou]$/.test(key.slice(written.length));
};
