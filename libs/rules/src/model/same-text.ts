// One character can be written as one code point or as a letter and marks (é, e + ◌́). Texts are compared in the form
// Unicode calls NFC, so that both are the same. Nothing below U+0300 changes in it: plain text costs nothing more.

const MAY_CHANGE = /[\u0300-\uffff]/;

/** A text in NFC. */
export function composed(text: string): string {
  return MAY_CHANGE.test(text) ? text.normalize('NFC') : text;
}

/** Whether a text is in NFC already: then comparing its code points compares it. */
export function isComposed(text: string): boolean {
  return !MAY_CHANGE.test(text) || text.normalize('NFC') === text;
}

/** Whether two texts are the same in NFC. */
export function sameText(a: string, b: string): boolean {
  return a === b || (mayBeSame(a, b) && composed(a) === composed(b));
}

/** How many times as long as another a text can be that is the same in NFC. */
export const LONGEST_SPELLING = 32;

/**
 * Whether two texts of different code points can be the same in NFC, found out in time linear in the shorter. Where they
 * first differ in two ASCII characters, or one ends, they are not; nor where one is too long to be a spelling of the other.
 */
export function mayBeSame(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (Math.max(a.length, b.length) > LONGEST_SPELLING * shorter) return false;
  let at = 0;
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  // ASCII characters begin anew whatever stands before them, so what is alike up to there differs from there on.
  if (isPlainAt(a, at) && isPlainAt(b, at)) return false;
  return !isOnlySpelling(a.length < b.length ? a : b);
}

function isPlainAt(text: string, at: number): boolean {
  return at >= text.length || text.charCodeAt(at) < 0x80;
}

// The only characters beyond ASCII that NFC turns into ASCII: Kelvin sign, Greek question mark, varia.
const ALONE_IN_NFC = /^[^K;`\u0080-\uffff]*$/;

/** Whether no other text is the same as this one in NFC: then one comparison of code points is enough. */
export function isOnlySpelling(text: string): boolean {
  return ALONE_IN_NFC.test(text);
}
