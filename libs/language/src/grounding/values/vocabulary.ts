import { fold } from '../words/fold';
import { stem } from '../words/stem';
import { TypoIndex } from '../words/typo';

/** Beyond so many different words no new ones are taken up: they are no longer found misspelt or by a part. */
const MOST = 500_000;
const SEVERAL = -1;
const NONE = -2;

/** What is known of the words that records hold. */
export interface HeldWords {
  /** Whether a text holds this word. */
  isHeld(word: string): boolean;
  /** The words of values one slip away. */
  oneSlipFrom(word: string): readonly string[];
}

/**
 * The words values are made of: how long values are that begin with one, which field alone holds one, and which ones a
 * misspelt word may mean. Filled while the values are gone over, then only asked.
 */
export class VocabularyBuilder implements HeldWords {
  /** Word → the one field that holds it. */
  private readonly owners = new Map<string, number>();
  private readonly openers = new Map<string, number>();
  private readonly learnt = new Set<string>();
  private readonly stems = new Map<string, string>();
  private readonly typos = new TypoIndex([]);
  private letters = 0;

  /** A stem, worked out once for as long as values are gone over. */
  stemOf(word: string): string {
    const known = this.stems.get(word);
    if (known !== undefined) return known;
    const made = stem(word);
    // A cache, emptied rather than grown.
    if (this.stems.size > 50_000) this.stems.clear();
    this.stems.set(word, made);
    return made;
  }

  /** A value of so many words begins with this one. */
  opens(word: string, length: number): void {
    const stemmed = this.stemOf(word);
    if (length > 1 && length > (this.openers.get(stemmed) ?? 0)) this.openers.set(stemmed, length);
  }

  longestFrom(word: string): number {
    return this.openers.get(stem(word)) ?? 1;
  }

  /** A text field holds these words. */
  holds(text: string, words: readonly string[] | undefined, field: number): void {
    const plain = words !== undefined && words.every(word => /^[\p{L}\p{N}]+$/u.test(word));
    for (const word of plain ? words : fold(text).split(/[^\p{L}\p{N}]+/u)) {
      if (word.length < 4) continue;
      const known = this.owners.get(word) ?? NONE;
      if (known === NONE && this.owners.size < MOST) {
        this.owners.set(word, field);
        this.letters += word.length;
      } else if (known !== NONE && known !== field) this.owners.set(word, SEVERAL);
    }
  }

  ownerOf(word: string): number | undefined {
    const owner = this.owners.get(word) ?? NONE;
    return owner >= 0 ? owner : undefined;
  }

  isHeld(word: string): boolean {
    return this.owners.has(word);
  }

  /** The word may be found misspelt. */
  learn(word: string): void {
    if (this.learnt.has(word) || this.learnt.size >= MOST) return;
    this.learnt.add(word);
    this.typos.add(word);
  }

  /** The word itself where it is known, else the ones nearest to it. */
  near(word: string): readonly string[] {
    return this.learnt.has(word) ? [word] : this.typos.nearest(word).words;
  }

  oneSlipFrom(word: string): readonly string[] {
    return this.typos.oneSlipFrom(word);
  }

  /** Known words that differ from this one by a slip. */
  misspelt(word: string): readonly string[] {
    return this.typos.nearest(word, other => other !== word).words;
  }

  /** Roughly: what the tables and the words themselves take. */
  get bytes(): number {
    const entries = this.owners.size + this.openers.size + 2 * this.learnt.size;
    return 28 * entries + 20 * this.owners.size + this.letters;
  }
}
