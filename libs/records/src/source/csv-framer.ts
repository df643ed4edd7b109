import type { JsonValue } from '@lib/rules';
import { detectCsvDialect, type CsvDialect } from './csv-dialect';
import { splitCsvRow } from './csv-row';
import { showText, type TextEncoding } from './encoding';
import { labelColumns } from './label-columns';
import { PassedText } from './passed-text';
import {
  DEFAULT_LIMITS,
  type Framed,
  type Framer,
  type ReadFailure,
  type ReadOptions,
  type RecordLayout,
  type SourceItem,
} from './record-source';

/** The header and the dialect are judged on this much text, or on the whole file where it is shorter. */
const HEAD_LENGTH = 32 * 1024;

/** Cuts CSV text into rows. A row that does not fit the header is rejected by line; the next line is a row again. */
export class CsvFramer implements Framer {
  private dialect: CsvDialect | undefined;
  private labels: readonly string[] = [];
  private hasProto = false;
  private headerText = '';
  private line = 1;
  /** Where rows begin in text that is held because the header stands in it and no row has come yet. */
  private rowsFrom = 0;
  /** Inside a row too long to be one: everything up to its line end is passed over. */
  private skipping = false;
  private readonly passed = new PassedText();
  private readonly maxLine: number;
  private readonly maxColumns: number;

  constructor(options: ReadOptions) {
    this.maxLine = options.maxLineBytes ?? DEFAULT_LIMITS.maxLineBytes;
    this.maxColumns = options.maxColumns ?? DEFAULT_LIMITS.maxColumns;
  }

  layout(encoding: TextEncoding): RecordLayout | undefined {
    if (!this.dialect) return undefined;
    const { delimiter, lineFeed, lineEnd } = this.dialect;
    return {
      format: 'csv',
      encoding,
      lineEnd,
      csv: { delimiter, lineFeed, labels: this.labels, headerText: this.headerText },
    };
  }

  frame(text: string, last: boolean): Framed {
    if (!this.dialect) {
      if (!last && text.length < HEAD_LENGTH) return { items: [], kept: 0 };
      const header = this.readHeader(text, last);
      if (typeof header !== 'number') return header ?? { items: [], kept: 0 };
      this.rowsFrom = header;
    }
    const framed = this.frameRows(text, 0, this.rowsFrom, last);
    if (framed.kept > 0) this.rowsFrom = 0;
    return framed;
  }

  /** What of the text given so far belongs to no item and is not held by the caller any more. */
  takePassed(): string {
    return this.passed.take();
  }

  /** Where the header ends; nothing where more text is needed. */
  private readHeader(text: string, last: boolean): number | Framed | undefined {
    if (!last && !/[\r\n]/.test(text) && text.length <= this.maxLine) return undefined;
    const dialect = detectCsvDialect(text, last);
    const failed = (code: ReadFailure['code'], message: string): Framed => ({
      items: [],
      kept: 0,
      failure: { code, message, line: countLines(text, 0, dialect.headerStart, dialect.lineFeed) + 1 },
    });
    const row = splitCsvRow(text, dialect.headerStart, dialect.delimiter, dialect.lineFeed, last);
    if (row === 'malformed') return failed('wrong-shape', 'The header row has text after a closing quote.');
    const incomplete = row === 'open' || (row.end === text.length && !last);
    if (incomplete && text.length - dialect.headerStart > this.maxLine) {
      return failed('line-too-long', `The header row is longer than ${this.maxLine} characters.`);
    }
    if (row === 'open') return last ? failed('wrong-shape', 'A quote in the header row is never closed.') : undefined;
    if (incomplete) return undefined;
    if (row.values.length > this.maxColumns) {
      return failed(
        'too-many-columns',
        `The header row has ${row.values.length} columns; at most ${this.maxColumns} are read.`,
      );
    }
    this.dialect = dialect;
    this.headerText = text.slice(dialect.headerStart, row.end);
    this.labels = row.end > dialect.headerStart ? labelColumns(row.values.map(showText)) : [];
    this.hasProto = this.labels.includes('__proto__');
    this.line = countLines(text, 0, row.end, dialect.lineFeed) + 1;
    return row.end;
  }

  /** `kept` is where the text before the next item starts, `from` where reading goes on: at the end of a row. */
  private frameRows(text: string, kept: number, from: number, last: boolean): Framed {
    const { delimiter, lineFeed } = this.dialect!;
    const items: SourceItem[] = [];
    const width = this.labels.length;
    const hasStray = showText(text) !== text;
    let pos = from;
    let quoteAt = -2;
    if (this.skipping) {
      const feed = text.indexOf(lineFeed);
      if (feed < 0) {
        if (this.passed.add(text) || last) return { items, kept: text.length };
        return {
          items,
          kept: text.length,
          failure: this.failure('line-too-long', 'A line is too long to be passed over.'),
        };
      }
      this.skipping = false;
      pos = feed;
    }
    for (;;) {
      const start = this.startOfRow(text, pos, lineFeed);
      const feed = text.indexOf(lineFeed, start);
      if (start >= text.length) break;
      if (feed < 0 && !last && text.length - start <= this.maxLine) break;
      const lineEnd =
        feed < 0 ? text.length : feed > start && lineFeed === '\n' && text[feed - 1] === '\r' ? feed - 1 : feed;
      if (quoteAt !== -1 && quoteAt < start) quoteAt = text.indexOf('"', start);
      let end = lineEnd;
      let message: string | undefined;
      let values: readonly string[] = [];
      if (quoteAt < 0 || quoteAt >= lineEnd) {
        if (end - start <= this.maxLine) values = text.slice(start, end).split(delimiter);
      } else {
        const row = splitCsvRow(text, start, delimiter, lineFeed, last);
        if (row === 'malformed') message = 'Text stands after a closing quote.';
        else if (row === 'open' || (row.end === text.length && !last)) {
          if (!last && text.length - start <= this.maxLine) break;
          message = 'A quote is never closed.';
        } else ({ values, end } = row);
      }
      if (end - start > this.maxLine) message = `The row is longer than ${this.maxLine} characters.`;
      if (!message && values.length !== width) {
        message = `The row has ${values.length} ${values.length === 1 ? 'value' : 'values'}, the header has ${width}.`;
      }
      const line = this.line + this.linesBetween(text, pos, start, lineFeed);
      const before = this.passed.take() + text.slice(kept, start);
      const rowText = text.slice(start, end);
      if (message) items.push({ kind: 'rejected', line, message, text: rowText, before });
      else {
        const raw = this.toRecord(hasStray ? values.map(showText) : values);
        items.push({ kind: 'record', line, raw, text: rowText, before });
      }
      this.line = end === lineEnd ? line : line + this.linesBetween(text, start, end, lineFeed);
      kept = pos = end;
      if (feed < 0 && !last) {
        this.skipping = true;
        break;
      }
    }
    return { items, kept };
  }

  /** Past the line end of the row before, and past blank lines. */
  private startOfRow(text: string, pos: number, lineFeed: string): number {
    let start = pos;
    for (;;) {
      if (text.startsWith(lineFeed, start)) start += 1;
      else if (lineFeed === '\n' && text[start] === '\r' && text[start + 1] === '\n') start += 2;
      else return start;
    }
  }

  private linesBetween(text: string, start: number, end: number, lineFeed: string): number {
    // By far the most rows follow the one before immediately.
    if (end - start === 1 || (end - start === 2 && text[start] === '\r' && lineFeed === '\n')) return 1;
    return countLines(text, start, end, lineFeed);
  }

  private failure(code: ReadFailure['code'], message: string): ReadFailure {
    return { code, message, line: this.line };
  }

  private toRecord(values: readonly string[]): { readonly [label: string]: JsonValue } {
    const record: { [label: string]: JsonValue } = {};
    for (let index = 0; index < values.length; index += 1) record[this.labels[index]!] = values[index]!;
    if (this.hasProto)
      Object.defineProperty(record, '__proto__', ownProperty(values[this.labels.indexOf('__proto__')]!));
    return record;
  }
}

function countLines(text: string, start: number, end: number, lineFeed: string): number {
  let lines = 0;
  for (let at = text.indexOf(lineFeed, start); at >= 0 && at < end; at = text.indexOf(lineFeed, at + 1)) lines += 1;
  return lines;
}

function ownProperty(value: JsonValue): PropertyDescriptor {
  return { value, enumerable: true, configurable: true, writable: true };
}
