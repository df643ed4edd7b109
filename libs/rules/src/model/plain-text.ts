/** Most characters of a name or tag. */
export const MAX_LABEL_LENGTH = 200;

/** Line ends, tabs and everything else nobody can see in a list of names. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

export function hasControlCharacter(text: string): boolean {
  return CONTROL.test(text);
}
