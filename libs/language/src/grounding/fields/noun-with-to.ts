import type { Role } from '../lexicon';
import { fieldsAt } from './link-fields';
import type { Linker } from '../link-words';

/** A score that names a field surely. */
const NAMED = 0.9;

/** "mets la | remise | à zéro": a word behind an article that names a field itself, and "to" behind it. */
export function isNounWithTo(linker: Linker, from: number): boolean {
  const { tokens, lexicon } = linker;
  const plays = (at: number, role: Role): boolean => lexicon.roles.get(tokens[at]?.fold ?? '')?.includes(role) === true;
  return (
    lexicon.language !== 'en' &&
    plays(from - 1, 'det') &&
    plays(from + 1, 'to') &&
    (fieldsAt(linker, tokens[from]?.fold ?? '')[0]?.score ?? 0) >= NAMED
  );
}
