import { passesGs1, passesLuhn, remainder97 } from './check-digits';

// Lengths per country from the IBAN registry that SWIFT keeps for ISO 13616 (release 99, 2025).
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 ' +
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 ' +
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map(entry => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** An IBAN (ISO 13616): its country's length, and 1 left when divided by 97. Blanks between groups are its printed form. */
export function isIban(text: string): boolean {
  const plain = withoutBlanks(text).toUpperCase();
  if (IBAN_LENGTHS.get(plain.slice(0, 2)) !== plain.length || !/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(plain)) return false;
  return remainder97(plain.slice(4) + plain.slice(0, 4)) === 1;
}

/** The number of a payment card (ISO/IEC 7812): 12 to 19 digits, in groups or not, the last one Luhn's. */
export function isCard(text: string): boolean {
  if (!/^[1-9]\d*(?:[ -]\d+)*$/.test(text)) return false;
  const digits = text.replace(/\D/g, '');
  return digits.length >= 12 && digits.length <= 19 && passesLuhn(digits);
}

/** A GTIN (GS1): 8, 12, 13 or 14 digits, the last one their check digit. */
export function isGtin(text: string): boolean {
  return /^(?:\d{8}|\d{12,14})$/.test(text) && !/^0+$/.test(text) && passesGs1(text);
}

/** The text without the single blanks between its groups; unchanged where blanks stand elsewhere. */
function withoutBlanks(text: string): string {
  return /^\S+(?: \S+)*$/.test(text) ? text.replaceAll(' ', '') : text;
}
