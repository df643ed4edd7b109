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
