import { type RecordType, tagsFieldOf } from '@lib/rules';
import { type CompiledLexicon, phraseKey } from './compiled-lexicon';
import { withoutEndings } from './endings';
import type { ValueIndex, ValueLink } from './value-index';

/** Values kept in the language of the request, found by other forms of their words: "sospesi" of what is Sospeso. */
export type ToldValues = (key: string) => readonly ValueLink[];

/** Fields with more distinct values name things, not kinds of things. */
const FEW = 60;
/** So many texts are looked through. */
const MOST_TEXTS = 4000;
const MOST_WORDS = 4;
/** Kinds come back among the records: so often at least, on average. */
const OFTEN = 2;
/** Shorter words are codes. */
const SHORTEST = 4;

const NOTHING: readonly ValueLink[] = [];

export function toldValuesOf(
  recordType: RecordType,
  values: ValueIndex,
  spoken: CompiledLexicon | undefined,
): ToldValues {
  if (!spoken || spoken.endings.length === 0) return () => NOTHING;
  const forms = new Map<string, ValueLink[]>();
  const tags = tagsFieldOf(recordType);
  let looked = 0;
  for (const field of values.texts.fields) {
    const distinct = values.distinctIn(field.name);
    if (field.name === tags || distinct === 0 || distinct > FEW) continue;
    if ((looked += distinct) > MOST_TEXTS) break;
    const texts = values.valuesOf(field.name);
    const all = texts.reduce((sum, text) => sum + values.countOf(field.name, text), 0);
    if (all < OFTEN * distinct) continue;
    for (const text of texts) {
      const key = phraseKey(text);
      if (/\d/.test(key) || key.length < SHORTEST || key.split(' ').length > MOST_WORDS) continue;
      const form = withoutEndings(key, spoken.endings);
      const links = forms.get(form) ?? [];
      forms.set(form, links);
      const same = links.findIndex(link => link.field.name === field.name);
      const known = links[same];
      if (!known) links.push({ field, stored: [text], score: 0.9, via: 'stem' });
      else links[same] = { ...known, stored: [...known.stored, text] };
    }
  }
  return key => forms.get(withoutEndings(key, spoken.endings)) ?? NOTHING;
}
