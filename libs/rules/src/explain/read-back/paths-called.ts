import { type RecordType, tagsFieldOf } from '../../model/record-type';
import type { Lexicon } from '../lexicon';
import { fieldWords, type Saying } from '../saying';

/** The paths of fields by the words they are said with, and how long such words are, longest first. */
export interface PathsCalled {
  readonly called: ReadonlyMap<string, string>;
  readonly lengths: readonly number[];
}

const known = new WeakMap<RecordType['fields'], Map<Lexicon, PathsCalled>>();

/** The inverse of `fieldWords`, made once for all fields. */
export function pathsCalled(saying: Saying): PathsCalled {
  const { fields } = saying.recordType;
  const byLexicon = known.get(fields) ?? new Map<Lexicon, PathsCalled>();
  known.set(fields, byLexicon);
  const made = byLexicon.get(saying.lexicon);
  if (made) return made;
  const paths = [...fields.map(({ name }) => name), tagsFieldOf(saying.recordType)];
  const called = new Map(paths.map(path => [fieldWords(saying, path), path]));
  const lengths = [...new Set([...called.keys()].map(words => words.length))].sort((a, b) => b - a);
  const found = { called, lengths };
  byLexicon.set(saying.lexicon, found);
  return found;
}
