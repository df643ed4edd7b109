// Up to this length the machine's own search takes time linear in the text; beyond it, the product of both in the worst case.
export const SHORT_PART = 250;

/** Whether a text holds a part, in time linear in both whatever they are. */
export function includesText(text: string, part: string): boolean {
  if (part.length <= SHORT_PART || part.length > text.length) return text.includes(part);
  const borders = bordersOf(part);
  let matched = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    while (matched > 0 && part.charCodeAt(matched) !== unit) matched = borders[matched - 1] as number;
    if (part.charCodeAt(matched) === unit && ++matched === part.length) return true;
  }
  return false;
}

/** For each beginning of a text how much of it is its end as well, itself aside (Knuth, Morris and Pratt). */
function bordersOf(text: string): Int32Array {
  const borders = new Int32Array(text.length);
  let length = 0;
  for (let i = 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    while (length > 0 && text.charCodeAt(length) !== unit) length = borders[length - 1] as number;
    if (text.charCodeAt(length) === unit) length++;
    borders[i] = length;
  }
  return borders;
}
