import type { Role } from '../lexicon';
import type { Linker } from '../link-words';
import type { Token } from '../words/segment';

const isCapital = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? '');

/** "tag dem | som | Mangler faktura": behind the word for "as" a capital begins a name, and behind a verb of tagging a pronoun is whom it is done to. */
export function namesBehindAs({ tokens, lexicon }: Linker, from: number, length: number): boolean {
  if (length < 2 || !/^\p{Ll}/u.test(tokens[from]?.text ?? '')) return false;
  if (tokens[from + 2]?.kind !== 'quote' && !isCapital(tokens[from + 1]) && !isCapital(tokens[from + 2])) return false;
  const plays = (at: number, role: Role): boolean => lexicon.roles.get(tokens[at]?.fold ?? '')?.includes(role) === true;
  const named = (at: number): boolean => tokens[at]?.kind === 'quote' || isCapital(tokens[at]);
  if (plays(from, 'as') && /^\p{Lu}\p{Ll}/u.test(tokens[from + 1]?.text ?? '')) return true;
  return length === 2 && plays(from + 1, 'as') && plays(from, 'them') && plays(from - 1, 'tag') && named(from + 2);
}

/** Behind a colon, an arrow or an article the noun for tags, and a word with a capital, are what to tag with. */
export function opensTag({ tokens, lexicon }: Linker, from: number): boolean {
  if (!isCapital(tokens[from + 1]) && !isCapital(tokens[from + 2])) return false;
  const plays = (at: number, role: Role): boolean => lexicon.roles.get(tokens[at]?.fold ?? '')?.includes(role) === true;
  const at = plays(from, 'det') && !plays(from, 'tagNoun') ? from + 1 : from;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  const leads = before !== undefined && (/^(?::|→|->|=>)$/.test(before.text) || plays(at - 1, 'det'));
  const names = isCapital(next) && next?.glued === false;
  return leads && names && plays(at, 'tagNoun');
}

/** "gib allen Bestellungen | das Tag …": an article and the noun for tags, whatever day the words could be put together to. */
export const endsInTag = ({ tokens, lexicon }: Linker, to: number): boolean =>
  lexicon.roles.get(tokens[to - 1]?.fold ?? '')?.includes('tagNoun') === true &&
  lexicon.roles.get(tokens[to - 2]?.fold ?? '')?.includes('det') === true;

/** "tag them as | A": a letter with its capital that ends the request is the tag, and no article. */
export const endsInLetter = ({ tokens, lexicon }: Linker, from: number, to: number): boolean =>
  to - from === 2 &&
  to === tokens.length &&
  /^\p{Lu}$/u.test(tokens[to - 1]?.text ?? '') &&
  /^\p{Ll}/u.test(tokens[from]?.text ?? '') &&
  lexicon.roles.get(tokens[from]?.fold ?? '')?.includes('as') === true;
