// Country calling codes the ITU has assigned (List of Recommendation ITU-T E.164 assigned country codes).
const CALLING_CODE = new RegExp(
  '^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|21[1-368]|2[2-4]\\d|25[0-8]|26\\d|29[0179]|35\\d|37[0-9]|' +
    '38[0-3]|38[5-79]|42[013]|50\\d|59\\d|67[02-9]|68[0-35-9]|69[0-2]|8[07]0|808|85[0235-6]|878|88[0-3]|88[68]|96\\d|97[0-79]|' +
    '99[2-68])\\d+$',
);

/**
 * A telephone number in international form (ITU-T E.164 written as in E.123): +, an assigned country code, 7 to 15 digits in
 * all; blanks, hyphens, dots, slashes and one pair of brackets may stand between. Without a country none can be told apart.
 */
export function isPhone(text: string): boolean {
  if (!/^\+\d+(?:[ ./-]?\(\d+\))?(?:[ ./-]?\d+)*$/.test(text) || text.length > 40) return false;
  const digits = text.replace(/\D/g, '');
  return digits.length >= 7 && digits.length <= 15 && CALLING_CODE.test(digits);
}

// How postcodes are written, by country (Universal Postal Union, "Addressing systems"; ISO 3166-1 alpha-2). `9` is a digit,
// `@` a capital, `|` stands between two ways; anything else stands for itself.
const POSTCODES: { readonly [country: string]: string } = {
  AD: 'AD999',
  AL: '9999',
  AM: '9999',
  AR: '9999|@9999@@@',
  AT: '9999',
  AU: '9999',
  AZ: 'AZ9999|AZ 9999',
  BA: '99999',
  BD: '9999',
  BE: '9999',
  BG: '9999',
  BR: '99999-999|99999999',
  BY: '999999',
  CA: '@9@ 9@9|@9@9@9',
  CH: '9999',
  CL: '9999999|999-9999',
  CN: '999999',
  CO: '999999',
  CR: '99999',
  CY: '9999',
  CZ: '999 99|99999',
  DE: '99999',
  DK: '9999',
  DO: '99999',
  DZ: '99999',
  EC: '999999',
  EE: '99999',
  EG: '99999',
  ES: '99999',
  FI: '99999',
  FO: '999',
  FR: '99999',
  GE: '9999',
  GL: '9999',
  GR: '999 99|99999',
  GT: '99999',
  HR: '99999',
  HU: '9999',
  ID: '99999',
  IL: '9999999|99999',
  IN: '999999|999 999',
  IR: '9999999999|99999-99999',
  IS: '999',
  IT: '99999',
  JO: '99999',
  JP: '999-9999|9999999',
  KE: '99999',
  KG: '999999',
  KR: '99999',
  KW: '99999',
  KZ: '999999|@99@9@9',
  LI: '9999',
  LK: '99999',
  LT: '99999|LT-99999',
  LU: '9999|L-9999',
  LV: 'LV-9999',
  MA: '99999',
  MC: '99999',
  MD: '9999|MD-9999',
  ME: '99999',
  MK: '9999',
  MT: '@@@ 9999|@@@9999',
  MX: '99999',
  MY: '99999',
  NG: '999999',
  NL: '9999 @@|9999@@',
  NO: '9999',
  NP: '99999',
  NZ: '9999',
  PE: '99999',
  PH: '9999',
  PK: '99999',
  PL: '99-999',
  PR: '99999|99999-9999',
  PT: '9999-999',
  PY: '9999|999999',
  RO: '999999',
  RS: '99999',
  RU: '999999',
  SA: '99999|99999-9999',
  SE: '999 99|99999',
  SG: '999999',
  SI: '9999',
  SK: '999 99|99999',
  SM: '99999',
  TH: '99999',
  TN: '9999',
  TR: '99999',
  TW: '999|99999|999999',
  UA: '99999',
  US: '99999|99999-9999',
  UY: '99999',
  UZ: '999999',
  VA: '99999',
  VN: '99999|999999',
  ZA: '9999',
  XK: '99999',
};

// Where letters and digits mix in ways of their own (BS 7666 for the United Kingdom, Eircode for Ireland).
const SPECIAL: { readonly [country: string]: RegExp } = {
  GB: /^(?:GIR ?0AA|(?:[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?)) ?\d[ABD-HJLNP-UW-Z]{2})$/,
  IE: /^(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}$/,
};

const forms = new Map<string, RegExp>([
  ...Object.entries(SPECIAL),
  ...Object.entries(POSTCODES).map(([country, written]) => [country, formOf(written)] as const),
]);

/** Whether the form of a country's postcodes is known here; some countries have none. */
export function hasPostcodes(country: string): boolean {
  return forms.has(country.toUpperCase());
}

/** A postcode as a country (ISO 3166-1 alpha-2) writes its own. */
export function isPostcode(text: string, country: string): boolean {
  return text.length <= 12 && (forms.get(country.toUpperCase())?.test(text) ?? false);
}

function formOf(written: string): RegExp {
  return new RegExp(`^(?:${written.replace(/9/g, '\\d').replace(/@/g, '[A-Z]')})$`);
}
