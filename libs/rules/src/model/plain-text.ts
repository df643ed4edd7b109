/** Most characters of a name or tag. */
export const MAX_LABEL_LENGTH = 200;

// Halves of a character that stand alone, line ends, tabs, marks that turn the direction of writing, blanks without width, fillers: nobody can see them in a list
// of names, and with them one name can look like another. The joiners inside a word are left to scripts and emoji that are
// written with them.
const HIDDEN =
  /[\p{Cc}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0]|\u034f|(?![\u200c\u200d])\p{Cf}|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]|(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200c\u200d]|[\u200c\u200d]$/u;

/** Whether every character of a text is whole. Half of one (a lone surrogate) can be written to no file and no database, and two texts with other halves would have one hash. */
export function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** Whether a text holds characters that nobody sees where it is shown. */
export function hasHiddenCharacter(text: string): boolean {
  return HIDDEN.test(text);
}
