import { findField, type Field, type RecordType } from '@lib/rules';

/** The field a change names. One the catalog does not know (`flags`) is a list where a list is written. */
export function writtenField(recordType: RecordType, path: string, isList: boolean): Field {
  const type = isList ? 'list' : 'text';
  return findField(recordType, path) ?? { name: path, label: path, type, reading: { type } };
}
