import type { DataRecord, RecordType } from '@lib/rules';
import type { SourceItem } from '../source/record-source';
import { editJson } from './edit-json';
import { editsOf } from './edit-record';
import type { TextEditor, Written } from './text-editor';

/** Edits values of JSON records in place; everything else of their text stays. */
export class JsonEditor implements TextEditor {
  private text = '';

  constructor(private readonly recordType: RecordType) {}

  write(item: SourceItem, outcome?: Written): string {
    const isChanged = item.kind === 'record' && outcome !== undefined && outcome.changes.length > 0;
    const text = isChanged ? this.edited(item.text, item.raw, outcome) : item.text;
    this.text += item.before + text;
    return text;
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }

  end(trailing: string): string {
    return this.take() + trailing;
  }

  private edited(text: string, raw: DataRecord, outcome: Written): string {
    const edits = editsOf(raw, outcome, this.recordType);
    return edits.reduce((edited, { place, value }) => editJson(edited, place, value), text);
  }
}
