import type { Token } from '../words/segment';

/** "at most 500 patients - mark them": whether a dash between blanks stands inside a stretch. */
export function spansDash(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at < to - 1; at++) {
    const { text = '', glued = false } = tokens[at] ?? {};
    if (!glued && /^[-–—]$/.test(text) && !tokens[at + 1]?.glued) return true;
  }
  return false;
}

/** "tag home-delivery to …": whether a stretch begins in the middle of a word put together. */
export const isInsideWord = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.glued === true &&
  tokens[at - 1]?.fold === '-' &&
  tokens[at - 1]?.glued === true &&
  tokens[at - 2]?.kind === 'word';

/** "tag the order no-email": no name ends with the beginning of a word put together. */
export const endsInsideWord = (tokens: readonly Token[], to: number): boolean =>
  tokens[to]?.text === '-' &&
  tokens[to]?.glued === true &&
  tokens[to + 1]?.glued === true &&
  tokens[to + 1]?.kind === 'word' &&
  tokens[to - 1]?.glued === false;
