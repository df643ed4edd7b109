import { isComposed } from '../../model/same-text';
import { LONGEST_ELEMENT, LONGEST_LIST, LONGEST_TEXT } from '../../compile/network/columns';
import { isComposedValue } from '../../compile/network/spelling';
import { Bits } from './bits';
import { CALLS_PER_STEP, type Steps } from '../../model/steps';
import { TermIndex } from './term-index';

type Element = string | number | boolean | null;

/** Rows that may hold what is sought. `certain` rows do, `likely` ones have to be looked at. */
export interface Sought {
  readonly certain: Bits;
  readonly likely: Bits;
}

const WORD = /[0-9A-Za-z\u0080-\uffff]+/g;
/** The same, by code unit; beyond ASCII everything is part of a word. */
const IS_WORD = Uint8Array.from({ length: 128 }, (_, unit) => +/[0-9A-Za-z]/.test(String.fromCharCode(unit)));

/**
 * Words of the texts and elements of the lists in one column, with the rows they stand in: what a text or a list contains is
 * looked up instead of searched for. Values it cannot vouch for are always likely.
 */
export class WordIndex {
  private readonly words = new TermIndex<string>();
  private readonly elements = new TermIndex<Element>();
  /** Rows the index says nothing about. */
  private readonly others: Bits;
  /** Texts in which capitals are more than letters of ASCII. */
  private readonly beyondAscii: Bits;
  private lowered: readonly string[] | undefined;
  private loweredElements: readonly (string | undefined)[] | undefined;

  private constructor(private readonly size: number) {
    this.others = new Bits(size);
    this.beyondAscii = new Bits(size);
  }

  /** The index of a column, or `undefined` where nearly every text has words of its own, so that it would not pay. */
  static *of(size: number, valueAt: (row: number) => unknown): Steps<WordIndex | undefined> {
    const index = new WordIndex(size);
    for (let from = 0; from < size; from += CALLS_PER_STEP) {
      const to = Math.min(size, from + CALLS_PER_STEP);
      for (let row = from; row < to; row++) index.add(row, valueAt(row));
      if (index.words.terms.length > 20_000 + to / 2) return undefined;
      yield;
    }
    yield* index.words.layOut();
    yield* index.elements.layOut();
    return index;
  }

  private add(row: number, value: unknown): void {
    if (value === null || value === undefined) return;
    if (typeof value === 'string') return this.addText(row, value);
    if (Array.isArray(value) && value.length <= LONGEST_LIST && value.every(isPlainElement)) {
      for (const element of value as readonly Element[]) this.elements.add(row, element);
    } else this.others.set(row);
  }

  private addText(row: number, text: string): void {
    if (text.length > LONGEST_TEXT || !isComposed(text)) return this.others.set(row);
    if (!isAscii(text)) this.beyondAscii.set(row);
    let start = -1;
    for (let at = 0; at <= text.length; at++) {
      const inside = at < text.length && isWord(text.charCodeAt(at));
      if (inside === start >= 0) continue;
      if (!inside) this.words.add(row, text.slice(start, at));
      start = inside ? at : -1;
    }
  }

  /** Texts with this part, and lists with this element, capitals told apart. */
  *holding(needle: string | number | boolean): Steps<Sought | undefined> {
    const part = String(needle);
    const terms = this.words.terms;
    const found = yield* this.textsWith(part, terms, this.others.copy());
    if (!found) return undefined;
    const element = this.elements.idOf(needle);
    if (element !== undefined) yield* this.elements.collect([element], found.certain);
    return found;
  }

  /** The same whatever the capitals; the needle is in lower case. */
  *mentioning(needle: string): Steps<Sought | undefined> {
    this.lowered ??= this.words.terms.map(word => word.toLowerCase());
    this.loweredElements ??= this.elements.terms.map(loweredText);
    const found = yield* this.textsWith(needle, this.lowered, this.others.copy().or(this.beyondAscii));
    if (!found) return undefined;
    found.certain.without(this.beyondAscii);
    const { loweredElements } = this;
    const ids = loweredElements.flatMap((element, id) => (element === needle ? [id] : []));
    yield* this.elements.collect(ids, found.certain);
    return found;
  }

  /** A part that is inside one word stands exactly where such words do; else the rarest of its words tells where to look. */
  private *textsWith(part: string, terms: readonly string[], likely: Bits): Steps<Sought | undefined> {
    const certain = new Bits(this.size);
    const runs = [...part.matchAll(WORD)].map(([word], i, all) => ({
      word,
      opens: i === 0 && part.startsWith(word),
      closes: i === all.length - 1 && part.endsWith(word),
    }));
    if (runs.length === 0) return undefined;
    const candidates: (readonly number[])[] = [];
    for (const run of runs) {
      candidates.push(idsOf(terms, run));
      yield;
    }
    const [only] = candidates;
    if (only && runs[0]?.word === part) {
      yield* this.words.collect(only, certain);
      return { certain, likely };
    }
    const rarest = candidates.reduce((a, b) => (this.words.weightOf(b) < this.words.weightOf(a) ? b : a));
    yield* this.words.collect(rarest, likely);
    return { certain, likely };
  }
}

/** Words that a run of a sought text may be the end, the beginning, the whole or a part of. */
function idsOf(
  terms: readonly string[],
  { word, opens, closes }: { readonly word: string; readonly opens: boolean; readonly closes: boolean },
): readonly number[] {
  const ids: number[] = [];
  for (let id = 0; id < terms.length; id++) {
    const term = terms[id]!;
    if (term.length < word.length) continue;
    if (
      opens && closes
        ? term.includes(word)
        : opens
          ? term.endsWith(word)
          : closes
            ? term.startsWith(word)
            : term === word
    )
      ids.push(id);
  }
  return ids;
}

function isPlainElement(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= LONGEST_ELEMENT && isComposedValue(value);
  return value === null || typeof value !== 'object';
}

function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text);
}

function isWord(unit: number): boolean {
  return unit > 127 || IS_WORD[unit] === 1;
}

function loweredText(term: Element): string | undefined {
  return term === null ? undefined : String(term).toLowerCase();
}
