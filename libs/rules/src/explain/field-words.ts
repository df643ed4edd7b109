import { type Field, type RecordType, tagsFieldOf } from '../model/record-type';
import type { Lexicon } from './lexicon';

/** What fields are called in sentences, and which field is meant by it: no two are called alike, and nothing else is said so. */
export interface FieldWords {
  readonly words: ReadonlyMap<string, string>;
  readonly paths: ReadonlyMap<string, string>;
  /** How long such words are, longest first. */
  readonly lengths: readonly number[];
}

const known = new WeakMap<RecordType['fields'], Map<Lexicon, FieldWords>>();

/** Made once for all fields of a record type and a language. */
export function fieldWordsOf(recordType: RecordType, lexicon: Lexicon): FieldWords {
  const byLexicon = known.get(recordType.fields) ?? new Map<Lexicon, FieldWords>();
  known.set(recordType.fields, byLexicon);
  const made = byLexicon.get(lexicon) ?? makeWords(recordType, lexicon);
  byLexicon.set(lexicon, made);
  return made;
}

/** A field is called by its label, and by its path as well where the label alone would not tell which field is meant. */
function makeWords(recordType: RecordType, lexicon: Lexicon): FieldWords {
  const labels = new Map(recordType.fields.map(field => [field.name, labelWords(field, lexicon)]));
  const tags = tagsFieldOf(recordType);
  if (!labels.has(tags)) labels.set(tags, tags);
  const seen = new Set<string>();
  const shared = new Set([...labels.values()].filter(label => seen.size === seen.add(label).size));
  const isClear = (label: string): boolean =>
    !shared.has(label) &&
    !meansSomethingElse(label, lexicon) &&
    !(label.startsWith(lexicon.lengthOf) && seen.has(label.slice(lexicon.lengthOf.length)));
  const words = new Map([...labels].map(([path, label]) => [path, isClear(label) ? label : `${label} (${path})`]));
  const paths = new Map([...words].map(([path, said]) => [said, path]));
  const lengths = [...new Set([...paths.keys()].map(said => said.length))].sort((a, b) => b - a);
  return { words, paths, lengths };
}

/** A label that would be taken for a value or for a word of the sentence. */
function meansSomethingElse(label: string, { reserved, days, ...lexicon }: Lexicon): boolean {
  const others = [lexicon.true, lexicon.false, lexicon.null, days.today, lexicon.always, lexicon.never];
  return (
    !/\p{L}/u.test(label) ||
    /^["“({[]|^\d{4}-/.test(label) ||
    reserved.has(label.toLowerCase()) ||
    others.includes(label.toLowerCase())
  );
}

function labelWords({ label, name }: Field, lexicon: Lexicon): string {
  const given = label.trim() || name;
  if (/\s/.test(given)) return lexicon.label(given);
  // An identifier: customerSince, customer_since, address.city.
  const apart = given.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2').replace(/[._]+/g, ' ');
  return lexicon.label(apart.trim() || given);
}
