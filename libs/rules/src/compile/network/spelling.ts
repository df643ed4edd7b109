// One character can be written with different code points. Texts are compared in the form Unicode calls NFC; what is in
// it already is compared unit by unit, and all else is left to closures.

const MAY_CHANGE = /[\u0300-\uffff]/;

/** Whether a text is in NFC. */
export function isInNfc(text: string): boolean {
  return !MAY_CHANGE.test(text) || text.normalize('NFC') === text;
}

// Beyond ASCII only the Kelvin sign, the Greek question mark and the varia become ASCII in NFC.
const ONE_SPELLING = /^[^K;`\u0080-\uffff]*$/;

/** Whether no other text than this one is the same in NFC: comparing with it needs no look at how the other is written. */
export function hasOneSpelling(value: unknown): boolean {
  return typeof value !== 'string' || ONE_SPELLING.test(value);
}
