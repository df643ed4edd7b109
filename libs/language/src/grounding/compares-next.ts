import { type Linker, NO_ROLES } from './link-words';

/** "must be under 70,000": before a number the word compares with it; "must be under Eva Holm" says whose they are to be. */
export const comparesNext = ({ tokens, lexicon }: Linker, from: number, to: number): boolean => {
  const [last, next] = [tokens[to - 1]?.fold ?? '', tokens[to]];
  if (to - from < 2 || (next?.kind !== 'number' && !lexicon.numbers.has(next?.fold ?? ''))) return false;
  const played = lexicon.roles.get(last) ?? NO_ROLES;
  return played.includes('lt') || played.includes('gt');
};

/** "below 65 and more | than 3": the word before `to` compares what follows, with the word behind it. */
export function comparesOn({ tokens, lexicon }: Linker, to: number): boolean {
  const next = tokens[to + 1];
  if (next?.kind !== 'number' && !lexicon.numbers.has(next?.fold ?? '')) return false;
  const played = lexicon.roles.get(`${tokens[to - 1]?.fold ?? ''} ${tokens[to]?.fold ?? ''}`) ?? NO_ROLES;
  return played.includes('lt') || played.includes('gt');
}
