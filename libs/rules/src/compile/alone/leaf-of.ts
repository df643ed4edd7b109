import { isComposed } from '../../model/same-text';
import { hasOneSpelling, isComposedValue } from '../network/spelling';
import { isTruthy } from '../../model/coercion';
import { isDateText, LONGEST_ELEMENT, LONGEST_LIST, LONGEST_TEXT } from '../network/columns';
import { type Predicate, readsAsNumber } from '../network/predicate';

/** What one rule judged by itself comes to: it fails, it holds, or a value is so odd that only its closure can tell. */
export type Verdict = 0 | 1 | 2;
export const FAILS: Verdict = 0;
export const HOLDS: Verdict = 1;
export const ODD: Verdict = 2;

/** A predicate on its field's value, where a missing value may be null or undefined. */
export type Leaf = (value: unknown) => Verdict;

/** The predicate as a function. `dated` says that its column reads texts that are no dates as nothing. */
export function leafOf(predicate: Exclude<Predicate, { kind: 'opaque' }>, dated: boolean): Leaf {
  switch (predicate.kind) {
    case 'equal':
      return equal(predicate.value);
    case 'same': {
      const { value } = predicate;
      if (hasOneSpelling(value)) return given => verdict(given === value);
      return given => (given === value ? HOLDS : otherSpelling(given));
    }
    case 'null':
      return given => verdict(given === null || given === undefined);
    case 'true':
      return given => verdict(isTruthy(given));
    case 'order':
      return order(predicate.sign, predicate.bound, dated);
    case 'within': {
      const { low, high } = predicate;
      const above = order(low.open ? '>' : '>=', low.value, dated);
      const below = order(high.open ? '<' : '<=', high.value, dated);
      return given => {
        const first = above(given);
        return first === HOLDS ? below(given) : first;
      };
    }
    case 'one-of': {
      const values = new Set(predicate.values);
      if (predicate.values.every(hasOneSpelling))
        return given => verdict(values.has(given === undefined ? null : given));
      return given => (values.has(given === undefined ? null : given) ? HOLDS : otherSpelling(given));
    }
    case 'holds':
      return holding(predicate.needle);
    case 'mentions':
      return mentioning(predicate.needle);
    case 'prefix': {
      const { text, folded } = predicate;
      return folded
        ? ofLowered(lowered => lowered.startsWith(text))
        : ofText(given => given.startsWith(text), 'null'.startsWith(text));
    }
    case 'folded-one-of': {
      const texts = new Set(predicate.texts);
      return ofLowered(lowered => texts.has(lowered));
    }
  }
}

function verdict(held: boolean): Verdict {
  return held ? HOLDS : FAILS;
}

function equal(value: string | number | boolean): Leaf {
  if (typeof value === 'string' && !readsAsNumber(value)) {
    if (hasOneSpelling(value)) return given => (given === value ? HOLDS : isObject(given) ? ODD : FAILS);
    return given => (given === value ? HOLDS : isObject(given) ? ODD : otherSpelling(given));
  }
  const number = Number(value);
  return given => {
    if (given === value) return HOLDS;
    if (given === null || given === undefined) return FAILS;
    if (isObject(given)) return ODD;
    if (typeof given === 'string' && typeof value === 'string') return otherSpelling(given);
    return verdict(Number(given) === number);
  };
}

function order(sign: '<' | '<=' | '>' | '>=', bound: number | string, dated: boolean): Leaf {
  if (typeof bound === 'string') {
    // No number is comparable with this text, so only a text can be.
    const holds = comparing<string>(sign, bound);
    return given => {
      if (typeof given === 'string') return verdict(holds(given) && (!dated || isDateText(given)));
      return isObject(given) ? ODD : FAILS;
    };
  }
  const holds = comparing<number>(sign, bound);
  const ofNothing = verdict(holds(0));
  return given => {
    if (typeof given === 'number') return verdict(holds(given));
    if (given === null || given === undefined) return ofNothing;
    if (isObject(given)) return ODD;
    return verdict(holds(Number(given)) && (!dated || typeof given !== 'string' || isDateText(given)));
  };
}

function comparing<T extends number | string>(sign: '<' | '<=' | '>' | '>=', bound: T): (given: T) => boolean {
  switch (sign) {
    case '<':
      return given => given < bound;
    case '<=':
      return given => given <= bound;
    case '>':
      return given => given > bound;
    case '>=':
      return given => given >= bound;
  }
}

function holding(needle: string | number | boolean): Leaf {
  const part = String(needle);
  const oneSpelling = hasOneSpelling(needle);
  const [longestText, longestList] = [LONGEST_TEXT, LONGEST_LIST];
  return given => {
    if (typeof given === 'string') {
      if (given.length > longestText) return ODD;
      const at = given.indexOf(part);
      // A part of one spelling can only go by composing, never come; and it goes only where a mark follows it.
      if (oneSpelling && (at < 0 || !isMarkedAt(given, at + part.length))) return at < 0 ? FAILS : HOLDS;
      return isComposed(given) ? verdict(at >= 0) : ODD;
    }
    if (!Array.isArray(given)) return FAILS;
    if (given.length > longestList) return ODD;
    return given.includes(needle) ? HOLDS : oneSpelling || given.every(isComposedValue) ? FAILS : ODD;
  };
}

/** Below this no character composes with what stands before it. */
export const FIRST_MARK = 0x300;

function isMarkedAt(text: string, at: number): boolean {
  return at < text.length && text.charCodeAt(at) >= FIRST_MARK;
}

function mentioning(needle: string): Leaf {
  const inText = ofLowered(lowered => lowered.includes(needle));
  return given => {
    if (!Array.isArray(given)) return inText(given);
    if (given.length > LONGEST_LIST) return ODD;
    for (const element of given as readonly unknown[]) {
      if (isObject(element) || !isComposedValue(element)) return ODD;
      if (typeof element === 'string' && element.length > LONGEST_ELEMENT) return ODD;
      if (element !== null && textOfScalar(element).toLowerCase() === needle) return HOLDS;
    }
    return FAILS;
  };
}

function ofLowered(holds: (lowered: string) => boolean): Leaf {
  const lowered = ofText(text => holds(text.toLowerCase()), false);
  return given => (typeof given === 'string' && !isComposed(given.toLowerCase()) ? ODD : lowered(given));
}

function ofText(holds: (text: string) => boolean, ofNothing: boolean): Leaf {
  return given => {
    if (typeof given === 'string')
      return given.length > LONGEST_TEXT || !isComposed(given) ? ODD : verdict(holds(given));
    if (given === null || given === undefined) return verdict(ofNothing);
    return isObject(given) ? ODD : verdict(holds(textOfScalar(given)));
  };
}

/** What does not equal a text may still be the same, written with other code points. */
function otherSpelling(given: unknown): Verdict {
  return isComposedValue(given) ? FAILS : ODD;
}

// For numbers and truths: objects never get here.
const textOfScalar: (scalar: unknown) => string = String;

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Whether logic that reads this value keeps within its bound. */
export function isOdd(value: unknown): boolean {
  return isObject(value) || (typeof value === 'string' && value.length > LONGEST_TEXT);
}

/** What `contains` reads as a text when it looks through a list, within the bound it is judged in. */
export function isShortScalar(value: unknown): boolean {
  return value === null || (typeof value === 'string' ? value.length <= LONGEST_ELEMENT : typeof value !== 'object');
}
