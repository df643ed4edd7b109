import { entries } from './entries';
import { fold } from './fold';
import type { Lexicon } from './lexicon';
import { stem } from './stem';
import { TypoIndex } from './typo';

/**
 * Every word that stands anywhere in a lexicon, or in the name of a country: spelt so on purpose, whatever it says there.
 * Gathered when first asked for.
 */
export class SpeltWords {
  private words?: ReadonlySet<string>;
  private stems?: ReadonlySet<string>;
  private typos?: TypoIndex;
  private places?: TypoIndex;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly regions: ReadonlyMap<string, string>,
  ) {}

  /** Whether a word, or in English another form of it, is one of them. */
  has(word: string): boolean {
    this.words ??= new Set([...wordsIn(this.lexicon), ...[...this.regions.keys()].flatMap(lettersIn)]);
    if (this.words.has(word)) return true;
    if (this.lexicon.language !== 'en') return false;
    return (this.stems ??= new Set([...this.words].map(stem))).has(stem(word));
  }

  oneSlipFrom(word: string): readonly string[] {
    if (!this.typos) {
      this.has(word);
      this.typos = new TypoIndex(this.words ?? []);
    }
    return this.typos.oneSlipFrom(word);
  }

  /** The same of countries, and of what people and things from there are called. */
  regionsFrom(word: string): readonly string[] {
    return (this.places ??= new TypoIndex(this.regions.keys())).oneSlipFrom(word);
  }
}

const lettersIn = (phrase: string): readonly string[] => fold(phrase).split(/[^\p{L}]+/u);

function* wordsIn(said: unknown): Generator<string> {
  if (typeof said === 'string') for (const entry of entries(said)) yield* lettersIn(entry);
  else if (typeof said === 'object' && said !== null && !(said instanceof RegExp))
    for (const each of Object.values(said)) yield* wordsIn(each);
}
