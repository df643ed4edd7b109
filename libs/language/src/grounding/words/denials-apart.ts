import type { FieldLink } from '../fields/field-index';
import { fold } from './fold';
import { joined } from './join-words';
import { type Grounding } from '../link-words';
import type { Token } from './segment';
import { stem } from './stem';

/** Phrases for the opposite of something have up to this many words: "pas encore payée". */
const MOST_WORDS = 3;
/** What a prefix turns round has at least so many letters. */
const SHORTEST = 4;

/**
 * "unbezahlte Bestellungen", "non-shipped orders", "ne commence pas par 4": a denial that is written as one with a stored
 * value, or stands within the phrase it denies, is put in front of it.
 */
export function withDenialsApart(tokens: readonly Token[], grounding: Grounding): readonly Token[] {
  const lexicon = grounding.lexicons[0];
  if (lexicon?.denial === undefined || lexicon.verbLast) return tokens;
  const { denial } = lexicon;
  const apart: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const value = token.kind === 'word' ? deniedValue(tokens, at, grounding) : undefined;
    if (value) {
      const last = tokens[value.to - 1] ?? token;
      apart.push({ ...token, text: denial, fold: fold(denial), end: token.start });
      apart.push({ ...last, text: value.word, fold: fold(value.word), start: token.start, glued: false });
      at = value.to - 1;
      continue;
    }
    const denied = tokens[at + 1];
    if (denied && (standsWithin(tokens, at, grounding) || standsBehindVerb(tokens, at, grounding))) {
      apart.push(denied, token);
      at++;
      continue;
    }
    apart.push(token);
  }
  return apart;
}

/** "commence pas par": what no phrase begins with the denial, but goes on around it. */
function standsWithin(tokens: readonly Token[], at: number, { lexicons }: Grounding): boolean {
  const roles = lexicons[0]?.roles;
  const [verb, denial, joint] = tokens.slice(at, at + 3);
  return (
    verb?.kind === 'word' &&
    denial?.kind === 'word' &&
    joint?.kind === 'word' &&
    roles?.get(denial.fold)?.[0] === 'not' &&
    !roles.has(verb.fold) &&
    (roles.get(`${verb.fold} ${joint.fold}`)?.some(role => TEXTUAL.has(role)) ?? false)
  );
}

/** "n'offrent pas de repas", "ne télétravaille pas": of a denial in two parts the second stands behind a verb that is no phrase with it. */
function standsBehindVerb(tokens: readonly Token[], at: number, { lexicons }: Grounding): boolean {
  const [own] = lexicons;
  const [opener, verb, denial] = tokens.slice(Math.max(0, at - 1), at + 2);
  if (at === 0 || !own?.noLonger?.openers.has(opener?.fold ?? '') || denial?.fold !== own.noLonger.means) return false;
  const phrases = [joined(tokens, at - 1, at + 2), joined(tokens, at, at + 2), joined(tokens, at, at + 3)];
  return verb?.kind === 'word' && !own.roles.has(verb.fold) && !phrases.some(phrase => own.roles.has(phrase));
}

const TEXTUAL: ReadonlySet<string> = new Set(['startsWith', 'endsWith', 'contains']);

/** The stored value that words from here say the opposite of, and where they end. */
function deniedValue(
  tokens: readonly Token[],
  at: number,
  grounding: Grounding,
): { readonly word: string; readonly to: number } | undefined {
  for (let length = MOST_WORDS; length >= 1; length--) {
    const to = at + length;
    if (to > tokens.length) continue;
    const key = joined(tokens, at, to);
    const { denied, deniedInPhrases } = grounding.remembered;
    const opposite =
      length === 1
        ? denied.of(key, () => storedOpposite(key, true, grounding))
        : deniedInPhrases.of(key, () => storedOpposite(key, false, grounding));
    const hyphenated = opposite === '' && length === 3 && isHyphenated(tokens, at);
    const word = hyphenated ? behindDenial(tokens, at, grounding).find(said => isStored(said, grounding)) : opposite;
    if (word !== undefined && word !== '' && !isKnown(key, grounding)) return { word, to };
  }
  return undefined;
}

/** The stored value that words, or one word with a prefix, say the opposite of. */
function storedOpposite(key: string, single: boolean, grounding: Grounding): string {
  const { spoken } = grounding;
  const words = [
    ...spoken.flatMap(({ opposites }) => opposites.get(key) ?? []),
    ...(single ? spoken.flatMap(({ opposingPrefixes }) => behindPrefix(key, opposingPrefixes)) : []),
  ];
  return words.find(said => isStored(said, grounding)) ?? '';
}

/** Words that are said of something themselves: no opposite that records hold is looked for behind them. */
function isKnown(key: string, grounding: Grounding): boolean {
  const { fields, values, lexicons, spoken } = grounding;
  const [own] = lexicons;
  return (
    values.lookup(key).length > 0 ||
    fields.lookup(key).length > 0 ||
    // "installed" of an "Install date" is no "in" before "stalled".
    fields.lookup(stem(key)).length > 0 ||
    own?.roles.has(key) === true ||
    // "desactiva el acceso": an order, and nothing that is not active.
    own?.senses.of(key).includes('stopping') === true ||
    spoken.some(({ valueWords }) => valueWords.get(key)?.some(word => values.lookupSaid(word).length > 0)) ||
    spoken.some(({ opposites }) => opposites.get(key)?.some(word => fields.lookup(word).some(isMeant)))
  );
}

/** "inactive" beside a "Badge active" and a status "Active": of the yes/no field the word says but a part. */
const isMeant = ({ field, score }: FieldLink): boolean => field.type === 'boolean' && score >= WHOLE;

/** What says more than a part of a name. */
const WHOLE = 0.8;

const behindPrefix = (key: string, prefixes: readonly string[]): readonly string[] =>
  /^\p{L}+$/u.test(key)
    ? prefixes
        .map(fold)
        .filter(prefix => key.startsWith(prefix) && key.length >= prefix.length + SHORTEST)
        .map(prefix => key.slice(prefix.length))
    : [];

const isHyphenated = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.fold === '-' && tokens[at + 1]?.glued === true && tokens[at + 2]?.glued === true;

/** "niet-verzonden", "non-shipped" */
function behindDenial(tokens: readonly Token[], at: number, { spoken }: Grounding): readonly string[] {
  const first = tokens[at]?.fold ?? '';
  const denies = spoken.some(
    ({ roles, opposingPrefixes }) => roles.get(first)?.[0] === 'not' || opposingPrefixes.includes(first),
  );
  return denies ? [tokens[at + 2]?.fold ?? ''] : [];
}

/** Texts that records hold, as a state is held: what is on a list is only there or not. */
const isStored = (word: string, { values, spoken }: Grounding): boolean =>
  [word, ...spoken.flatMap(({ valueWords }) => valueWords.get(word) ?? [])].some(said =>
    values.lookupSaid(said).some(({ field }) => field.type === 'text'),
  );
