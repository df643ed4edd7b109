import type { TextEncoding } from './encoding';
import { parseJsonRecord } from './parse-json-record';
import { PassedText } from './passed-text';
import {
  DEFAULT_LIMITS,
  type Framed,
  type Framer,
  type ReadOptions,
  type RecordLayout,
  type SourceItem,
} from './record-source';

/** Cuts NDJSON into records, one a line; blank lines are passed over, a broken line is rejected by number. */
export class NdjsonFramer implements Framer {
  private line = 1;
  private skipping = false;
  private lineEnd: string | undefined;
  private readonly passed = new PassedText();
  private readonly maxLine: number;
  private readonly maxDepth: number;

  constructor(options: ReadOptions) {
    this.maxLine = options.maxLineBytes ?? DEFAULT_LIMITS.maxLineBytes;
    this.maxDepth = options.maxDepth ?? DEFAULT_LIMITS.maxDepth;
  }

  layout(encoding: TextEncoding): RecordLayout {
    return { format: 'ndjson', encoding, lineEnd: this.lineEnd ?? '\n' };
  }

  takePassed(): string {
    return this.passed.take();
  }

  frame(text: string, last: boolean): Framed {
    const items: SourceItem[] = [];
    let kept = 0;
    let pos = 0;
    for (;;) {
      const feed = text.indexOf('\n', pos);
      if (this.skipping) {
        if (feed < 0) {
          if (this.passed.add(text) || last) return { items, kept: text.length };
          const message = 'A line is too long to be passed over.';
          return { items, kept: text.length, failure: { code: 'line-too-long', message, line: this.line } };
        }
        this.skipping = false;
        this.line += 1;
        pos = feed + 1;
        continue;
      }
      if (feed < 0 && !last && text.length - pos <= this.maxLine) break;
      if (pos >= text.length) break;
      const end = feed < 0 ? text.length : feed > pos && text[feed - 1] === '\r' ? feed - 1 : feed;
      if (feed >= 0) this.lineEnd ??= end < feed ? '\r\n' : '\n';
      // Files put one behind another bring their marks along.
      const start = text[pos] === '\ufeff' ? pos + 1 : pos;
      const line = text.slice(start, end);
      if (line.trim() !== '') {
        items.push(this.item(line, this.passed.take() + text.slice(kept, start)));
        kept = end;
      }
      if (feed < 0) {
        this.skipping = !last;
        break;
      }
      pos = feed + 1;
      this.line += 1;
    }
    // Blank lines already counted must not be counted again.
    if (pos > kept && !this.skipping) {
      this.passed.add(text.slice(kept, pos));
      kept = pos;
    }
    return { items, kept };
  }

  private item(text: string, before: string): SourceItem {
    const { line } = this;
    if (text.length > this.maxLine) {
      return { kind: 'rejected', line, message: `The line is longer than ${this.maxLine} characters.`, text, before };
    }
    const parsed = parseJsonRecord(text, this.maxDepth);
    return parsed.ok
      ? { kind: 'record', line, raw: parsed.value, text, before }
      : { kind: 'rejected', line, message: parsed.message, text, before };
  }
}
