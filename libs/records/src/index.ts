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
export { importRecords, type ImportFailure, type ImportOptions, type Imported } from './import-records';
export {
  openRecordWriter,
  writtenFields,
  type RecordWriter,
  type UnwritableText,
  type WriterOptions,
} from './writing/record-writer';
export { type Written } from './writing/text-editor';
