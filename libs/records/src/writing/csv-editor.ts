import { valueAt, type Field, type JsonValue, type RecordType } from '@lib/rules';
import { splitCsvRow, writeCsvCell } from '../source/csv-row';
import type { CsvLayout, SourceItem } from '../source/record-source';
import { fieldKeys } from '../reading/field-keys';
import type { TextEditor, Written } from './text-editor';
import { writeValue } from './write-value';
import { writtenField } from './written-field';

/** Edits cells of CSV text in place. New columns stand at the end and appear only once something is in them. */
export class CsvEditor implements TextEditor {
  private readonly columns = new Map<string, number>();
  private readonly fields = new Map<string, Field>();
  /** Fields without a column. */
  private readonly missing: readonly string[];
  private state: 'holding' | 'widened' | 'plain';
  private held: SourceItem[] = [];
  private heldLength = 0;
  private headerWritten = false;
  private text = '';

  constructor(
    private readonly layout: CsvLayout,
    private readonly recordType: RecordType,
    mayWrite: readonly string[],
    private readonly holdLength: number,
  ) {
    const keys = fieldKeys(recordType);
    for (const [index, label] of layout.labels.entries()) {
      const name = keys.get(label)?.field?.name ?? label;
      if (!this.columns.has(name)) this.columns.set(name, index);
    }
    this.missing = mayWrite.filter(name => !this.columns.has(name));
    this.state = this.missing.length > 0 ? 'holding' : 'plain';
  }

  write(item: SourceItem, outcome?: Written): string {
    const from = this.text.length;
    if (this.state === 'holding') {
      const needed = outcome?.changes.some(change => !this.columns.has(change.path)) ?? false;
      if (!needed && this.heldLength <= this.holdLength) {
        return this.hold(item, outcome);
      }
      this.widen();
    }
    this.writeRow(item, outcome);
    return this.text.slice(from);
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }

  end(trailing: string): string {
    for (const { before, text } of this.held) this.text += before + text;
    this.held = [];
    this.text += trailing;
    return this.take();
  }

  /** A row that may yet get another column waits, already edited. */
  private hold(item: SourceItem, outcome?: Written): string {
    const text = outcome && outcome.changes.length > 0 ? this.edited(item.text, outcome) : item.text;
    this.held.push(text === item.text ? item : { ...item, text });
    this.heldLength += item.before.length + text.length;
    return text;
  }

  private widen(): void {
    this.state = 'widened';
    for (const item of this.held) this.writeRow(item);
    this.held = [];
  }

  private writeRow(item: SourceItem, outcome?: Written): void {
    this.text += this.headerWritten ? item.before : this.withHeader(item.before);
    this.headerWritten = true;
    if (item.kind === 'rejected') {
      this.text += item.text;
      return;
    }
    const text = outcome && outcome.changes.length > 0 ? this.edited(item.text, outcome) : item.text;
    this.text += this.state === 'widened' ? text + this.newCells(item.text, outcome) : text;
  }

  private withHeader(before: string): string {
    if (this.state !== 'widened') return before;
    const { headerText, delimiter } = this.layout;
    const end = before.lastIndexOf(headerText) + headerText.length;
    const isQuoted = allQuoted(headerText, this.layout);
    const labels = this.missing.map(
      name => delimiter + writeCsvCell(this.field(name, null).label, delimiter, isQuoted),
    );
    return before.slice(0, end) + labels.join('') + before.slice(end);
  }

  private edited(text: string, outcome: Written): string {
    const { delimiter, lineFeed } = this.layout;
    const row = splitCsvRow(text, 0, delimiter, lineFeed);
    if (typeof row === 'string') return text;
    const cells = new Map<number, string>();
    for (const { path } of outcome.changes) {
      const index = this.columns.get(path);
      if (index === undefined || cells.has(index)) continue;
      const value = valueAt(outcome.record, path) ?? null;
      const before = row.values[index] ?? '';
      const written = writeValue(this.field(path, value), value, before);
      const span = row.spans[index]!;
      if (written !== before) cells.set(index, writeCsvCell(written, delimiter, text[span.start] === '"'));
    }
    let result = '';
    let at = 0;
    for (const [index, span] of row.spans.entries()) {
      const cell = cells.get(index);
      if (cell === undefined) continue;
      result += text.slice(at, span.start) + cell;
      at = span.end;
    }
    result += text.slice(at);
    // An empty line would be no row at all.
    return result === '' ? '""' : result;
  }

  private newCells(text: string, outcome: Written | undefined): string {
    const { delimiter } = this.layout;
    let cells = '';
    for (const path of this.missing) {
      const isChanged = outcome?.changes.some(change => change.path === path) ?? false;
      const value = isChanged ? (valueAt(outcome!.record, path) ?? null) : null;
      const written = writeValue(this.field(path, value), value, this.habit(value));
      cells += delimiter + (written === '' ? '' : writeCsvCell(written, delimiter, allQuoted(text, this.layout)));
    }
    return cells;
  }

  /** In a file cut at `;`, elements of a new list are set apart by `|`, so that no cell needs quotes. */
  private habit(value: JsonValue): string {
    return Array.isArray(value) && this.layout.delimiter === ';' ? '|' : '';
  }

  private field(path: string, value: JsonValue): Field {
    let field = this.fields.get(path);
    if (!field) {
      field = writtenField(this.recordType, path, Array.isArray(value));
      if (value !== null) this.fields.set(path, field);
    }
    return field;
  }
}

function allQuoted(text: string, { delimiter, lineFeed }: CsvLayout): boolean {
  if (!text.startsWith('"') || !text.endsWith('"')) return false;
  const row = splitCsvRow(text, 0, delimiter, lineFeed);
  return typeof row !== 'string' && row.spans.every(span => text[span.start] === '"');
}
