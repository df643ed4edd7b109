import type { TextEncoding } from './encoding';
import { parseJsonRecord } from './parse-json-record';
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

const STRUCTURE = /["[\]{},]/g;
const BLANK = /[\s\ufeff]*/y;

/** Cuts a JSON array into its elements as they come; objects one after the other, as `jq` writes them, do as well. */
export class JsonFramer implements Framer {
  private state: 'start' | 'between' | 'end' = 'start';
  private inArray = true;
  private line = 1;
  private elements = 0;
  private lineEnd: string | undefined;
  private readonly passed = new PassedText();
  private readonly maxLine: number;
  private readonly maxDepth: number;

  constructor(options: ReadOptions) {
    this.maxLine = options.maxLineBytes ?? DEFAULT_LIMITS.maxLineBytes;
    this.maxDepth = options.maxDepth ?? DEFAULT_LIMITS.maxDepth;
  }

  layout(encoding: TextEncoding): RecordLayout {
    return { format: 'json', encoding, lineEnd: this.lineEnd ?? '\n' };
  }

  takePassed(): string {
    return this.passed.take();
  }

  frame(text: string, last: boolean): Framed {
    this.lineEnd ??= /\r?\n/.exec(text)?.[0];
    const items: SourceItem[] = [];
    let pos = 0;
    for (;;) {
      pos = this.passSeparators(text, pos);
      if (pos >= text.length) break;
      const wrong = this.wrongAt(text, pos);
      if (wrong) return { items, kept: pos, failure: this.failure(wrong) };
      const end = elementEnd(text, pos, last && !this.inArray);
      if (end < 0) {
        if (text.length - pos > this.maxLine) {
          const message = `A record is longer than ${this.maxLine} characters.`;
          return { items, kept: pos, failure: { code: 'line-too-long', message, line: this.line } };
        }
        break;
      }
      items.push(this.item(text.slice(pos, end)));
      pos = end;
    }
    if (last && this.state === 'between' && (this.inArray || pos < text.length)) {
      return {
        items,
        kept: pos,
        failure: this.failure(this.inArray ? 'The array is never closed.' : 'The last record is never closed.'),
      };
    }
    return { items, kept: pos };
  }

  /** Past blanks, commas and the brackets of the array itself. */
  private passSeparators(text: string, from: number): number {
    let pos = from;
    for (;;) {
      BLANK.lastIndex = pos;
      pos += BLANK.exec(text)?.[0].length ?? 0;
      const char = text[pos];
      if (this.state === 'start' && (char === '[' || char === '{')) {
        this.inArray = char === '[';
        this.state = 'between';
        if (!this.inArray) break;
      } else if (this.state === 'between' && this.inArray && char === ']') this.state = 'end';
      else if (this.state !== 'between' || char !== ',') break;
      pos += 1;
    }
    const passed = text.slice(from, pos);
    this.line += countLineFeeds(passed);
    this.passed.add(passed);
    return pos;
  }

  private wrongAt(text: string, pos: number): string | undefined {
    if (this.state === 'start') return 'A JSON file must hold an array of objects.';
    if (this.state === 'end') return 'Something stands after the end of the records.';
    return text[pos] === '}' || text[pos] === ']' ? 'A bracket is closed that was never opened.' : undefined;
  }

  private item(text: string): SourceItem {
    const before = this.passed.take();
    const { line } = this;
    this.elements += 1;
    this.line += countLineFeeds(text);
    if (text.length > this.maxLine) {
      return {
        kind: 'rejected',
        line,
        message: `${this.place()}The record is longer than ${this.maxLine} characters.`,
        text,
        before,
      };
    }
    const parsed = parseJsonRecord(text, this.maxDepth);
    return parsed.ok
      ? { kind: 'record', line, raw: parsed.value, text, before }
      : { kind: 'rejected', line, message: `${this.place()}${parsed.message}`, text, before };
  }

  /** Many elements may stand in one line. */
  private place(): string {
    return this.inArray ? `Element ${this.elements}: ` : '';
  }

  private failure(message: string): ReadFailure {
    return { code: 'wrong-shape', message, line: this.line };
  }
}

/** Where the element that starts here ends, or -1 where the text ends first. */
function elementEnd(text: string, start: number, atEndOfText: boolean): number {
  let depth = 0;
  STRUCTURE.lastIndex = start;
  for (let found = STRUCTURE.exec(text); found; found = STRUCTURE.exec(text)) {
    switch (found[0]) {
      case '"': {
        const close = stringEnd(text, found.index);
        if (close < 0) return -1;
        STRUCTURE.lastIndex = close + 1;
        break;
      }
      case '{':
      case '[':
        depth += 1;
        break;
      case ',':
        if (depth === 0) return trimmedEnd(text, start, found.index);
        break;
      default:
        if (depth === 0) return trimmedEnd(text, start, found.index);
        depth -= 1;
        if (depth === 0) return found.index + 1;
    }
  }
  return atEndOfText && depth === 0 ? text.length : -1;
}

function stringEnd(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let back = at;
    while (text[back - 1] === '\\') back -= 1;
    if ((at - back) % 2 === 0) return at;
  }
  return -1;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function countLineFeeds(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
