import type { CompiledLexicon } from '../compiled-lexicon';
import { withoutEndings } from './endings';
import { joined } from './join-words';
import type { Grounding } from '../link-words';
import { nearRecordNames } from '../fields/own-words';
import type { Token } from './segment';
import { stem } from './stem';

/** Shorter words are a slip away from too many others. */
const SHORTEST = 4;
/** So many words a phrase has that tells which word was meant. */
const MOST_TOGETHER = 4;
const WHOLE = 0.95;

/** Common slips of the language put right: "teh", "more then". */
export function withoutCommonSlips(tokens: readonly Token[], { misspelt }: CompiledLexicon): readonly Token[] {
  if (misspelt.size === 0) return tokens;
  const right = [...tokens];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    // "6th" is one word.
    if (first?.glued && tokens[at - 1]?.kind === 'number') continue;
    // "AL" is a code, "al" a slip.
    if (first && first.text.length < 3 && first.text !== first.fold) continue;
    const slip = misspelt
      .get(first?.fold ?? '')
      ?.find(([words]) => words.every((word, i) => tokens[at + i]?.kind === 'word' && tokens[at + i]?.fold === word));
    slip?.[1].forEach((word, i) => {
      const token = tokens[at + i];
      if (token) right[at + i] = { ...token, fold: word };
    });
  }
  return right;
}

/** Misspelt scales and months are put right before numbers are read: `1 milion`. */
export function withScalesRight(tokens: readonly Token[], lexicon: CompiledLexicon): readonly Token[] {
  return tokens.map((token, i) => {
    const previous = tokens[i - 1];
    if (token.kind !== 'word' || token.fold.length < 5 || lexicon.scales.has(token.fold) || !previous) return token;
    if (previous.kind !== 'number' && !lexicon.numbers.has(previous.fold)) return token;
    const word = lexicon.scaleTypos.nearest(token.fold).words[0];
    return word === undefined || lexicon.roles.has(token.fold) || lexicon.units.has(token.fold)
      ? token
      : { ...token, fold: word };
  });
}

/** "manager Kate": a capital in the middle of a sentence begins a name, and no slip of a word of the grammar. */
export function isNameLike(tokens: readonly Token[], at: number, { capitalNouns }: CompiledLexicon): boolean {
  const before = tokens.slice(0, at).findLast(({ kind }) => kind === 'word');
  return (
    !capitalNouns &&
    /^\p{Lu}\p{Ll}+$/u.test(tokens[at]?.text ?? '') &&
    /^\p{Ll}/u.test(before?.text ?? '') &&
    tokens[at - 1]?.fold !== '.'
  );
}

/** Whether a word is spelt as somebody has it: no slip. */
const isSpeltSo = (word: string, grounding: Grounding): boolean =>
  grounding.remembered.spelt.of(word, () => isSomewhere(word, grounding));

const isSomewhere = (word: string, { spoken, fields, values, recordType }: Grounding): boolean =>
  spoken.some(({ spelt }) => spelt.has(word)) ||
  values.words.isHeld(word) ||
  values.lookupStems(word).length > 0 ||
  values.lookupPart(word).length > 0 ||
  fields.lookup(word).length > 0 ||
  fields.lookup(stem(word)).length > 0 ||
  nearRecordNames(recordType, word).includes(word);

/** What is written with a capital anywhere and is no name: countries, months, days of the week. */
const capitalsFrom = (word: string, { spelt, typos, months, weekdays }: CompiledLexicon): readonly string[] => [
  ...spelt.regionsFrom(word),
  ...typos.oneSlipFrom(word).filter(near => months.has(near) || weekdays.has(near)),
];

/**
 * The words one slip away: of the grammar, of what fields are called, of what records hold; where there is none of these,
 * of all that the language has. A name ("Mary") is no slip of the first two ("mark").
 */
function oneSlipAway(
  word: string,
  own: CompiledLexicon,
  isName: boolean,
  { fields, values, recordType }: Grounding,
): readonly string[] {
  const near = [
    // "psicólogos" are no "psicólogas": the form that names women is never put in place of another.
    ...(isName ? [] : own.typos.oneSlipFrom(word).filter(known => !own.roles.get(known)?.includes('women'))),
    ...(isName ? [] : fields.oneSlipFrom(word)),
    ...values.words.oneSlipFrom(word),
    ...nearRecordNames(recordType, word),
  ];
  if (near.length > 0) return [...new Set(near)];
  return isName ? capitalsFrom(word, own) : own.spelt.oneSlipFrom(word);
}

/** Whether these words are a phrase of the grammar, the name of a field, or a stored value. */
function isPhrase(key: string, { lexicons, fields, values }: Grounding): boolean {
  const own = lexicons[0];
  return (
    own !== undefined &&
    (own.roles.has(key) ||
      own.dimensioned.has(key) ||
      own.calendarWords.has(key) ||
      values.lookup(key).length > 0 ||
      (fields.lookup(key.split(' ').map(stem).join(' '))[0]?.score ?? 0) >= WHOLE)
  );
}

/** "at leasr" is "at least" and no lease: the word that is a phrase with those beside it. */
function joins(word: string, tokens: readonly Token[], at: number, grounding: Grounding): boolean {
  const right = tokens.map((token, i) => (i === at ? { ...token, fold: word } : token));
  for (let from = Math.max(0, at - MOST_TOGETHER + 1); from <= at; from++)
    for (let to = Math.max(at + 1, from + 2); to <= Math.min(tokens.length, from + MOST_TOGETHER); to++)
      if (isPhrase(joined(right, from, to), grounding)) return true;
  return false;
}

/** Words that say the same have the same: forms of a word, and of a unit. */
function sameAs(word: string, { units, endings }: CompiledLexicon): string {
  const unit = units.get(word);
  return unit ? `${unit.base}:${unit.factor}` : withoutEndings(stem(word), endings);
}

/** Of several words the one that is a phrase with those beside it, or the only one. */
function meantOf(
  near: readonly string[],
  tokens: readonly Token[],
  at: number,
  own: CompiledLexicon,
  grounding: Grounding,
): string | undefined {
  const single = (words: readonly string[]): string | undefined =>
    new Set(words.map(word => sameAs(word, own))).size === 1 ? words[0] : undefined;
  return single(near) ?? single(near.filter(word => joins(word, tokens, at, grounding)));
}

/**
 * A word nobody knows that is one slip away from one word only is that word, wherever it stands: "longwr than", "at
 * leasr", "packagin line". What may be several words is the one that is a phrase with those beside it, or is left as it
 * is; so is another form of a word, which the readers of forms know better.
 */
export function withSlipsRight(tokens: readonly Token[], grounding: Grounding): readonly Token[] {
  const own = grounding.lexicons[0];
  if (!own || own.verbLast) return tokens;
  const isForm = (word: string, meant: string): boolean =>
    !own.words.has(meant) && withoutEndings(word, own.endings) === withoutEndings(meant, own.endings);
  return tokens.map((token, at) => {
    const { kind, fold: word } = token;
    if (kind !== 'word' || word.length < SHORTEST || !/^\p{L}[\p{L}._]*$/u.test(word) || isSpeltSo(word, grounding))
      return token;
    const near = oneSlipAway(word, own, isNameLike(tokens, at, own), grounding);
    if (near.includes(word)) return token;
    const meant = meantOf(near, tokens, at, own, grounding);
    return meant === undefined || isForm(word, meant) ? token : { ...token, fold: meant, righted: true };
  });
}
