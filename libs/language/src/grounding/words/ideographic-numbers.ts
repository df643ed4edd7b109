import type { Token } from './segment';

const DIGITS = '〇一二三四五六七八九';
const digitOf = (text: string): number => {
  if (text === '零') return 0;
  if (text === '两' || text === '兩') return 2;
  return DIGITS.indexOf(text);
};
/** Scales that multiply what stands right before them … */
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
/** … and those that multiply everything since the last of their kind. */
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

export interface IdeographicNumber {
  readonly value: number;
  readonly to: number;
  readonly scaled: boolean;
}

/** `三千五百`, `二十五`, `1億2000万`, `3万5千`, `2.5万`: numbers with the scales of Chinese and Japanese, in either kind of digits. */
export function readIdeographicNumber(
  tokens: readonly Token[],
  at: number,
  digits: (text: string) => number,
): IdeographicNumber | undefined {
  let total = 0;
  let section = 0;
  let current: number | undefined;
  let characters = 0;
  let scaled = false;
  // "4万5", "三千五": a lone digit right behind a scale counts the next lower one.
  let lower = 0;
  let to = at;
  for (; to < tokens.length; to++) {
    const token = tokens[to];
    if (!token || (to > at && !token.glued)) break;
    const digit = token.fold.length === 1 ? digitOf(token.fold) : -1;
    const small = SMALL[token.fold];
    const large = LARGE[token.fold];
    if (token.kind === 'number') {
      if (current !== undefined) break;
      current = digits(token.text);
    } else if (digit >= 0) {
      // "3四半期": digits of one kind end a number of the other.
      if (to > at && tokens[to - 1]?.kind === 'number') break;
      // Years are read digit by digit: 二〇二五.
      current = current === undefined || current === 0 ? digit : characters === to - at ? current * 10 + digit : NaN;
      if (Number.isNaN(current)) return undefined;
      characters++;
      if (digit === 0) lower = 0;
    } else if (small !== undefined) {
      section += (current ?? 1) * small;
      [current, lower] = [undefined, small / 10];
    } else if (large !== undefined && to > at) {
      total += (section + (current ?? 0)) * large;
      [section, current, scaled, lower] = [0, undefined, true, large / 10];
    } else break;
  }
  if (to === at) return undefined;
  const short = current !== undefined && current > 0 && current < 10 && Number.isInteger(current) && lower > 1;
  const value = total + section + (current ?? 0) * (short ? lower : 1);
  return { value, to, scaled: scaled || value >= 1000 };
}

/** Whether a number with scales of Chinese or Japanese may begin here; plain digits are read elsewhere. */
export function opensIdeographicNumber(tokens: readonly Token[], at: number): boolean {
  const [first, next] = [tokens[at]?.fold ?? '', tokens[at + 1]?.fold ?? ''];
  if (tokens[at]?.kind === 'number') return next in SMALL || next in LARGE;
  return first.length === 1 && (digitOf(first) >= 0 || first in SMALL);
}
