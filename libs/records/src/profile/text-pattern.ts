const MAX_LENGTH = 60;
const UPPER = 1;
const LOWER = 2;
const DIGIT = 3;
const BLANK = 4;
const SIGNS = ['', 'A', 'a', '9', ' '];

/** The shape of a text: letters `A a`, digits `9`, runs folded with `+`, blanks to one (`AB-0042` is `A+-9+`). */
export function textPattern(text: string): string {
  let pattern = '';
  let open = 0;
  let isRun = false;
  const end = Math.min(text.length, MAX_LENGTH);
  for (let at = 0; at < end; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind !== 0 && kind === open) {
      if (!isRun && kind !== BLANK) pattern += '+';
      isRun = true;
      continue;
    }
    pattern += kind === 0 ? text[at]! : SIGNS[kind]!;
    open = kind;
    isRun = false;
  }
  return pattern;
}

function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return LOWER;
  if (code >= 65 && code <= 90) return UPPER;
  if (code >= 48 && code <= 57) return DIGIT;
  if (code === 32 || (code >= 9 && code <= 13)) return BLANK;
  if (code < 0xaa) return code === 0xa0 ? BLANK : 0;
  const char = String.fromCharCode(code);
  if (/\p{Lu}/u.test(char)) return UPPER;
  // Halves of characters beyond the first plane count as letters: they are letters more often than not.
  if (/[\p{L}\p{M}\ud800-\udfff]/u.test(char)) return LOWER;
  return /\p{N}/u.test(char) ? DIGIT : /\s/.test(char) ? BLANK : 0;
}
