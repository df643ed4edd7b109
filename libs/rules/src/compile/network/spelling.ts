import { isComposed, isOnlySpelling } from '../../model/same-text';

/** Whether no other value than this one is the same in NFC: comparing with it needs no look at how the other is written. */
export function hasOneSpelling(value: unknown): boolean {
  return typeof value !== 'string' || isOnlySpelling(value);
}

/** Whether a value is no text, or a text in NFC, so that comparing its code points compares it. */
export function isComposedValue(value: unknown): boolean {
  return typeof value !== 'string' || isComposed(value);
}
