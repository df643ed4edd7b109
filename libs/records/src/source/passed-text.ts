import { SKIP_LIMIT } from './record-source';

/** The rest of a line too long to be a record: kept so that it can be written back, up to a bound. */
export class PassedText {
  private text = '';

  /** False where the bound is reached. */
  add(text: string): boolean {
    this.text += text;
    return this.text.length <= SKIP_LIMIT;
  }

  take(): string {
    const text = this.text;
    this.text = '';
    return text;
  }
}
