import { placeOfNumber, placeOfText } from './places';

/** So many units of a text make its key: those of a date. */
const UNITS = 10;
/** Of each its place among these, which dates are written with; with one that lies before or behind them the key ends. */
const [FIRST, LAST] = [44, 73];
/** Places a unit can have: one of those, or before or behind them. */
const EACH = 32;

/**
 * The places of a column's texts among those that rules compare them with. Dates are what is compared by order, most of all: their
 * first ten units make a number that keeps their order, and numbers are halved without guessing. Only texts that share their
 * number with one of a rule are compared unit by unit.
 */
export class TextPlaces {
  private given: string[] = [];
  private ends: readonly string[] = [];
  private keys = new Float64Array(0);

  /** Takes in what the column is compared with. */
  add(text: string): void {
    this.given.push(text);
  }

  /** Called once, after the last was added. */
  lay(): void {
    this.ends = [...new Set(this.given)].sort((a, b) => (a < b ? -1 : 1));
    this.keys = Float64Array.from(this.ends, keyOf);
    this.given = [];
  }

  /** The place above all of them. */
  get last(): number {
    return 2 * this.ends.length;
  }

  placeOf(text: string): number {
    const { keys, ends } = this;
    const place = placeOfNumber(keys, 0, keys.length, keyOf(text));
    return (place & 1) === 0 ? place : placeOfText(ends, text, place >>> 1);
  }
}

/** A number that keeps the order of texts: of two texts the lesser has no greater one. */
export function keyOf(text: string): number {
  let key = 0;
  for (let i = 0; i < UNITS; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0;
    if (unit < FIRST) return key * EACH ** (UNITS - i);
    if (unit > LAST) return (key * EACH + EACH - 1) * EACH ** (UNITS - 1 - i);
    key = key * EACH + unit - FIRST + 1;
  }
  return key;
}
