import type { Change, DataRecord } from '@lib/rules';
import type { SourceItem } from '../source/record-source';

/** What applying rules did to one record: all a writer needs of an outcome. */
export interface Written {
  readonly record: DataRecord;
  readonly changes: readonly Change[];
}

/** What a format does to the text of a file. */
export interface TextEditor {
  /** The text this item became, and a new header with it. */
  write(item: SourceItem, outcome?: Written): string;
  /** Text that is final. */
  take(): string;
  end(trailing: string): string;
}
