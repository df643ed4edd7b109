import type { Role } from '../lexicon';

/** Folded phrase → what it plays as it is written. */
type Written = ReadonlyMap<string, ReadonlyMap<string, readonly Role[]>>;

export interface Spellings {
  /** Phrases that only their accents tell apart (`ou` and `où`): what each plays as it is written. */
  readonly byAccent: Written;
  /** How a phrase begins whose first word is a joint with or without its accent: "é de" is no "e de". */
  readonly opening: ReadonlyMap<string, ReadonlySet<string>>;
}

const isJoint = (role: Role): boolean => role === 'and' || role === 'or';

const firstOf = (phrase: string): string => phrase.split(' ', 1)[0] ?? '';

export function spellingsOf(written: Written): Spellings {
  const told = (word: string): boolean => {
    const spelt = [...(written.get(word)?.values() ?? [])];
    return spelt.some(roles => roles.some(isJoint)) && spelt.some(roles => !roles.some(isJoint));
  };
  return {
    byAccent: new Map([...written].filter(([, spelt]) => spelt.size > 1)),
    opening: new Map(
      [...written].flatMap(([key, spelt]) =>
        key.includes(' ') && told(firstOf(key)) ? [[key, new Set([...spelt.keys()].map(firstOf))] as const] : [],
      ),
    ),
  };
}

/** What a phrase plays as it is written, where that matters; nothing where only an accent makes its first word another. */
export function rolesAsWritten(
  { byAccent, opening }: Spellings,
  key: string,
  written: () => string,
): readonly Role[] | undefined {
  const begins = opening.get(key);
  if (begins && !begins.has(firstOf(written()))) return [];
  return byAccent.get(key)?.get(written());
}
