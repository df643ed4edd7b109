import { passesLuhn, passesMod11And10, remainder97, weighted } from './check-digits';

/** A member state's numbers: how they are written, and the check digits its tax office publishes, where it does. */
interface VatNumber {
  readonly form: RegExp;
  passes?(number: string): boolean;
}

const ES_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const IE_LETTERS = 'WABCDEFGHIJKLMNOPQRSTUV';
// What a digit in an odd place of a Cypriot number counts for.
const CY_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

// Forms: VIES (European Commission, "VAT identification number structure"). Check digits: the member states' own rules as the
// Commission collected them (TAXUD, "VIES-VAT algorithms"). Where a rule is not public or covers some holders only, the form decides.
const NUMBERS: { readonly [prefix: string]: VatNumber } = {
  AT: { form: /^U\d{8}$/, passes: n => passesAustrian(n.slice(1)) },
  BE: { form: /^[01]\d{9}$/, passes: n => 97 - (Number(n.slice(0, 8)) % 97) === Number(n.slice(8)) },
  BG: {
    form: /^\d{9,10}$/,
    passes: n => n.length === 10 || twiceWeighted(n, [1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 10]),
  },
  CY: { form: /^[0-59]\d{7}[A-Z]$/, passes: passesCypriot },
  CZ: {
    form: /^\d{8,10}$/,
    passes: n => n.length > 8 || (11 - (weighted(n, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(n[7]),
  },
  DE: { form: /^[1-9]\d{8}$/, passes: passesMod11And10 },
  DK: { form: /^[1-9]\d{7}$/, passes: n => weighted(n, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  EE: { form: /^\d{9}$/, passes: n => weighted(n, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 },
  EL: { form: /^\d{9}$/, passes: n => (weighted(n, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(n[8]) },
  ES: { form: /^[A-Z0-9]\d{7}[A-Z0-9]$/, passes: passesSpanish },
  FI: { form: /^\d{8}$/, passes: n => weighted(n, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0 },
  FR: { form: /^[0-9A-HJ-NP-Z]{2}\d{9}$/, passes: passesFrench },
  HR: { form: /^\d{11}$/, passes: passesMod11And10 },
  HU: { form: /^[1-9]\d{7}$/, passes: n => weighted(n, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0 },
  IE: { form: /^(?:\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W])$/, passes: passesIrish },
  IT: { form: /^\d{11}$/, passes: n => !n.startsWith('0000000') && passesLuhn(n) },
  LT: { form: /^(?:\d{7}1\d|\d{10}1\d)$/, passes: passesLithuanian },
  LU: { form: /^\d{8}$/, passes: n => Number(n.slice(0, 6)) % 89 === Number(n.slice(6)) },
  // Numbers that begin with 0 to 3 are people's and carry a date of birth or none: no public check digit.
  LV: { form: /^\d{11}$/, passes: n => Number(n[0]) < 4 || weighted(n, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3 },
  MT: { form: /^\d{8}$/, passes: n => weighted(n, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 === 0 },
  NL: {
    form: /^\d{9}B\d{2}$/,
    passes: n => weighted(n, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === Number(n[8]) || remainder97(`NL${n}`) === 1,
  },
  PL: { form: /^\d{10}$/, passes: n => weighted(n, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(n[9]) },
  PT: {
    form: /^[1-9]\d{8}$/,
    passes: n => lastOrZero(11 - (weighted(n, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) === Number(n[8]),
  },
  RO: {
    form: /^[1-9]\d{1,9}$/,
    passes: n => ((weighted(n.padStart(10, '0'), [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === Number(n.at(-1)),
  },
  SE: { form: /^\d{10}(?:0[1-9]|[1-8]\d|9[0-4])$/, passes: n => passesLuhn(n.slice(0, 10)) },
  SI: {
    form: /^[1-9]\d{7}$/,
    passes: n =>
      weighted(n, [8, 7, 6, 5, 4, 3, 2]) % 11 !== 0 &&
      lastOrZero(11 - (weighted(n, [8, 7, 6, 5, 4, 3, 2]) % 11)) === Number(n[7]),
  },
  SK: { form: /^[1-9]\d{9}$/, passes: n => Number(n) % 11 === 0 },
  XI: { form: /^(?:\d{9}(?:\d{3})?|GD[0-4]\d{2}|HA[5-9]\d{2})$/, passes: passesBritish },
};

/**
 * The VAT number of a business in the European Union, Northern Ireland included: prefix, the form of its country and, where
 * they are public, its check digits. Whether it was ever given out only the tax office can say.
 */
export function isVatId(text: string): boolean {
  if (!/^[A-Z]{2}[A-Z0-9+*]+(?:[ .-][A-Z0-9+*]+)*$/i.test(text) && !/^[A-Z]{2}(?:[ .-][A-Z0-9+*]+)+$/i.test(text))
    return false;
  const plain = text.replace(/[ .-]/g, '').toUpperCase();
  const prefix = plain.slice(0, 2);
  const rule = Object.hasOwn(NUMBERS, prefix) ? NUMBERS[prefix] : undefined;
  const number = plain.slice(2);
  return rule !== undefined && rule.form.test(number) && (rule.passes?.(number) ?? true);
}

function lastOrZero(check: number): number {
  return check > 9 ? 0 : check;
}

/** Weighted once; where that leaves 10, weighted anew; where that leaves 10 too, the check digit is 0. */
function twiceWeighted(number: string, first: readonly number[], second: readonly number[]): boolean {
  const once = weighted(number, first) % 11;
  return lastOrZero(once === 10 ? weighted(number, second) % 11 : once) === Number(number.at(-1));
}

function passesAustrian(digits: string): boolean {
  let sum = 4;
  for (let i = 0; i < 7; i++) {
    const counted = Number(digits[i]) * (i % 2 === 0 ? 1 : 2);
    sum += counted > 9 ? counted - 9 : counted;
  }
  return (10 - (sum % 10)) % 10 === Number(digits[7]);
}

function passesCypriot(number: string): boolean {
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += i % 2 === 0 ? (CY_ODD[Number(number[i])] ?? 0) : Number(number[i]);
  return !number.startsWith('12') && String.fromCharCode(65 + (sum % 26)) === number[8];
}

function passesSpanish(number: string): boolean {
  const first = number.charAt(0);
  const check = number.charAt(8);
  const digits = number.slice(1, 8);
  if (/\d/.test(first)) return ES_LETTERS[Number(number.slice(0, 8)) % 23] === check;
  const foreigner = 'XYZ'.indexOf(first);
  if (foreigner >= 0) return ES_LETTERS[Number(`${foreigner}${digits}`) % 23] === check;
  if ('KLM'.includes(first)) return ES_LETTERS[Number(digits) % 23] === check;
  if (!'ABCDEFGHJNPQRSUVW'.includes(first)) return false;
  let sum = 0;
  for (let i = 0; i < 7; i++) {
    const counted = Number(digits[i]) * (i % 2 === 0 ? 2 : 1);
    sum += counted > 9 ? counted - 9 : counted;
  }
  const control = (10 - (sum % 10)) % 10;
  const isLetter = check === 'JABCDEFGHI'[control];
  const isDigit = check === String(control);
  if ('PQRSNW'.includes(first)) return isLetter;
  return 'ABEH'.includes(first) ? isDigit : isLetter || isDigit;
}

/** Keys of digits check the number behind them; keys with letters have no public rule. */
function passesFrench(number: string): boolean {
  const key = number.slice(0, 2);
  return !/^\d\d$/.test(key) || (12 + 3 * (Number(number.slice(2)) % 97)) % 97 === Number(key);
}

function passesIrish(number: string): boolean {
  // Numbers given out before 2013 may hold a letter or sign second: their first digit belongs at the end.
  const isOld = !/^\d{7}/.test(number);
  const digits = isOld ? `0${number.slice(2, 7)}${number.charAt(0)}` : number.slice(0, 7);
  const second = isOld ? 0 : 'WABCDEFGHI'.indexOf(number[8] ?? 'W');
  return IE_LETTERS[(weighted(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23] === number[7];
}

function passesLithuanian(number: string): boolean {
  return number.length === 9
    ? twiceWeighted(number, [1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 1])
    : twiceWeighted(number, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2], [3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4]);
}

function passesBritish(number: string): boolean {
  if (!/^\d/.test(number)) return true;
  const sum = weighted(number, [8, 7, 6, 5, 4, 3, 2]) + Number(number.slice(7, 9));
  return sum % 97 === 0 || (sum + 55) % 97 === 0;
}
