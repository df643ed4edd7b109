import type { Reading } from '@lib/rules';
import { emptyInText, type Evidence, type FileHints } from './evidence';
import { inferBoolean } from './infer-boolean';
import { clearDayFirst, inferDate } from './infer-date';
import { inferList } from './infer-list';
import { clearDecimalMark, inferNumber } from './infer-number';

/** How the values of a field are read. Text is what remains, so nothing is ever read as what it is not sure to be. */
export function inferReading(evidence: Evidence, hints: FileHints = {}): Reading {
  const reading = typedReading(evidence, hints) ?? { type: 'text' };
  const emptyWords = reading.type === 'text' ? emptyInText(evidence.emptyWords) : evidence.emptyWords;
  return emptyWords.length > 0 ? { ...reading, emptyWords } : reading;
}

function typedReading(evidence: Evidence, hints: FileHints): Reading | undefined {
  const { textCount, numbers, booleans, lists } = evidence;
  if (textCount === 0) {
    if (numbers > 0 && booleans === 0 && lists === 0) return { type: 'number' };
    if (booleans > 0 && numbers === 0 && lists === 0) return { type: 'boolean' };
  }
  const list = inferList(evidence);
  if (list) return list;
  if (lists > 0) return undefined;
  if (booleans > 0 || textCount > 0) {
    const boolean = numbers === 0 ? inferBoolean(evidence) : undefined;
    if (boolean) return boolean;
  }
  if (booleans > 0 || textCount === 0) return undefined;
  if (numbers === 0) {
    const date = inferDate(evidence, hints);
    if (date) return date;
  }
  return inferNumber(evidence, hints);
}

/** What some fields of a file say clearly holds for those that do not. */
export class HintVotes {
  private comma = 0;
  private dayFirst = 0;

  add(evidence: Evidence): void {
    const mark = clearDecimalMark(evidence);
    if (mark) this.comma += mark === ',' ? 1 : -1;
    const first = clearDayFirst(evidence);
    if (first !== undefined) this.dayFirst += first ? 1 : -1;
  }

  /** A semicolon between values says that the comma was needed inside them. */
  hints(delimiter?: string): FileHints {
    const { comma, dayFirst } = this;
    const decimalMark = comma === 0 ? (delimiter === ';' ? ',' : undefined) : comma > 0 ? ',' : '.';
    return { ...(decimalMark && { decimalMark }), ...(dayFirst !== 0 && { dayFirst: dayFirst > 0 }) };
  }
}
