import type { CellSpan } from './record-source';

const QUOTE = '"';
const DOUBLED = /""/g;

/** One row taken apart; `values` are the cells as meant, `spans` where each stands in the text. */
export interface CsvRow {
  readonly values: readonly string[];
  readonly spans: readonly CellSpan[];
  /** Where the row ends, before its line end. */
  readonly end: number;
}

/** `open`: a quote is not closed in the text given. `malformed`: something stands after a closing quote. */
export type CsvRowFault = 'open' | 'malformed';

/**
 * Takes the row that starts at `start` apart. A quote matters only as the first character of a cell, where it runs to
 * the next single quote; inside, two quotes are one. `endOfText` says whether the text ends with the file.
 */
export function splitCsvRow(
  text: string,
  start: number,
  delimiter: string,
  lineFeed: string,
  endOfText = true,
): CsvRow | CsvRowFault {
  const values: string[] = [];
  const spans: CellSpan[] = [];
  let lineEnd = endOfLine(text, start, lineFeed);
  for (let at = start; ;) {
    let end: number;
    if (text[at] === QUOTE) {
      const close = closingQuote(text, at);
      if (close < 0) return 'open';
      end = close + 1;
      if (end === text.length && !endOfText) return 'open';
      if (end > lineEnd) lineEnd = endOfLine(text, end, lineFeed);
      if (end !== lineEnd && text[end] !== delimiter) return 'malformed';
      values.push(text.slice(at + 1, close).replace(DOUBLED, QUOTE));
    } else {
      const next = text.indexOf(delimiter, at);
      end = next < 0 || next > lineEnd ? lineEnd : next;
      values.push(text.slice(at, end));
    }
    spans.push({ start: at, end });
    if (end >= lineEnd) return { values, spans, end };
    at = end + 1;
  }
}

function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf(QUOTE, open + 1); at >= 0; at = text.indexOf(QUOTE, at + 2)) {
    if (text[at + 1] !== QUOTE) return at;
  }
  return -1;
}

/** Where the line ends that `start` stands in: before `\n`, `\r\n` or, in files that use it alone, `\r`. */
export function endOfLine(text: string, start: number, lineFeed: string): number {
  const at = text.indexOf(lineFeed, start);
  if (at < 0) return text.length;
  return at > start && lineFeed === '\n' && text[at - 1] === '\r' ? at - 1 : at;
}

/** A cell as text, quoted only where it must be or where the cell it replaces was. */
export function writeCsvCell(value: string, delimiter: string, wasQuoted: boolean): string {
  const mustQuote =
    wasQuoted || value.includes(delimiter) || value.includes(QUOTE) || value.includes('\n') || value.includes('\r');
  return mustQuote ? QUOTE + value.replaceAll(QUOTE, '""') + QUOTE : value;
}
