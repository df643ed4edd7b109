import { type Field, type Glossary, nameKey, type RecordType } from '@lib/rules';
import { wordsOf } from '../words/fold';
import { lastSegment, withoutUnit } from '../fields/field-names';
import { nameIndexOf, namesFrom } from './name-index';
import { segment } from '../words/segment';

/** What a name of the glossary means already, by itself: requests that said it would be read as the name from then on. */
export type OtherMeaning =
  | { readonly name: string; readonly kind: 'field' | 'value'; readonly field: Field }
  | { readonly name: string; readonly kind: 'record-type' };

/**
 * The fields and values of a record type, and the record type itself, that are called as one of these names, in the
 * plural or not: names are found in requests before anything else is, and would hide them.
 */
export function otherMeanings(names: readonly string[], recordType: RecordType): readonly OtherMeaning[] {
  return names.flatMap((name): readonly OtherMeaning[] => {
    const isCalled = callers(name, recordType);
    const { label = recordType.name } = recordType;
    if ([recordType.name, label].some(isCalled)) return [{ name, kind: 'record-type' }];
    const called = recordType.fields.find(field => wordingsOf(field).some(isCalled));
    if (called) return [{ name, kind: 'field', field: called }];
    const holder = recordType.fields.find(field => holds(field, name));
    return holder ? [{ name, kind: 'value', field: holder }] : [];
  });
}

/** Whether a text is this name and nothing else, exactly as requests are searched for it. */
function callers(name: string, recordType: RecordType): (text: string) => boolean {
  const glossary: Glossary = { terms: [{ name, version: 1, condition: null }], lists: [] };
  const readings = [false, true].map(characters => ({
    characters,
    index: nameIndexOf(recordType, glossary, undefined, characters),
  }));
  return text =>
    readings.some(({ characters, index }) => {
      const { tokens } = segment(text, characters);
      return namesFrom(index, tokens, 0).some(({ to }) => to === tokens.length);
    });
}

/** What a field is called as a whole, as it is written and in words. */
function wordingsOf({ name, label, synonyms = [] }: Field): readonly string[] {
  const written = [label, withoutUnit(label), name, lastSegment(name), ...synonyms];
  return [...new Set(written.flatMap(text => [text, wordsOf(text).join(' ')]))];
}

function holds({ sensitivity, profile }: Field, name: string): boolean {
  // Who may name conditions need not be one who may see personal values.
  if (sensitivity === 'personal' || !profile) return false;
  const key = nameKey(name);
  return profile.frequent.some(({ value }) => typeof value === 'string' && nameKey(value) === key);
}
