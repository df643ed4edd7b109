import type { Candidate } from './candidates';
import { withoutEndings } from '../words/endings';
import type { Role } from '../lexicon';
import { type Linker, NO_ROLES, rolesAt } from '../link-words';
import { namesRecordsMisspelt } from '../fields/own-words';
import { isNameLike } from '../words/right-slips';
import type { Token } from '../words/segment';
import { stem } from '../words/stem';
import { isSpelt } from '../values/unheld';

/** "operatin hours", "certifed operater": a field's name with slips in its words. */
function fieldTypo({ tokens, grounding }: Linker, from: number): Candidate | undefined {
  for (let length = Math.min(4, tokens.length - from); length > 1; length--) {
    const words = tokens.slice(from, from + length);
    if (words.some(token => token.kind !== 'word')) continue;
    const spelt = words.map(({ fold: word }) => [...new Set([word, ...grounding.fields.spellings(word)])].slice(0, 3));
    const names = spelt.reduce<readonly string[]>(
      (heads, list) => heads.flatMap(head => list.map(word => `${head} ${stem(word)}`.trim())),
      [''],
    );
    for (const name of names.slice(1)) {
      const fields = grounding.fields.lookup(name).filter(link => link.score >= 0.95);
      if (fields.length > 0)
        return {
          to: from + length,
          quality: 0.9 * length + 0.6,
          chunk: { roles: NO_ROLES, fields: fields.map(link => ({ ...link, score: 0.9 })), values: [], typo: true },
        };
    }
  }
  return undefined;
}

/** "tga": in so short a word only two letters in the wrong order are a slip, and only of a word of the grammar. */
function swappedCandidate(linker: Linker, from: number): Candidate | undefined {
  const [a = '', b = '', c = ''] = [...(linker.tokens[from]?.fold ?? '')];
  const word = [b + a + c, a + c + b].find(swapped => rolesAt(linker, swapped).length > 0);
  if (word === undefined) return undefined;
  return { to: from + 1, quality: 0.8, chunk: { roles: rolesAt(linker, word), fields: [], values: [], typo: true } };
}

/** "famly doctors": what people call a value, with a slip in its first word. */
function saidTypo({ tokens, lexicon, grounding }: Linker, from: number): Candidate | undefined {
  const near = lexicon.saidTypos.nearest(tokens[from]?.fold ?? '');
  for (const word of near.distance === 1 ? near.words : []) {
    for (let length = Math.min(4, tokens.length - from); length > 0; length--) {
      if (tokens.slice(from, from + length).some(token => token.kind !== 'word')) continue;
      const said = [word, ...tokens.slice(from + 1, from + length).map(token => token.fold)].join(' ');
      for (const stored of lexicon.valueWords.get(said) ?? []) {
        const values = grounding.values.lookupSaid(stored);
        if (values.length > 0)
          return {
            to: from + length,
            quality: 0.9 * length + 0.4,
            chunk: {
              roles: NO_ROLES,
              fields: [],
              values: values.map(link => ({ ...link, score: 0.75, via: 'word' as const })),
              typo: true,
            },
          };
      }
    }
  }
  return undefined;
}

/** Slips in names of several words, where no name begins with just these. */
export function misspeltName(linker: Linker, from: number): Candidate | undefined {
  const { tokens, grounding, lexicon } = linker;
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (first?.kind !== 'word' || second?.kind !== 'word' || first.fold.length < 4 || second.fold.length < 4)
    return undefined;
  const isKnown = ({ fold: word }: Token): boolean =>
    lexicon.roles.has(word) || (grounding.fields.lookup(stem(word))[0]?.score ?? 0) >= 0.95;
  if (isKnown(first) && isKnown(second)) return undefined;
  if (lexicon.roles.has(first.fold) || lexicon.everyday.has(first.fold)) return undefined;
  const named = fieldTypo(linker, from);
  return named && { ...named, quality: 1.4 * (named.to - from) };
}

/** Verbs that order something. */
const ORDERING: readonly Role[] = ['tag', 'add', 'remove', 'setTo', 'clear', 'copy', 'replace', 'mask', 'fill', 'move'];

const isNounRole = (role: Role): boolean => role === 'noun' || role === 'people' || role === 'women';

const isFormOfNoun = (
  { lexicon: { endings } }: Linker,
  key: string,
  near: readonly string[],
  roles: readonly Role[],
): boolean =>
  endings.length > 0 &&
  roles.length > 0 &&
  roles.every(isNounRole) &&
  near.every(word => withoutEndings(word, endings) === withoutEndings(key, endings));

/** A misspelt word: the nearest of grammar, fields and values. */
export function typoCandidate(linker: Linker, from: number): Candidate | undefined {
  const { tokens, grounding, lexicon } = linker;
  const token = tokens[from];
  if (!token || token.kind !== 'word' || /\d/.test(token.fold)) return undefined;
  // "termina en Pro": so short a name is no slip of "por".
  if (token.fold.length === 3) return isNameLike(tokens, from, lexicon) ? undefined : swappedCandidate(linker, from);
  if (token.fold.length < 4) return undefined;
  for (let length = Math.min(3, tokens.length - from); length > 1; length--) {
    const words = tokens.slice(from, from + length);
    if (words.some(word => word.kind !== 'word')) continue;
    const values = grounding.values.lookupTypo(words.map(word => word.fold));
    if (values.length > 0)
      return {
        to: from + length,
        quality: 0.9 * length + 0.5,
        chunk: { roles: NO_ROLES, fields: [], values, typo: true },
      };
  }
  const kinds = grounding.values.lookupKind(token.fold);
  if (kinds.length > 0) return { to: from + 1, quality: 0.9, chunk: { roles: NO_ROLES, fields: [], values: kinds } };
  // Tags and values are English words in requests of any language.
  const held = grounding.values.lookupPart(token.fold);
  if (held.length === 0 && grounding.spoken.some(({ spelt }) => spelt.isEveryday(token.fold))) return undefined;
  // "Einkauf", "retraite": a word of the language is no slip of another.
  if (lexicon.language !== 'en' && isSpelt(lexicon, token.fold)) return undefined;
  const stored = grounding.values.lookupTypo([token.fold]);
  // "truks": a slip in the plural of what records hold.
  const plural = stored.length === 0 && lexicon.language === 'en' && /[^s]s$/.test(token.fold) && token.fold.length > 4;
  const values = plural ? grounding.values.lookupTypo([token.fold.slice(0, -1)]) : stored;
  const called = values.length > 0 ? undefined : saidTypo(linker, from);
  if (called) return called;
  const part = values.length > 0 ? [] : held;
  const fields = grounding.fields.lookupTypo(token.fold);
  const near = linker.lexicon.typos.nearest(token.fold);
  const roles =
    isNameLike(tokens, from, lexicon) ||
    (near.distance > 1 &&
      (fields.length > 0 || values.length > 0 || near.words.some(word => word.length !== token.fold.length)))
      ? NO_ROLES
      : [...new Set(near.words.flatMap(word => rolesAt(linker, word)))];
  if (roles.length === 0 && namesRecordsMisspelt(grounding.recordType, token.fold))
    return { to: from + 1, quality: 0.9, chunk: { roles: ['noun'], fields: [], values: [], typo: true } };
  // "psicólogos" where the grammar knows "psicólogas": the same noun in another form, which says the same of the records.
  if (values.length + part.length + fields.length === 0 && isFormOfNoun(linker, token.fold, near.words, roles))
    return { to: from + 1, quality: 0.8, chunk: { roles: ['noun'], fields: [], values: [], guessed: true } };
  // "Markting" where records hold Marketing: what may be a value is no slip of a verb ("marking").
  const played = values.length > 0 && roles.some(role => ORDERING.includes(role)) ? NO_ROLES : roles;
  const month = near.words.map(word => linker.lexicon.scales.get(word)).find(scale => scale !== undefined);
  if (values.length + part.length + fields.length + roles.length === 0 && month === undefined) return undefined;
  return {
    to: from + 1,
    quality: part.length > 0 ? 0.9 : 0.8,
    chunk: {
      roles: played,
      fields,
      values: values.length > 0 ? values : part,
      ...(part.length === 0 && { typo: true }),
    },
  };
}
