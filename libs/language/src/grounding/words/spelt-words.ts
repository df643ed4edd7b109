import { entries } from './entries';
import { fold } from './fold';
import type { Lexicon } from '../lexicon';
import { TypoIndex } from './typo';

/** What English puts behind words, what may stand before it, and what the word may have lost there. */
const ENGLISH_FORMS: readonly (readonly [form: RegExp, bases: (base: string) => readonly string[]])[] = [
  [/^(.+)ie[sd]$/, base => [`${base}y`]],
  [/^(.*(?:s|x|z|ch|sh|o))es$/, base => [base]],
  [/^(.*[^s])s$/, base => [base]],
  [/^(.*e)d$/, base => [base, base.slice(0, -1), undoubled(base.slice(0, -1))]],
  [/^(.{3,})ing$/, base => [base, `${base}e`, undoubled(base)]],
  [/^(.{3,}[^l])ly$/, base => [base]],
];

const undoubled = (base: string): string => base.replace(/([bdgklmnprt])\1$/, '$1');

/**
 * Every word that stands anywhere in a lexicon, or in the name of a country: spelt so on purpose, whatever it says there.
 * Gathered when first asked for.
 */
export class SpeltWords {
  private words?: ReadonlySet<string>;
  private telling?: ReadonlySet<string>;
  private everyday?: ReadonlySet<string>;
  private typos?: TypoIndex;
  private places?: TypoIndex;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly regions: ReadonlyMap<string, string>,
  ) {}

  /** Whether a word, or in English one it is a form of, is one of them. */
  has(word: string): boolean {
    return this.isIn(this.all(), word);
  }

  /** Whether it is one that means nothing here. */
  isEveryday(word: string): boolean {
    return this.isIn((this.everyday ??= gather(this.lexicon.everyday, new Set())), word);
  }

  oneSlipFrom(word: string): readonly string[] {
    return (this.typos ??= new TypoIndex(this.meaningful())).oneSlipFrom(word);
  }

  /** The same of countries, and of what people and things from there are called. */
  regionsFrom(word: string): readonly string[] {
    return (this.places ??= new TypoIndex(this.regions.keys())).oneSlipFrom(word);
  }

  private isIn(words: ReadonlySet<string>, word: string): boolean {
    return words.has(word) || (this.lexicon.language === 'en' && basesOf(word).some(base => words.has(base)));
  }

  private meaningful(): ReadonlySet<string> {
    const { misspelt: _misspelt, everyday: _everyday, ...rest } = this.lexicon;
    return (this.telling ??= gather([rest, [...this.regions.keys()].join('|')], new Set()));
  }

  private all(): ReadonlySet<string> {
    return (this.words ??= gather(this.lexicon.everyday, new Set(this.meaningful())));
  }
}

const lettersIn = (phrase: string): readonly string[] => fold(phrase).split(/[^\p{L}]+/u);

/** The words of everything that a part of a lexicon says. */
function gather(said: unknown, words: Set<string>): Set<string> {
  if (typeof said === 'string') gatherList(said, words);
  else if (typeof said === 'object' && said !== null && !(said instanceof RegExp))
    for (const each of Object.values(said)) gather(each, words);
  return words;
}

/** A list is cut into its words at once, with its entries in all the forms they stand for. */
function gatherList(list: string, words: Set<string>): void {
  const forms = list.includes('(') ? entries(list).join('|') : list;
  for (const word of lettersIn(forms)) words.add(word);
}

/** "agrees" of "agree", "hurries" of "hurry", "chopped" of "chop", "pacing" of "pace". */
const basesOf = (word: string): readonly string[] =>
  ENGLISH_FORMS.flatMap(([form, bases]) => {
    const base = form.exec(word)?.[1];
    return base === undefined ? [] : bases(base);
  });
