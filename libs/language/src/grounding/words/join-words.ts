import type { Token } from './segment';

/** The folded tokens of a stretch, as phrases are keyed. */
export function joined(tokens: readonly Token[], from: number, to: number): string {
  if (to - from === 1) return tokens[from]?.fold ?? '';
  let text = tokens[from]?.fold ?? '';
  for (let i = from + 1; i < to; i++) text = joinWords(text, tokens[i]?.fold ?? '');
  return text;
}

const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** Whether a text holds writing that knows no blanks between words. */
export function isIdeographic(text: string): boolean {
  return IDEOGRAPHIC.test(text);
}

/** Two words as one phrase: with a blank, but not where both are Chinese or Japanese. */
export function joinWords(left: string, right: string): string {
  const together =
    right !== '' && right.charCodeAt(0) > 0x2e7f && isIdeographic(right.charAt(0)) && isIdeographic(left.slice(-1));
  return together ? left + right : `${left} ${right}`;
}
