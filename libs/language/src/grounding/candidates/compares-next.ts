import { type Linker, NO_ROLES } from '../link-words';

export const isNumeral = ({ tokens, lexicon }: Linker, at: number): boolean =>
  tokens[at]?.kind === 'number' || lexicon.numbers.has(tokens[at]?.fold ?? '');

const compares = ({ lexicon }: Linker, key: string): boolean => {
  const played = lexicon.roles.get(key) ?? NO_ROLES;
  return played.includes('lt') || played.includes('gt');
};

/** "must be under 70,000": before a number the word compares with it; "must be under Eva Holm" says whose they are to be. */
export const comparesNext = (linker: Linker, from: number, to: number): boolean =>
  to - from >= 2 && isNumeral(linker, to) && compares(linker, linker.tokens[to - 1]?.fold ?? '');

/** "50 and under | 70", "below 65 and more | than 3": an amount, or the word that compares with one what stands before it. */
export const opensAmount = (linker: Linker, to: number): boolean =>
  isNumeral(linker, to) ||
  (isNumeral(linker, to + 1) &&
    compares(linker, `${linker.tokens[to - 1]?.fold ?? ''} ${linker.tokens[to]?.fold ?? ''}`));
