import { fail, fieldsWrittenBy, ok, type Action, type RecordType, type Result } from '@lib/rules';
import { encodeText, unwritableChar } from '../source/encoding';
import type { RecordSource, SourceItem } from '../source/record-source';
import { CsvEditor } from './csv-editor';
import { JsonEditor } from './json-editor';
import type { TextEditor, Written } from './text-editor';

export interface WriterOptions {
  readonly recordType: RecordType;
  /** Fields the rules may write (`writtenFields`); those a CSV file has no column for get one, at the end. */
  readonly mayWrite: readonly string[];
  /**
   * CSV: how many characters may wait for the first change that needs a new column, so that a file in which nothing
   * changes comes back as it was. Beyond that the column is added. Default 16 Mi.
   */
  readonly holdLength?: number;
}

/** A rule wrote what the encoding of the file cannot say. Nothing of it was written; the writer is of no more use. */
export interface UnwritableText {
  readonly line: number;
  readonly char: string;
  readonly message: string;
}

/** Gives records back in the format they came in. What no change names is byte for byte what came in. */
export interface RecordWriter {
  /** Items in the order they came, each with what was done to it; without, or where nothing changed, as it stood. */
  write(item: SourceItem, outcome?: Written): Result<true, UnwritableText>;
  /** The bytes ready so far; call after each batch. */
  take(): Uint8Array;
  /** The last bytes, once the source has ended. */
  end(): Uint8Array;
}

const HOLD_LENGTH = 16 * 1_048_576;

/** Opens a writer for the items of this source. */
export function openRecordWriter(source: RecordSource, options: WriterOptions): RecordWriter {
  let editor: TextEditor | undefined;
  const opened = (): TextEditor => {
    if (editor) return editor;
    const { layout } = source;
    const hold = options.holdLength ?? HOLD_LENGTH;
    editor = layout?.csv
      ? new CsvEditor(layout.csv, options.recordType, options.mayWrite, hold)
      : new JsonEditor(options.recordType);
    return editor;
  };
  // As long as a file is plain ASCII it passes for UTF-8. What rules wrote till then must not end up beside windows-1252.
  let assumed: UnwritableText | undefined;
  const refusal = (item: SourceItem, text: string): UnwritableText | undefined => {
    const isLatin = source.layout?.encoding === 'windows-1252';
    if (isLatin && assumed) return assumed;
    const char = isLatin ? unwritableChar(text) : /[^\x00-\x7f]/u.exec(text)?.[0];
    if (char === undefined) return undefined;
    if (isLatin) return unwritable(item.line, char);
    assumed ??= unwritable(item.line, char);
    return undefined;
  };
  const encode = (text: string): Uint8Array => encodeText(text, source.layout?.encoding ?? 'utf-8');
  return {
    write: (item, outcome) => {
      const text = opened().write(item, outcome);
      const refused = refusal(item, outcome && outcome.changes.length > 0 ? text : '');
      return refused ? fail(refused) : ok(true);
    },
    take: () => encode(opened().take()),
    end: () => encode(opened().end(source.trailing)),
  };
}

function unwritable(line: number, char: string): UnwritableText {
  const message =
    `Line ${line} cannot be written: a rule puts "${char}" into it, and the file is in windows-1252 (Latin-1). ` +
    'Save the file as UTF-8 first and try again.';
  return { line, char, message };
}

/** The fields these actions may write. */
export function writtenFields(recordType: RecordType, actions: Iterable<Action>): readonly string[] {
  return [...new Set([...actions].flatMap(action => fieldsWrittenBy(action, recordType)))];
}
