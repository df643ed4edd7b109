import type { Role } from '../lexicon';
import { type Linker, NO_ROLES } from '../link-words';

/** "si no, …", "si no como …" is otherwise; in "si no tiene teléfono" the denial is of what follows, and no order. */
export const deniesNext = ({ tokens, lexicon }: Linker, phrase: readonly Role[], from: number, to: number): boolean => {
  const [last, next] = [tokens[to - 1], tokens[to]];
  if (to - from < 2 || !phrase.includes('otherwise') || next?.kind !== 'word') return false;
  const played = (fold: string | undefined): readonly Role[] => lexicon.roles.get(fold ?? '') ?? NO_ROLES;
  return played(last?.fold).includes('not') && !played(next.fold).some(role => ORDERED.includes(role));
};

/** "is not | available", of a status that records hold: the denial of a value, and no word for nothing standing there. */
export const deniesHeld = (
  { tokens, lexicon, grounding }: Linker,
  phrase: readonly Role[],
  from: number,
  to: number,
): boolean =>
  to - from > 1 &&
  phrase.includes('empty') &&
  tokens.slice(from, to - 1).some(({ fold }) => lexicon.roles.get(fold)?.includes('not')) &&
  grounding.values
    .lookup(tokens[to - 1]?.fold ?? '')
    .some(({ field, via }) => via === undefined && field.type === 'text');

const ORDERED: readonly Role[] = [
  'add',
  'remove',
  'tag',
  'tagNoun',
  'setTo',
  'clear',
  'replace',
  'copy',
  'then',
  'give',
  'as',
];
