export { parseJson } from './source/parse-json-record';
export { isWithinDepth, MAX_RECORD_DEPTH } from './source/is-within-depth';
export { readRecords } from './source/read-records';
export {
  RECORD_FORMATS,
  type CsvLayout,
  type ReadFailure,
  type ReadOptions,
  type RecordFormat,
  type RecordLayout,
  type RecordSource,
  type RejectedRecord,
  type SourceItem,
  type SourceRecord,
} from './source/record-source';
export { compileReading, type ReadRecord } from './reading/compile-reading';
export { mayHoldTags } from './reading/may-hold-tags';
export { ENTRY_FORMATS, type EntryFormat } from './entries/entry-lines';
export {
  type EntryFailure,
  type EntryOptions,
  MAX_ENTRIES,
  MAX_ENTRY_LENGTH,
  type ReadEntries,
  readEntries,
} from './entries/read-entries';
export { type TextField } from './inference/field-collector';
export { importRecords, type ImportFailure, type ImportOptions, type Imported } from './import-records';
export {
  openRecordWriter,
  writtenFields,
  type RecordWriter,
  type UnwritableText,
  type WriterOptions,
} from './writing/record-writer';
export { editRecord } from './writing/edit-record';
export { type Written } from './writing/text-editor';
