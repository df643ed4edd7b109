const MAX_LENGTH = 60;
const TOKEN = /\p{Lu}+|\p{Ll}+|\p{L}+|\p{N}+|\s+/gu;

/** The shape of a text: letters `A a`, digits `9`, runs folded with `+` (`AB-0042` is `A+-9+`). */
export function textPattern(text: string): string {
  return text.slice(0, MAX_LENGTH).replace(TOKEN, run => {
    const first = run[0]!;
    const sign = /\s/.test(first) ? ' ' : /\p{N}/u.test(first) ? '9' : first !== first.toLowerCase() ? 'A' : 'a';
    return sign !== ' ' && run.length > 1 ? `${sign}+` : sign;
  });
}
