import type { Linker } from '../link-words';
import type { Role } from '../lexicon';
import type { Token } from '../words/segment';

const isCapital = (token: Token | undefined): boolean => /^\p{Lu}\p{Ll}/u.test(token?.text ?? '');
const isSmall = (token: Token | undefined): boolean => /^\p{Ll}/u.test(token?.text ?? '');

const plays = ({ tokens, lexicon }: Linker, at: number, roles: readonly Role[]): boolean =>
  lexicon.roles.get(tokens[at]?.fold ?? '')?.some(role => roles.includes(role)) === true;

/** "to Spare": little words, and behind them a value as records have it, written with its capital. */
export function endsInValue({ tokens, lexicon, grounding }: Linker, from: number, to: number): boolean {
  const last = tokens[to - 1];
  if (to - from < 2 || lexicon.capitalNouns || !isSmall(tokens[from]) || !last || !isCapital(last)) return false;
  return grounding.values.lookup(last.fold).some(({ via, stored }) => via === undefined && stored.includes(last.text));
}

const LEADING: readonly Role[] = ['to', 'on', 'for', 'in', 'of', 'from'];

/** "put the tag Short Loan | on everything": behind the noun for tags, words with capitals are the name, and what leads on is no part of it. */
export function endsTagName(linker: Linker, from: number, to: number): boolean {
  const { tokens } = linker;
  if (!isCapital(tokens[from]) || !isSmall(tokens[to - 1]) || !plays(linker, to - 1, LEADING)) return false;
  let noun = from - 1;
  while (isCapital(tokens[noun])) noun--;
  return plays(linker, noun, ['tagNoun']);
}
