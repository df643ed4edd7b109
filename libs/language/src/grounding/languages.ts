import { type CompiledLexicon, compileLexicon } from './compiled-lexicon';
import type { Lexicon } from './lexicon';
import { GERMAN } from './lexicons/de';
import { SPANISH } from './lexicons/es';
import { FRENCH } from './lexicons/fr';
import { DANISH } from './lexicons/da';
import { DUTCH } from './lexicons/nl';
import { ENGLISH } from './lexicons/en';
import { JAPANESE } from './lexicons/ja';
import { CHINESE } from './lexicons/zh';
import { withTraditional } from './traditional';
import { ITALIAN } from './lexicons/it';
import { PORTUGUESE } from './lexicons/pt';
import { SWEDISH } from './lexicons/sv';
import { COMMON_UNITS, MARKS } from './lexicons/marks';
import { remembering } from './words/remembered';
import { segment, type Token } from './words/segment';
import { stem } from './words/stem';
import { withoutEndings } from './words/endings';

/** Every language there is a lexicon for. A new one is its file and its line here. */
export const LEXICONS: readonly Lexicon[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  DUTCH,
  DANISH,
  SWEDISH,
  withTraditional(CHINESE),
  JAPANESE,
];

const ORDERED = new Map<Lexicon, readonly Lexicon[]>(
  LEXICONS.map(first => [first, [first, ...LEXICONS.filter(other => other !== first)]]),
);

/** The lexicons with this one in front: its grammar is used, the words of the others still find fields and values. */
export function lexiconsFrom(first: Lexicon): readonly Lexicon[] {
  const known = ORDERED.get(first);
  if (known) return known;
  const list = [first, ...LEXICONS];
  ORDERED.set(first, list);
  return list;
}

const BARE = new Map<string, Lexicon>();

/** A language nobody wrote a lexicon for: signs, numbers, months and countries as the platform knows them, and no grammar. */
function bareLexicon(language: string | undefined): Lexicon {
  const asked = language !== undefined && /^[a-z]{2,3}$/.test(language) ? language : 'und';
  const [primary = 'en'] = Intl.NumberFormat.supportedLocalesOf(asked).length > 0 ? [asked] : ['en'];
  const known = BARE.get(primary);
  if (known) return known;
  const decimal = new Intl.NumberFormat(primary).formatToParts(1.5).find(part => part.type === 'decimal')?.value;
  const month = new Intl.DateTimeFormat(primary, { month: 'long', timeZone: 'UTC' });
  const made: Lexicon = {
    language: primary,
    decimalMark: decimal === ',' ? ',' : '.',
    dayFirst: true,
    roles: { ...MARKS },
    dimensioned: '',
    numbers: '*k=1000|*m=1000000',
    units: COMMON_UNITS,
    months: Array.from({ length: 12 }, (_, i) => month.format(Date.UTC(2000, i, 15))).join('|'),
    concepts: {},
    demonyms: '',
    countryNames: '',
    replies: { yes: '', none: '', all: '', last: '', besides: '' },
    opposites: '',
    opposingPrefixes: '',
    valueWords: '',
  };
  BARE.set(primary, made);
  return made;
}

/** How much the person's preference counts, in words recognised. */
const PREFERENCE = 1.5;

/** How much a word counts that only says what is spoken of ("parisiennes", "guaste"), beside a little word of the language. */
const NAMES = 0.5;

let compiled: readonly CompiledLexicon[] | undefined;

const allCompiled = (): readonly CompiledLexicon[] => (compiled ??= LEXICONS.map(compileLexicon));

/** The languages that know a word in some way. */
function knowing(knows: (lexicon: CompiledLexicon, word: string) => boolean): (word: string) => readonly Lexicon[] {
  return remembering(word => {
    const all = allCompiled();
    return LEXICONS.filter((_, i) => knows(all[i] as CompiledLexicon, word));
  });
}

/** How much words say for each language: those that several know say less. */
function sharesOf(words: readonly (readonly Lexicon[])[]): ReadonlyMap<Lexicon, number> {
  const shares = new Map<Lexicon, number>();
  for (const lexicons of words)
    for (const lexicon of lexicons) shares.set(lexicon, (shares.get(lexicon) ?? 0) + 1 / lexicons.length);
  return shares;
}

/** What the other lexicons say in English: the words of data and labels. */
let ofData: ReadonlySet<string> | undefined;

function wordsOfData(): ReadonlySet<string> {
  ofData ??= new Set(
    allCompiled()
      .flatMap(({ valueWords, labelWords }) => [...valueWords.values(), ...labelWords.values()].flat())
      .flatMap(said => said.split(' ')),
  );
  return ofData;
}

const isVocabulary = (
  { language, concepts, valueWords, valueForms, labelWords, everyday, endings }: CompiledLexicon,
  word: string,
): boolean =>
  concepts.has(language === 'en' ? stem(word) : word) ||
  valueWords.has(word) ||
  labelWords.has(word) ||
  everyday.has(word) ||
  (endings.length > 0 && valueForms.has(withoutEndings(word, endings))) ||
  (language === 'en' && wordsOfData().has(word));

const speakingIn = knowing(({ grammar }, word) => grammar.has(word));
const slippingIn = knowing(({ misspelt }, word) => misspelt.has(word));
const namingIn = knowing(isVocabulary);

/** How much writing that no other language has counts. */
const SCRIPT = 4;
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;

/** Letters that a slip has at least to say whose language it is. */
const SHORTEST_SLIP = 3;

/** A character of these says as much as several letters: a name among words is no more than this part of a text. */
const NAME_SHARE = 4;

/** "tag buyers from Japan as 要確認": a name in its own writing within a request whose words are those of another language. */
function isNameWithin(text: string, knowing: readonly (readonly Lexicon[])[]): boolean {
  const runs = text.match(IDEOGRAPHIC) ?? [];
  const others = knowing.filter(lexicons => lexicons.some(({ script }) => !script));
  return runs.length > 0 && others.length >= 2 * runs.length && NAME_SHARE * runs.join('').length <= text.length;
}

const UNIT_SIGNS: ReadonlySet<string> = new Set(COMMON_UNITS.split('|').map(unit => unit.slice(0, unit.indexOf('='))));

/** "over 1000 EUR": a unit beside an amount is written so in every language. */
const isUnitOf = (tokens: readonly Token[], at: number): boolean =>
  UNIT_SIGNS.has(tokens[at]?.fold ?? '') && (tokens[at - 1]?.kind === 'number' || tokens[at + 1]?.kind === 'number');

/**
 * The language of a prompt: the one whose own small words occur most, with the person's preference as a start.
 * Words that several languages share are worth less; names of fields say nothing of who speaks.
 */
export function recogniseLanguage(
  text: string,
  preference: string | undefined,
  names: ReadonlySet<string> = new Set(),
): { readonly lexicon: Lexicon; readonly known: boolean } {
  const words = [
    ...new Set(
      segment(text.slice(0, 2000))
        .tokens.filter((token, i, all) => token.kind === 'word' && !names.has(token.fold) && !isUnitOf(all, i))
        .map(token => token.fold),
    ),
  ];
  const preferred = preference?.toLowerCase().split('-')[0];
  const known = words.map(word => {
    const speaking = speakingIn(word);
    // A slip of one language tells it as well, but no letter behind an amount: "k" is short for "que", and for thousands.
    const slips = speaking.length === 0 && word.length >= SHORTEST_SLIP;
    return slips ? slippingIn(word) : speaking;
  });
  const speaking = sharesOf(known);
  const within = isNameWithin(text, known);
  const spoken = LEXICONS.filter(({ script }) => !script || !within).map(lexicon => {
    const written = lexicon.script?.test(text) ? SCRIPT : 0;
    const sure = (speaking.get(lexicon) ?? 0) + written + (lexicon.language === preferred ? PREFERENCE : 0);
    return { lexicon, sure };
  });
  const [first = 0, second = 0] = spoken.map(({ sure }) => sure).sort((a, b) => b - a);
  const strange = words.filter((_, i) => known[i]?.length === 0);
  // What only says what is spoken of is looked up where it can still decide.
  const naming = first - second > NAMES * strange.length ? [] : strange;
  const named = sharesOf(naming.map(namingIn));
  let best = { lexicon: LEXICONS[0] ?? ENGLISH, score: -1, sure: -1 };
  for (const { lexicon, sure } of spoken) {
    const score = sure + NAMES * (named.get(lexicon) ?? 0);
    if (score > best.score) best = { lexicon, score, sure };
  }
  const isKnown = preferred === undefined || LEXICONS.some(lexicon => lexicon.language === preferred) || best.sure >= 2;
  return { lexicon: isKnown ? best.lexicon : bareLexicon(preferred), known: isKnown };
}
