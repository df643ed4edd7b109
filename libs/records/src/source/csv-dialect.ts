import { endOfLine, splitCsvRow } from './csv-row';

/** In the order they are preferred where a file could be cut either way: a comma is also a decimal mark. */
const DELIMITERS = ['\t', ';', '|', ','] as const;
const ROWS_JUDGED = 50;

export interface CsvDialect {
  readonly delimiter: string;
  /** What ends a line: `\n` (with or without `\r` before it) or `\r` alone. */
  readonly lineFeed: string;
  /** `\n`, `\r\n` or `\r`: what the first line ends with. */
  readonly lineEnd: string;
  /** Where the header row starts: after a byte order mark, a `sep=` line and blank lines. */
  readonly headerStart: number;
}

/** Finds out how a CSV file is cut, from its first rows. */
export function detectCsvDialect(head: string, endOfText: boolean): CsvDialect {
  const lineFeed = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  const firstEnd = endOfLine(head, 0, lineFeed);
  const lineEnd = lineFeed === '\r' ? '\r' : head[firstEnd] === '\r' ? '\r\n' : '\n';
  let headerStart = head.startsWith('\ufeff') ? 1 : 0;
  const announced = /^sep=(.)(?=\r|\n|$)/i.exec(head.slice(headerStart, headerStart + 6));
  if (announced) headerStart = nextLine(head, headerStart, lineFeed);
  while (headerStart < head.length && head.slice(headerStart, endOfLine(head, headerStart, lineFeed)).trim() === '') {
    // A row of tabs alone may be blank, but the header of a tab-separated file never is.
    headerStart = nextLine(head, headerStart, lineFeed);
  }
  const delimiter = announced?.[1] ?? likeliestDelimiter(head, headerStart, lineFeed, endOfText);
  return { delimiter, lineFeed, lineEnd, headerStart };
}

function nextLine(text: string, start: number, lineFeed: string): number {
  const at = text.indexOf(lineFeed, start);
  return at < 0 ? text.length : at + 1;
}

function likeliestDelimiter(head: string, start: number, lineFeed: string, endOfText: boolean): string {
  let best: { delimiter: string; agreement: number; columns: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const counts = columnCounts(head, start, delimiter, lineFeed, endOfText);
    const columns = counts[0] ?? 1;
    if (columns < 2) continue;
    const agreement = counts.filter(count => count === columns).length / counts.length;
    const better =
      !best || agreement > best.agreement + 0.05 || (agreement > best.agreement - 0.05 && columns > best.columns);
    if (better) best = { delimiter, agreement, columns };
  }
  return best?.delimiter ?? ',';
}

function columnCounts(head: string, start: number, delimiter: string, lineFeed: string, endOfText: boolean): number[] {
  const counts: number[] = [];
  for (let at = start; at < head.length && counts.length < ROWS_JUDGED;) {
    const row = splitCsvRow(head, at, delimiter, lineFeed, endOfText);
    if (row === 'open') break;
    if (row === 'malformed') counts.push(0);
    else if (row.end === head.length && !endOfText) break;
    else if (row.end > at) counts.push(row.values.length);
    at = nextLine(head, typeof row === 'string' ? at : row.end, lineFeed);
  }
  return counts;
}
